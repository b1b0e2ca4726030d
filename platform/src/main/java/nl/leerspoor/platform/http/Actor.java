package nl.leerspoor.platform.http;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who sends a request, from the header {@code X-Actor: <name>; role=<ROLE>; org=<id>}.
 *
 * @param name         {@code anonymous} without the header
 * @param role         empty when not given
 * @param organisation empty when not given
 */
public record Actor(String name, String role, String organisation) {

    public static final String HEADER = "X-Actor";
    public static final Actor ANONYMOUS = new Actor("anonymous", "", "");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Reads the header; throws {@link IllegalArgumentException} when it is not of the form. */
    public static Actor parse(String header) {
        if (header == null || header.isBlank()) {
            return ANONYMOUS;
        }
        String[] parts = header.split(";", -1);
        Map<String, String> parameters = Arrays.stream(parts)
                .skip(1)
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair.length == 2 ? pair[1].strip() : ""));
        if (!parameters.keySet().stream().allMatch(key -> key.equals("role") || key.equals("org"))) {
            throw new IllegalArgumentException("unknown parameter");
        }
        return new Actor(
                token(parts[0].strip()),
                parameters.containsKey("role") ? token(parameters.get("role")) : "",
                parameters.containsKey("org") ? token(parameters.get("org")) : "");
    }

    private static String token(String text) {
        if (!TOKEN.matcher(text).matches() || CitizenServiceNumber.isIn(text)) {
            throw new IllegalArgumentException("not a name");
        }
        return text;
    }
}
