package nl.leerspoor.platform.proof.verifier;

import java.util.HashMap;
import java.util.Map;

/** Reads a line of an export: a JSON object whose values are texts and numbers. */
final class JsonLine {

    private final String line;
    private int at;

    private JsonLine(String line) {
        this.line = line;
    }

    /** The members, numbers as they are written; throws when the line is anything else. */
    static Map<String, String> parse(String line) {
        JsonLine reader = new JsonLine(line.strip());
        Map<String, String> members = reader.object();
        if (reader.at != reader.line.length()) {
            throw reader.wrong();
        }
        return members;
    }

    private Map<String, String> object() {
        Map<String, String> members = new HashMap<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            String name = text();
            expect(':');
            String value = peek() == '"' ? text() : number();
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
