package nl.leerspoor.query.question;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.UncategorizedSQLException;
import tools.jackson.databind.json.JsonMapper;

/** One row of a list, read by the names of its columns. What a column does not say is null, or an empty list. */
public final class Columns {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ResultSet row;

    public Columns(ResultSet row) {
        this.row = row;
    }

    public UUID id(String column) {
        return read(() -> row.getObject(column, UUID.class));
    }

    public String text(String column) {
        return read(() -> row.getString(column));
    }

    public LocalDate day(String column) {
        return read(() -> row.getObject(column, LocalDate.class));
    }

    public Integer number(String column) {
        return read(() -> row.getObject(column, Integer.class));
    }

    public Long bigNumber(String column) {
        return read(() -> row.getObject(column, Long.class));
    }

    public Instant moment(String column) {
        OffsetDateTime moment = read(() -> row.getObject(column, OffsetDateTime.class));
        return moment == null ? null : moment.toInstant();
    }

    public Boolean yesOrNo(String column) {
        return read(() -> row.getObject(column, Boolean.class));
    }

    public List<String> texts(String column) {
        return array(column, String[].class);
    }

    public List<Integer> numbers(String column) {
        return array(column, Integer[].class);
    }

    public List<UUID> ids(String column) {
        return array(column, UUID[].class);
    }

    /** The parts of a JSON array. */
    public <E> List<E> parts(String column, Class<E> type) {
        String json = text(column);
        return json == null ? List.of() : JSON.readerForListOf(type).readValue(json);
    }

    private <E> List<E> array(String column, Class<E[]> type) {
        Array array = read(() -> row.getArray(column));
        return array == null ? List.of() : List.of(type.cast(read(array::getArray)));
    }

    private static <V> V read(Cell<V> cell) {
        try {
            return cell.value();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("reading a row", null, e);
        }
    }

    private interface Cell<V> {

        V value() throws SQLException;
    }
}
