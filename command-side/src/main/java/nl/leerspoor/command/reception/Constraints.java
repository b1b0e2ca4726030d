package nl.leerspoor.command.reception;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Map;
import java.util.regex.Pattern;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Text;

/** Tells of a violated limit in the words of the API: where, which code, and what would be right. */
final class Constraints {

    private static final Pattern CHOICES = Pattern.compile("[A-Z_]+(\\|[A-Z_]+)+");

    private Constraints() {}

    static InputError error(ConstraintViolation<?> violation) {
        var descriptor = violation.getConstraintDescriptor();
        Map<String, Object> limits = descriptor.getAttributes();
        InputFault fault = fault(descriptor.getAnnotation().annotationType().getSimpleName());
        return fault.at(
                pointer(violation.getPropertyPath()),
                switch (fault) {
                    case WRONG_SIZE -> size(limits, violation.getInvalidValue() instanceof String);
                    case OUT_OF_RANGE ->
                        range(descriptor.getAnnotation().annotationType().getSimpleName(), limits);
                    case INVALID_VALUE -> choices(limits, fault.text());
                    default -> fault.text();
                });
    }

    private static InputFault fault(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotEmpty", "NotBlank" -> InputFault.REQUIRED;
            case "KnownCodes" -> InputFault.UNKNOWN_CODE;
            case "Size" -> InputFault.WRONG_SIZE;
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax", "Digits" ->
                InputFault.OUT_OF_RANGE;
            default -> InputFault.INVALID_VALUE;
        };
    }

    private static Text size(Map<String, Object> limits, boolean text) {
        int min = (int) limits.get("min");
        int max = (int) limits.get("max");
        String dutch = text ? "tekens" : "onderdelen";
        String english = text ? "characters" : "items";
        if (min == 0) {
            return new Text("Hoogstens " + max + " " + dutch + ".", "At most " + max + " " + english + ".");
        }
        return max == Integer.MAX_VALUE
                ? new Text("Minstens " + min + " " + dutch + ".", "At least " + min + " " + english + ".")
                : new Text(
                        "Van " + min + " tot en met " + max + " " + dutch + ".",
                        "From " + min + " up to " + max + " " + english + ".");
    }

    private static Text range(String constraint, Map<String, Object> limits) {
        return switch (constraint) {
            case "Min", "DecimalMin" ->
                new Text("Minstens " + limits.get("value") + ".", "At least " + limits.get("value") + ".");
            case "Max", "DecimalMax" ->
                new Text("Hoogstens " + limits.get("value") + ".", "At most " + limits.get("value") + ".");
            case "Digits" ->
                new Text(
                        "Hoogstens " + limits.get("integer") + " cijfers, en " + limits.get("fraction")
                                + " achter de komma.",
                        "At most " + limits.get("integer") + " digits, and " + limits.get("fraction")
                                + " behind the point.");
            default -> InputFault.OUT_OF_RANGE.text();
        };
    }

    private static Text choices(Map<String, Object> limits, Text otherwise) {
        if (limits.get("regexp") instanceof String pattern
                && CHOICES.matcher(pattern).matches()) {
            String choices = pattern.replace("|", ", ");
            return new Text("Kies uit " + choices + ".", "Choose from " + choices + ".");
        }
        return otherwise;
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder("#");
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
