package nl.leerspoor.command.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.reception.CommandReader;
import nl.leerspoor.events.reference.CodeList;
import org.springframework.util.StringUtils;

/** Makes the JSON schema of a command from its record: what the reader of commands accepts, and nothing more. */
final class CommandSchemas {

    private static final Map<String, String> MEANINGS = Map.of(
            "id", "Het id van het nieuwe; de server kiest er een als het ontbreekt.",
            "effectiveOn", "De dag waarop het feit geldt. Mag in het verleden liggen.",
            "reference", "Uw eigen kenmerk, zonder persoonsgegevens.",
            "region", "Arbeidsmarktregio.",
            "note", "Toelichting, zonder persoonsgegevens.",
            "authorisedBy", "Wie dit goedkeurde; een ander dan wie het invoert.",
            "eventId", "Het feit waar dit over gaat.");

    private final Components components;

    CommandSchemas(Components components) {
        this.components = components;
    }

    void add(Class<? extends Command> command) {
        Schema<?> schema = object();
        RecordComponent[] parts = command.getRecordComponents();
        if (Command.Creation.class.isAssignableFrom(command)) {
            schema.addProperty(CommandReader.ID, uuid().description(MEANINGS.get(CommandReader.ID)));
        }
        for (RecordComponent part : List.of(parts).subList(1, parts.length)) {
            add(part, schema);
        }
        components.addSchemas(command.getSimpleName(), schema);
    }

    private void add(RecordComponent part, Schema<?> owner) {
        AnnotatedElement limits = field(part);
        Schema<?> schema = schema(part.getAnnotatedType(), limits, part.getAnnotation(Code.class));
        if (schema.getDescription() == null && MEANINGS.containsKey(part.getName())) {
            schema.setDescription(MEANINGS.get(part.getName()));
        }
        owner.addProperty(part.getName(), schema);
        if (part.getType().isPrimitive()
                || limits.isAnnotationPresent(NotNull.class)
                || limits.isAnnotationPresent(NotBlank.class)
                || limits.isAnnotationPresent(NotEmpty.class)) {
            owner.addRequiredItem(part.getName());
        }
    }

    private Schema<?> schema(AnnotatedType annotated, AnnotatedElement limits, Code code) {
        if (annotated instanceof AnnotatedParameterizedType list) {
            AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
            int least = size(limits).map(Size::min).orElse(0);
            return new JsonSchema()
                    .items(schema(element, element, code))
                    .typesItem("array")
                    .minItems(limits.isAnnotationPresent(NotEmpty.class) ? Math.max(least, 1) : least)
                    .maxItems(size(limits).map(Size::max).orElse(CommandReader.LONGEST_LIST));
        }
        Class<?> type = (Class<?>) annotated.getType();
        if (type.isRecord()) {
            return nested(type);
        }
        return type == String.class ? text(limits, code) : simple(type, limits);
    }

    private static Schema<?> simple(Class<?> type, AnnotatedElement limits) {
        if (type == UUID.class) {
            return uuid();
        }
        if (type == LocalDate.class) {
            return new JsonSchema().typesItem("string").format("date").maxLength(10);
        }
        if (type == boolean.class || type == Boolean.class) {
            return new JsonSchema().typesItem("boolean");
        }
        Schema<?> number = type == BigDecimal.class
                ? new JsonSchema().typesItem("number")
                : new JsonSchema().typesItem("integer").format("int32");
        Optional.ofNullable(limits.getAnnotation(Min.class))
                .ifPresent(min -> number.setMinimum(BigDecimal.valueOf(min.value())));
        Optional.ofNullable(limits.getAnnotation(Max.class))
                .ifPresent(max -> number.setMaximum(BigDecimal.valueOf(max.value())));
        Optional.ofNullable(limits.getAnnotation(DecimalMin.class))
                .ifPresent(min -> number.setMinimum(new BigDecimal(min.value())));
        Optional.ofNullable(limits.getAnnotation(DecimalMax.class))
                .ifPresent(max -> number.setMaximum(new BigDecimal(max.value())));
        return number;
    }

    private Schema<?> text(AnnotatedElement limits, Code code) {
        if (code != null) {
            return code(code.value());
        }
        Schema<?> text = new JsonSchema()
                .typesItem("string")
                .minLength(size(limits).map(size -> Math.max(size.min(), 1)).orElse(1))
                .maxLength(size(limits).map(Size::max).orElse(CommandReader.LONGEST_TEXT));
        Pattern pattern = limits.getAnnotation(Pattern.class);
        text.setPattern(pattern == null ? CommandReader.PLAIN_TEXT : "^(?:" + pattern.regexp() + ")$");
        return text;
    }

    /** All codes that a list ever had, described once; which of them may be used depends on the effective date. */
    private Schema<?> code(CodeList list) {
        String name = Stream.of(list.listName().split("-"))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining("", "", "Code"));
        String meanings = list.entries().stream()
                .map(entry -> "`" + entry.code() + "` " + entry.dutch())
                .distinct()
                .collect(Collectors.joining(", ", "Code, geldig op `effectiveOn`: ", "."));
        JsonSchema codes = new JsonSchema();
        list.entries().stream().map(CodeList.Entry::code).distinct().forEach(codes::addEnumItemObject);
        components.addSchemas(name, codes.typesItem("string").description(meanings));
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private Schema<?> nested(Class<?> type) {
        Schema<?> schema = object();
        for (RecordComponent part : type.getRecordComponents()) {
            add(part, schema);
        }
        components.addSchemas(type.getSimpleName(), schema);
        return new JsonSchema().$ref("#/components/schemas/" + type.getSimpleName());
    }

    private static Schema<?> object() {
        return new JsonSchema().typesItem("object").additionalProperties(false);
    }

    private static Schema<?> uuid() {
        return new JsonSchema().typesItem("string").format("uuid").maxLength(36);
    }

    private static Optional<Size> size(AnnotatedElement limits) {
        return Optional.ofNullable(limits.getAnnotation(Size.class));
    }

    private static AnnotatedElement field(RecordComponent part) {
        try {
            return part.getDeclaringRecord().getDeclaredField(part.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A record has a field for each component", e);
        }
    }
}
