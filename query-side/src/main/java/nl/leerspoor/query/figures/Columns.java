package nl.leerspoor.query.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DataRetrievalFailureException;

/**
 * The columns of one row after the other, each taken once and in order. Codes come again and again, so each is kept once
 * per reading.
 */
final class Columns {

    private static final String COMMA = ",";

    /** Stands for null in an array; no code is a hyphen. */
    private static final String NULL = "-";

    private final ResultSet row;
    private final Map<String, String> codes = new HashMap<>();
    private int next;

    Columns(ResultSet row) {
        this.row = row;
    }

    /** Back to the first column, of the row that the result now stands on. */
    void restart(int first) {
        next = first;
    }

    /** An id, or null. */
    UUID id() {
        return read(column -> row.getObject(column, UUID.class));
    }

    /** A code or pseudonymous id, or null. */
    String code() {
        return once(read(row::getString));
    }

    /** A day, or null. */
    LocalDate day() {
        return read(column -> row.getObject(column, LocalDate.class));
    }

    /** A moment, or null. */
    Instant moment() {
        OffsetDateTime moment = read(column -> row.getObject(column, OffsetDateTime.class));
        return moment == null ? null : moment.toInstant();
    }

    int number() {
        return read(row::getInt);
    }

    /** A number, or null. */
    Integer optionalNumber() {
        return read(column -> row.getObject(column, Integer.class));
    }

    /** Yes, or else no; null is no. */
    boolean yes() {
        return read(row::getBoolean);
    }

    /** How to select an array, for {@link #codes}, {@link #numbers} and {@link #ids}: as text it is read much faster. */
    static String joined(String array) {
        return "nullif(array_to_string(%s, '%s', '%s'), '')".formatted(array, COMMA, NULL);
    }

    /** Codes, and nulls where the array has them; none for null. */
    List<String> codes() {
        return elements(code -> NULL.equals(code) ? null : once(code));
    }

    /** Whole numbers; none for null. */
    List<Integer> numbers() {
        return elements(Integer::valueOf);
    }

    /** Ids; none for null. */
    List<UUID> ids() {
        return elements(UUID::fromString);
    }

    private String once(String code) {
        String known = codes.putIfAbsent(code, code);
        return known == null ? code : known;
    }

    private <T> List<T> elements(Function<String, T> element) {
        String joined = read(row::getString);
        if (joined == null) {
            return List.of();
        }
        List<T> elements = new ArrayList<>();
        for (String text : joined.split(COMMA)) {
            elements.add(element.apply(text));
        }
        return elements;
    }

    private <T> T read(Reader<T> reader) {
        try {
            return reader.read(next++);
        } catch (SQLException e) {
            throw new DataRetrievalFailureException("Column %d can't be read".formatted(next - 1), e);
        }
    }

    @FunctionalInterface
    private interface Reader<T> {

        T read(int column) throws SQLException;
    }
}
