package nl.leerspoor.platform.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * An answer that says what went wrong, as RFC 9457 has it.
 *
 * @param code    stable, for programs: {@code SUPERVISOR_NOT_TRAINED}
 * @param dutch   the title for people, constant per code
 * @param english the same in English
 * @param errors  every single fault of the input, all at once; empty for other problems
 * @param details further members of the answer; no personal data
 */
public record Problem(
        HttpStatus status, String code, String dutch, String english, List<InputError> errors, Map<String, ?> details) {

    /**
     * One fault of the input.
     *
     * @param pointer   JSON pointer into the body as a fragment, {@code #/effectiveOn}; null for a parameter or header
     * @param parameter name of a path or query parameter or header; null for a fault in the body
     * @param code      stable, for programs
     * @param detail    what is wrong, in the reader's language; never the value itself
     */
    public record InputError(String pointer, String parameter, String code, String detail) {

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put(pointer == null ? "parameter" : "pointer", pointer == null ? parameter : pointer);
            json.put("code", code);
            json.put("detail", detail);
            return json;
        }
    }

    public static Problem of(HttpStatus status, String code, String dutch, String english) {
        return new Problem(status, code, dutch, english, List.of(), Map.of());
    }

    /** The members of the answer in a language; Dutch unless English is asked for. */
    public Map<String, Object> json(Locale locale) {
        String title = locale.getLanguage().equals("en") ? english : dutch;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "type", "urn:leerspoor:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("title", title);
        json.put("status", status.value());
        json.put("detail", title);
        json.put("code", code);
        if (!errors.isEmpty()) {
            json.put("errors", errors.stream().map(InputError::json).toList());
        }
        json.putAll(details);
        return json;
    }
}
