package nl.leerspoor.platform.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One fault of the input.
 *
 * @param pointer   JSON pointer into the body as a fragment, {@code #/effectiveOn}; null for a parameter or header
 * @param parameter name of a path or query parameter or header; null for a fault in the body
 * @param code      stable, for programs
 * @param detail    what is wrong; never the value itself
 */
public record InputError(String pointer, String parameter, String code, Text detail) {

    Map<String, Object> json(Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(pointer == null ? "parameter" : "pointer", place());
        json.put("code", code);
        json.put("detail", detail.in(locale));
        return json;
    }

    String place() {
        return pointer == null ? parameter : pointer;
    }
}
