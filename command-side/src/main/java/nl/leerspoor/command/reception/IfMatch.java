package nl.leerspoor.command.reception;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which versions of a thing the sender of a command will have, from the header {@code If-Match} (RFC 9110, 13.1.1).
 *
 * @param tags quoted strong versions; empty for any version that exists
 */
public record IfMatch(List<String> tags) {

    static final String HEADER = "If-Match";

    private static final Pattern FORM =
            Pattern.compile("\\s*(?:W/)?\"[\\x21\\x23-\\x7E]*\"(?:\\s*,\\s*(?:W/)?\"[\\x21\\x23-\\x7E]*\")*\\s*");

    /** Reads the header; empty when it is not of the form. */
    static Optional<IfMatch> parse(String header) {
        if (header.strip().equals("*")) {
            return Optional.of(new IfMatch(List.of()));
        }
        return FORM.matcher(header).matches()
                ? Optional.of(new IfMatch(
                        Arrays.stream(header.split(",")).map(String::strip).toList()))
                : Optional.empty();
    }

    /** Whether a version is one of these; -1 is the version of a thing that does not exist. A weak tag never matches. */
    boolean matches(long version) {
        return version >= 0 && (tags.isEmpty() || tags.contains("\"" + version + "\""));
    }
}
