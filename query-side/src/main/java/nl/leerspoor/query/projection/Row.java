package nl.leerspoor.query.projection;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.util.PGobject;
import tools.jackson.databind.json.JsonMapper;

/** The columns of a state, in order; built by naming each column once. */
public final class Row {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> columns = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    public Row with(String column, UUID value) {
        return add(column, value);
    }

    public Row with(String column, String value) {
        return add(column, value);
    }

    public Row with(String column, LocalDate value) {
        return add(column, value);
    }

    public Row with(String column, Instant value) {
        return add(column, value == null ? null : value.atOffset(ZoneOffset.UTC));
    }

    public Row with(String column, Integer value) {
        return add(column, value);
    }

    public Row with(String column, Boolean value) {
        return add(column, value);
    }

    public Row with(String column, Enum<?> value) {
        return add(column, value == null ? null : value.name());
    }

    /** An array of texts. */
    public Row withTexts(String column, List<String> values) {
        return add(column, values.toArray(String[]::new));
    }

    /** An array of whole numbers. */
    public Row withNumbers(String column, List<Integer> values) {
        return add(column, values.toArray(Integer[]::new));
    }

    /** An array of ids. */
    public Row withIds(String column, List<UUID> values) {
        return add(column, values.toArray(UUID[]::new));
    }

    /** An array of whether something is so; null where that is not known. */
    public Row withYesOrNos(String column, Boolean[] values) {
        return add(column, values);
    }

    /** A value of several parts, as JSON. */
    public Row withJson(String column, Object value) {
        try {
            var json = new PGobject();
            json.setType("jsonb");
            json.setValue(JSON.writeValueAsString(value));
            return add(column, json);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<String> columns() {
        return columns;
    }

    List<Object> values() {
        return values;
    }

    private Row add(String column, Object value) {
        columns.add(column);
        values.add(value);
        return this;
    }
}
