package nl.leerspoor.command.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reference.CodeList;

/**
 * Makes an example of a command from its record. A component for which nothing sensible can be guessed has one of its own
 * in {@code @Schema(example = …)}.
 */
final class CommandExamples {

    private static final LocalDate BORN = LocalDate.of(2000, 1, 9);
    private static final LocalDate DAY = LocalDate.of(2020, 3, 16);
    private static final LocalDate LATER = LocalDate.of(2020, 12, 31);

    /** Codes that tell a reader more than the first of their list. */
    private static final List<String> TELLING_CODES = List.of("AM05", "LOG", "COVID19", "STATUSHOUDER");

    /** Texts of a form; a component with a pattern gets the first that fits. */
    private static final List<String> OF_A_FORM = List.of(
            "B1-K1-W1",
            "2020-W12",
            "PV-2020-0042",
            "123456789",
            "https://voorbeeld.example.org/bewijs/42",
            "testpersoon@voorbeeld.example",
            "06-00000009",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "voorbeeld");

    private CommandExamples() {}

    static Map<String, Object> of(Class<? extends Command> command) {
        RecordComponent[] parts = command.getRecordComponents();
        return object(List.of(parts).subList(1, parts.length));
    }

    private static Map<String, Object> object(List<RecordComponent> parts) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (RecordComponent part : parts) {
            AnnotatedElement limits = field(part);
            Schema given = limits.getAnnotation(Schema.class);
            example.put(
                    part.getName(),
                    given == null || given.example().isEmpty()
                            ? value(part.getName(), part.getAnnotatedType(), limits, part.getAnnotation(Code.class))
                            : given.example());
        }
        return example;
    }

    private static Object value(String name, AnnotatedType annotated, AnnotatedElement limits, Code code) {
        if (annotated instanceof AnnotatedParameterizedType list) {
            AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
            return new ArrayList<>(List.of(value(name, element, element, code)));
        }
        Class<?> type = (Class<?>) annotated.getType();
        if (type.isRecord()) {
            return object(List.of(type.getRecordComponents()));
        }
        if (type == UUID.class) {
            return id(name);
        }
        if (type == LocalDate.class) {
            return (name.equals("birthDate") ? BORN : isLater(name) ? LATER : DAY).toString();
        }
        if (type == String.class) {
            return code == null ? text(name, limits) : code(code.value());
        }
        return type == boolean.class || type == Boolean.class ? Boolean.TRUE : number(type, limits);
    }

    private static boolean isLater(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return Stream.of("end", "until", "to", "deadline").anyMatch(lower::contains);
    }

    /** The same id for the same name, so that examples fit each other. */
    private static String id(String name) {
        long bits =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
        return new UUID(0x0190a3b05b1c7d2eL, bits).toString();
    }

    private static Object number(Class<?> type, AnnotatedElement limits) {
        if (type == BigDecimal.class) {
            DecimalMin min = limits.getAnnotation(DecimalMin.class);
            return min == null ? BigDecimal.ONE : new BigDecimal(min.value()).add(BigDecimal.ONE);
        }
        long min = Optional.ofNullable(limits.getAnnotation(Min.class))
                .map(Min::value)
                .orElse(1L);
        long max = Optional.ofNullable(limits.getAnnotation(Max.class))
                .map(Max::value)
                .orElse((long) Integer.MAX_VALUE);
        return Math.clamp(min < 0 ? 5 : min, min, max);
    }

    private static String code(CodeList list) {
        List<String> codes = list.codesOn(DAY);
        return TELLING_CODES.stream().filter(codes::contains).findFirst().orElse(codes.getFirst());
    }

    private static String text(String name, AnnotatedElement limits) {
        Pattern pattern = limits.getAnnotation(Pattern.class);
        if (pattern != null) {
            return Stream.concat(Stream.of(pattern.regexp().split("\\|")), OF_A_FORM.stream())
                    .filter(text -> text.matches(pattern.regexp()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "A component needs an example of its own: @Schema(example = …) on " + name));
        }
        String text = name.equals("reference") ? "K009" : "voorbeeld";
        int max = Optional.ofNullable(limits.getAnnotation(Size.class))
                .map(Size::max)
                .orElse(text.length());
        return text.substring(0, Math.min(max, text.length()));
    }

    private static AnnotatedElement field(RecordComponent part) {
        try {
            return part.getDeclaringRecord().getDeclaredField(part.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A record has a field for each component", e);
        }
    }
}
