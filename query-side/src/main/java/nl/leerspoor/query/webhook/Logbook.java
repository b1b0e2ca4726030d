package nl.leerspoor.query.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.http.Paging;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What was sent and what waits, for who looks at it; and having it sent again. */
@Component
class Logbook {

    /** Something that was sent. */
    @Schema(name = "Delivery", description = "Iets wat er gestuurd is")
    record Line(
            long number,

            @Schema(description = "Plaats in de hele administratie; leeg bij een proefbericht", nullable = true)
            Long position,

            @Schema(description = "Het `webhook-id`") String messageId,

            @Schema(example = "nl.leerspoor.trajectories.candidate-on-hold.v1")
            String type,

            UUID subject,

            @Schema(description = "De hoeveelste keer", example = "1")
            int attempt,

            Instant at,

            @Schema(description = "Hoe lang het duurde", example = "37")
            int millis,

            @Schema(
                    description =
                            "`DELIVERED`; `FAILED`; `LATER` als de ontvanger met rust gelaten wil worden; `GONE` bij 410")
            String outcome,

            @Schema(description = "Wat er geantwoord werd", example = "204", nullable = true)
            Integer status,

            @Schema(description = "Waarom er geen antwoord kwam", example = "TIMED_OUT", nullable = true)
            String cause) {}

    /** A thing of which a message wasn't taken. */
    @Schema(name = "DeadLetter", description = "Een ding waarvan een bericht niet aankwam")
    record DeadLetter(
            UUID subject,

            @Schema(description = "Tot en met waar van dit ding verteld is", example = "1318")
            long after,

            @Schema(description = "Plaats van het bericht dat niet aankwam", example = "1319", nullable = true)
            Long position,

            @Schema(description = "Het `webhook-id`", nullable = true)
            UUID messageId,

            @Schema(example = "nl.leerspoor.trajectories.candidate-on-hold.v1", nullable = true)
            String type,

            @Schema(description = "Hoe vaak het gestuurd is", example = "3")
            int attempts,

            @Schema(description = "Sinds wanneer het wacht") Instant parkedAt,

            @Schema(
                    description = "Wanneer het weer geprobeerd wordt; leeg als dat alleen op verzoek is",
                    nullable = true)
            Instant nextAt,

            @Schema(description = "Wat er het laatst geantwoord werd", example = "500", nullable = true)
            Integer status,

            @Schema(description = "Waarom er geen antwoord kwam", example = "TIMED_OUT", nullable = true)
            String cause) {}

    private final JdbcClient jdbc;
    private final Attempts attempts;

    Logbook(@Qualifier("webhookJdbc") JdbcClient jdbc, Attempts attempts) {
        this.jdbc = jdbc;
        this.attempts = attempts;
    }

    void add(UUID subscription, Delivery.Attempt attempt) {
        attempts.add(subscription, List.of(attempt));
    }

    /** One row more than a page, the latest first. */
    List<Line> lines(UUID subscription, Paging paging) {
        Optional<Long> key = paging.key(1, parts -> Long.valueOf(parts.getFirst()));
        boolean back = paging.isBackwards();
        StatementSpec statement = jdbc.sql("""
                        select id as number, position, message_id, type, subject, attempt, at, millis, outcome, status, cause
                          from query.webhook_attempt where subscription_id = :subscription"""
                        + key.map(from -> back ? " and id > :key" : " and id < :key")
                                .orElse("")
                        + " order by id " + (back ? "asc" : "desc") + " limit :rows")
                .param("subscription", subscription)
                .param("rows", paging.rows());
        key.ifPresent(from -> statement.param("key", from));
        return statement
                .query((row, n) -> new Line(
                        row.getLong("number"),
                        row.getObject("position", Long.class),
                        row.getString("message_id"),
                        row.getString("type"),
                        row.getObject("subject", UUID.class),
                        row.getInt("attempt"),
                        Subscriptions.instant(row, "at"),
                        row.getInt("millis"),
                        row.getString("outcome"),
                        row.getObject("status", Integer.class),
                        row.getString("cause")))
                .list();
    }

    /** One row more than a page, in the order of what they were told last. */
    List<DeadLetter> deadLetters(UUID subscription, Paging paging) {
        record Key(long told, UUID subject) {}
        Optional<Key> key =
                paging.key(2, parts -> new Key(Long.parseLong(parts.getFirst()), UUID.fromString(parts.getLast())));
        boolean back = paging.isBackwards();
        StatementSpec statement = jdbc.sql("""
                        select subject, told, position, message_id, type, attempts, parked_at, next_at, status, cause
                          from query.webhook_parked where subscription_id = :subscription"""
                        + key.map(from -> " and (told, subject) " + (back ? "<" : ">") + " (:told, :subject)")
                                .orElse("")
                        + (back ? " order by told desc, subject desc" : " order by told, subject") + " limit :rows")
                .param("subscription", subscription)
                .param("rows", paging.rows());
        key.ifPresent(from -> statement.param("told", from.told()).param("subject", from.subject()));
        return statement
                .query((row, n) -> new DeadLetter(
                        row.getObject("subject", UUID.class),
                        row.getLong("told"),
                        row.getObject("position", Long.class),
                        row.getObject("message_id", UUID.class),
                        row.getString("type"),
                        row.getInt("attempts"),
                        Subscriptions.instant(row, "parked_at"),
                        Subscriptions.instant(row, "next_at"),
                        row.getObject("status", Integer.class),
                        row.getString("cause")))
                .list();
    }

    /**
     * Has what waits sent at once, and as often as if it were new.
     *
     * @return how many things that are
     */
    int resend(UUID subscription, long after, Optional<UUID> subject) {
        StatementSpec statement = jdbc.sql(
                        """
                        update query.webhook_parked set next_at = now(), attempts = 0
                         where subscription_id = :subscription and coalesce(position, told) > :after""" + subject.map(one -> " and subject = :subject").orElse(""))
                .param("subscription", subscription)
                .param("after", after);
        subject.ifPresent(one -> statement.param("subject", one));
        return statement.update();
    }

    /** Lets the message go that a thing waits for. */
    int dismiss(UUID subscription, UUID subject) {
        return jdbc.sql("""
                        update query.webhook_parked
                           set told = position, position = null, previous = null, message_id = null, type = null, body = null,
                               attempts = 0, next_at = now(), status = null, cause = null
                         where subscription_id = :subscription and subject = :subject and position is not null""")
                .param("subscription", subscription)
                .param("subject", subject)
                .update();
    }

    /** Begins anew from a position. */
    void replay(UUID subscription, long after) {
        jdbc.sql("delete from query.webhook_parked where subscription_id = :subscription and told >= :after")
                .param("subscription", subscription)
                .param("after", after)
                .update();
        jdbc.sql("update query.webhook_subscription set position = :after where id = :subscription")
                .param("after", after)
                .param("subscription", subscription)
                .update();
    }
}
