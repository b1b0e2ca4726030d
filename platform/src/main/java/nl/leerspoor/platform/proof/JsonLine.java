package nl.leerspoor.platform.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of an export or dossier: a JSON object whose values are texts and numbers. */
public final class JsonLine {

    private final String line;
    private final boolean nested;
    private int at;

    private JsonLine(String line, boolean nested) {
        this.line = line;
        this.nested = nested;
    }

    /** The members in their order, numbers as they are written; throws when the line is anything else. */
    public static Map<String, String> parse(String line) {
        return parse(line, false);
    }

    /** The outer members of any JSON object: texts and numbers, and everything else as it is written. */
    public static Map<String, String> outer(String json) {
        return parse(json, true);
    }

    /** A line of these members, which are texts and numbers. */
    public static String of(Map<String, ?> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":"
                        + (member.getValue() instanceof Number number
                                ? number.toString()
                                : quoted(member.getValue().toString())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append((char) letter);
            } else if (letter < ' ') {
                quoted.append("\\u%04x".formatted(letter));
            } else {
                quoted.append((char) letter);
            }
        });
        return quoted.append('"').toString();
    }

    private static Map<String, String> parse(String line, boolean nested) {
        JsonLine reader = new JsonLine(line.strip(), nested);
        Map<String, String> members = reader.object();
        if (reader.at != reader.line.length()) {
            throw reader.wrong();
        }
        return members;
    }

    private Map<String, String> object() {
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            String name = text();
            expect(':');
            String value = value();
            if (members.putIfAbsent(name, value) != null) {
                throw wrong();
            }
            if (peek() == '}') {
                at++;
                return members;
            }
            expect(',');
        }
    }

    private String value() {
        return peek() == '"' ? text() : nested ? written() : number();
    }

    /** A value of any kind, as far as the comma or brace after it. */
    private String written() {
        int from = at;
        int depth = 0;
        while (depth > 0 || peek() != ',' && peek() != '}') {
            switch (peek()) {
                case '"' -> {
                    text();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    // part of a number or a word
                }
            }
            at++;
        }
        if (from == at) {
            throw wrong();
        }
        return line.substring(from, at);
    }

    private String text() {
        expect('"');
        int end = line.indexOf('"', at);
        if (end >= 0 && line.indexOf('\\', at) < 0) {
            String plain = line.substring(at, end);
            at = end + 1;
            return plain;
        }
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            char letter = line.charAt(at++);
            text.append(letter == '\\' ? escaped() : letter);
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > line.length()) {
                    throw wrong();
                }
                at += 4;
                yield (char) Integer.parseInt(line, at - 4, at, 16);
            }
            default -> throw wrong();
        };
    }

    private String number() {
        int from = at;
        while (at < line.length() && (Character.isDigit(line.charAt(at)) || line.charAt(at) == '-')) {
            at++;
        }
        if (from == at) {
            throw wrong();
        }
        return line.substring(from, at);
    }

    private void expect(char letter) {
        if (peek() != letter) {
            throw wrong();
        }
        at++;
    }

    private char peek() {
        if (at >= line.length()) {
            throw wrong();
        }
        return line.charAt(at);
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not a JSON object of texts and numbers, at character " + (at + 1));
    }
}
