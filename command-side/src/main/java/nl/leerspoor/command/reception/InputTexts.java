package nl.leerspoor.command.reception;

import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Map;

/** What people read of a fault in their input. */
final class InputTexts {

    private record Text(String dutch, String english) {}

    private static final Map<String, Text> BY_CODE = Map.ofEntries(
            Map.entry("NOT_JSON", new Text("Dit is geen geldige JSON.", "This is not valid JSON.")),
            Map.entry("NOT_AN_OBJECT", new Text("Hier hoort een JSON-object.", "A JSON object is expected here.")),
            Map.entry("REQUIRED_HEADER", new Text("Deze header is verplicht.", "This header is required.")),
            Map.entry("UNKNOWN_FIELD", new Text("Dit veld bestaat niet.", "There is no such field.")),
            Map.entry("WRONG_TYPE", new Text("Dit heeft het verkeerde type.", "This has the wrong type.")),
            Map.entry("INVALID_ID", new Text("Dit is geen UUID.", "This is not a UUID.")),
            Map.entry("INVALID_VALUE", new Text("Deze waarde kan hier niet.", "This value can't be used here.")),
            Map.entry(
                    "BSN_NOT_ALLOWED",
                    new Text(
                            "Een burgerservicenummer mag hier niet staan.",
                            "A citizen service number may not stand here.")));

    private InputTexts() {}

    static String of(String code, Locale locale) {
        Text text = BY_CODE.get(code);
        return locale.getLanguage().equals("en") ? text.english() : text.dutch();
    }

    static String of(ConstraintViolation<?> violation, Locale locale) {
        return violation.getMessage();
    }

    static String codeOf(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotEmpty", "NotBlank" -> "REQUIRED";
            case "KnownCodes" -> "UNKNOWN_CODE";
            case "Size" -> "WRONG_SIZE";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" -> "OUT_OF_RANGE";
            default -> "INVALID_VALUE";
        };
    }
}
