package nl.leerspoor.query.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How all who are called are doing, for who runs the program. It holds no address and no secret. */
@Component
public class Receivers {

    /**
     * Somebody who is called.
     *
     * @param owner        the {@code sub} of the token that the subscription was made with
     * @param position     up to where they were told, but for what is parked
     * @param behind       positions in the store above it
     * @param waiting      how long the oldest event above it has been there; nothing when there is none
     * @param parked       things of which a message wasn't taken
     * @param deadLetters  of these, those that are sent again only when somebody asks for it
     * @param failingSince since when nothing was taken; null when the last call succeeded
     */
    public record Receiver(
            UUID subscription,
            String owner,
            Standing standing,
            long position,
            long behind,
            Duration waiting,
            int parked,
            int deadLetters,
            Instant failingSince) {}

    private final JdbcClient events;
    private final JdbcClient jdbc;

    Receivers(@Qualifier("projectorJdbc") JdbcClient events, @Qualifier("webhookJdbc") JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    /** All of them, as of now. */
    public List<Receiver> all() {
        long head = events.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
        Instant now = Instant.now();
        return jdbc
                .sql("""
                        select s.id, s.owner, s.standing, s.position, s.failing_since,
                               count(p.subject) as parked,
                               count(p.subject) filter (where p.next_at is null) as dead
                          from query.webhook_subscription s
                          left join query.webhook_parked p on p.subscription_id = s.id
                         group by s.id order by s.id""")
                .query((row, n) -> new Receiver(
                        row.getObject("id", UUID.class),
                        row.getString("owner"),
                        Standing.valueOf(row.getString("standing")),
                        row.getLong("position"),
                        Math.max(0, head - row.getLong("position")),
                        Duration.ZERO,
                        row.getInt("parked"),
                        row.getInt("dead"),
                        Subscriptions.instant(row, "failing_since")))
                .list()
                .stream()
                .map(receiver -> waiting(receiver, now))
                .toList();
    }

    private Receiver waiting(Receiver receiver, Instant now) {
        Duration waiting = receiver.behind() == 0
                ? Duration.ZERO
                : events.sql("""
                        select time_stamp from eventstore.domain_event_entry
                         where global_index > :position order by global_index limit 1""")
                        .param("position", receiver.position())
                        .query(String.class)
                        .optional()
                        .map(since -> Duration.between(Instant.parse(since), now))
                        .filter(Duration::isPositive)
                        .orElse(Duration.ZERO);
        return new Receiver(
                receiver.subscription(),
                receiver.owner(),
                receiver.standing(),
                receiver.position(),
                receiver.behind(),
                waiting,
                receiver.parked(),
                receiver.deadLetters(),
                receiver.failingSince());
    }
}
