package nl.leerspoor.query.question;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.http.PlainText;

/**
 * An order in which a list can be asked for, by {@code sort=name} and, the other way round, {@code sort=-name}. Rows
 * without the day or number come last in both directions; a text that is missing is as an empty one.
 *
 * @param name  in the parameter
 * @param value in SQL on the columns of the list's source
 * @param kind  of the value
 * @param filled whether every row has the value
 * @param joins  of what else the value needs, as those of a {@link Filter#joining}
 */
public record Sort(String name, String value, Kind kind, boolean filled, List<String> joins) {

    /** What rows can be ordered by. */
    enum Kind {
        TEXT("text", "''", "''"),
        DAY("date", "date '-infinity'", "date 'infinity'"),
        NUMBER("bigint", "-9223372036854775808", "9223372036854775807"),
        ID("uuid", null, null);

        private final String type;
        private final String least;
        private final String most;

        Kind(String type, String least, String most) {
            this.type = type;
            this.least = least;
            this.most = most;
        }

        String type() {
            return type;
        }

        /** Whether a text from outside is a value of this kind, as PostgreSQL writes it. */
        boolean reads(String text) {
            return switch (this) {
                case TEXT -> PlainText.is(text);
                case DAY ->
                    text.matches("-?infinity")
                            || text.matches("\\d{4}-.+")
                                    && LocalDate.parse(text).getYear() > 0;
                case NUMBER -> Long.parseLong(text) <= Long.MAX_VALUE;
                case ID -> UUID.fromString(text).toString().equals(text);
            };
        }
    }

    public static Sort text(String name, String value) {
        return new Sort(name, value, Kind.TEXT, false, List.of());
    }

    public static Sort day(String name, String value) {
        return new Sort(name, value, Kind.DAY, false, List.of());
    }

    public static Sort number(String name, String value) {
        return new Sort(name, value, Kind.NUMBER, false, List.of());
    }

    /** The same order, of a value that every row has; an index on the bare column serves it in both directions. */
    public Sort always() {
        return new Sort(name, value, kind, true, joins);
    }

    /** The same order, by a value of something that is joined, as {@link Filter#joining} has it. */
    public Sort joining(String... joins) {
        return new Sort(name, value, kind, filled, List.of(joins));
    }

    /** The value that rows are compared by, never null: an index that is to serve the order has the same expression. */
    String expression(boolean descending) {
        return filled ? value : "coalesce(%s, %s)".formatted(value, descending ? kind.least : kind.most);
    }
}
