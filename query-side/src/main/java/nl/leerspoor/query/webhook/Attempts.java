package nl.leerspoor.query.webhook;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The log of what was sent, and what came of it. Its lines go after some time. */
@Component
class Attempts {

    private static final int AT_ONCE = 5_000;

    private final JdbcTemplate jdbc;

    Attempts(@Qualifier("webhookDataSource") DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Adds lines, in the transaction at hand. */
    void add(UUID subscription, List<Delivery.Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                insert into query.webhook_attempt (subscription_id, position, message_id, type, subject, attempt, at, millis,
                       outcome, status, cause)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", attempts, attempts.size(), (row, attempt) -> fill(row, subscription, attempt));
    }

    /** Removes lines that are older, some at a time; whether there may be more. */
    boolean forget(Duration older) {
        return jdbc.update("""
                        delete from query.webhook_attempt where id in (
                            select id from query.webhook_attempt where at < now() - make_interval(secs => ?) limit ?)""", (double) older.toSeconds(), AT_ONCE) == AT_ONCE;
    }

    private static void fill(PreparedStatement row, UUID subscription, Delivery.Attempt attempt) throws SQLException {
        Letter letter = attempt.letter();
        row.setObject(1, subscription);
        row.setObject(2, letter.position().isPresent() ? letter.place() : null, Types.BIGINT);
        row.setString(3, letter.id().toString());
        row.setString(4, letter.type());
        row.setObject(5, letter.subject());
        row.setInt(6, attempt.attempt());
        row.setTimestamp(7, Timestamp.from(attempt.at()));
        row.setInt(8, Math.toIntExact(attempt.millis()));
        row.setString(9, attempt.outcome().word());
        row.setObject(10, status(attempt.answer()), Types.INTEGER);
        row.setString(
                11,
                cause(attempt.answer()) == null ? null : cause(attempt.answer()).name());
    }

    static Integer status(Answer answer) {
        return answer instanceof Answer.Status status ? status.code() : null;
    }

    static Answer.Cause cause(Answer answer) {
        return answer instanceof Answer.None none ? none.cause() : null;
    }
}
