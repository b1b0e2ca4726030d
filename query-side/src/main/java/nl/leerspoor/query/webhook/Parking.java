package nl.leerspoor.query.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Things of which a message couldn't be told, as they are kept. */
@Component
class Parking {

    /**
     * How many there are of a subscription.
     *
     * @param dead of these, those that are tried again only when somebody asks for it
     */
    record Counted(int parked, int dead) {}

    /** More things than this aren't kept for one subscription. */
    static final int MOST = 1_000;

    private final JdbcClient jdbc;

    Parking(@Qualifier("webhookJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counted countOf(UUID subscription) {
        return jdbc.sql("""
                        select count(*) as parked, count(*) filter (where next_at is null) as dead
                          from query.webhook_parked where subscription_id = :subscription""")
                .param("subscription", subscription)
                .query((row, n) -> new Counted(row.getInt("parked"), row.getInt("dead")))
                .single();
    }

    List<Parked> of(UUID subscription) {
        return jdbc.sql("select * from query.webhook_parked where subscription_id = :subscription order by told")
                .param("subscription", subscription)
                .query(Parking::row)
                .list();
    }

    /** Keeps it as it is now. */
    void put(UUID subscription, Parked parked) {
        Optional<Letter> head = parked.head();
        jdbc.sql("""
                        insert into query.webhook_parked (subscription_id, subject, told, position, previous, message_id, type,
                               body, attempts, parked_at, next_at, status, cause)
                        values (:subscription, :subject, :told, :position, :previous, :message, :type, :body, :attempts,
                                :parkedAt, :nextAt, :status, :cause)
                        on conflict (subscription_id, subject) do update
                           set told = excluded.told, position = excluded.position, previous = excluded.previous,
                               message_id = excluded.message_id, type = excluded.type, body = excluded.body,
                               attempts = excluded.attempts, parked_at = excluded.parked_at, next_at = excluded.next_at,
                               status = excluded.status, cause = excluded.cause""")
                .param("subscription", subscription)
                .param("subject", parked.subject())
                .param("told", parked.told())
                .param("position", head.map(Letter::place).orElse(null))
                .param(
                        "previous",
                        head.map(Letter::previous)
                                .filter(OptionalLong::isPresent)
                                .map(OptionalLong::getAsLong)
                                .orElse(null))
                .param("message", head.map(Letter::id).orElse(null))
                .param("type", head.map(Letter::type).orElse(null))
                .param("body", head.map(Letter::body).orElse(null), java.sql.Types.BINARY)
                .param("attempts", parked.attempts())
                .param("parkedAt", Timestamp.from(parked.parkedAt()))
                .param(
                        "nextAt",
                        parked.nextAt() == null ? null : Timestamp.from(parked.nextAt()),
                        java.sql.Types.TIMESTAMP)
                .param("status", parked.status())
                .param("cause", parked.cause() == null ? null : parked.cause().name())
                .update();
    }

    void remove(UUID subscription, UUID subject) {
        jdbc.sql("delete from query.webhook_parked where subscription_id = :subscription and subject = :subject")
                .param("subscription", subscription)
                .param("subject", subject)
                .update();
    }

    private static Parked row(ResultSet row, int number) throws SQLException {
        UUID subject = row.getObject("subject", UUID.class);
        UUID message = row.getObject("message_id", UUID.class);
        long previous = row.getLong("previous");
        OptionalLong before = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(previous);
        Optional<Letter> head = message == null
                ? Optional.empty()
                : Optional.of(new Letter(
                        OptionalLong.of(row.getLong("position")),
                        before,
                        message,
                        row.getString("type"),
                        subject,
                        null,
                        row.getBytes("body")));
        int status = row.getInt("status");
        Integer answered = row.wasNull() ? null : status;
        String cause = row.getString("cause");
        Instant nextAt = Subscriptions.instant(row, "next_at");
        return new Parked(
                subject,
                row.getLong("told"),
                head,
                row.getInt("attempts"),
                Subscriptions.instant(row, "parked_at"),
                nextAt,
                answered,
                cause == null ? null : Answer.Cause.valueOf(cause));
    }
}
