package nl.leerspoor.query.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.query.stream.Receiver;
import nl.leerspoor.query.stream.Receivers;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How all who are called are doing, for who runs the program. It holds no address and no secret. */
@Component
class Called implements Receivers {

    /**
     * A subscription, as far as an operator needs it.
     *
     * @param owner        the {@code sub} of the token that it was made with
     * @param position     up to where its receiver was told, but for what is parked
     * @param behind       positions in the store above it
     * @param waitingSince since when the oldest event above it is there; null when there is none, or it isn't called
     * @param parked       things of which a message wasn't taken
     * @param deadLetters  of these, those that are sent again only when somebody asks for it
     * @param failingSince since when nothing was taken; null when the last call succeeded
     * @param deliveredAt  when something was last taken; null when never
     */
    record One(
            UUID subscription,
            String owner,
            Standing standing,
            long position,
            long behind,
            Instant waitingSince,
            int parked,
            int deadLetters,
            Instant failingSince,
            Instant deliveredAt) {}

    private final JdbcClient events;
    private final JdbcClient jdbc;

    Called(@Qualifier("projectorJdbc") JdbcClient events, @Qualifier("webhookJdbc") JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    @Override
    public List<Receiver> receivers() {
        return all().stream()
                .map(one -> new Receiver(
                        Receiver.Kind.SUBSCRIPTION,
                        one.owner(),
                        one.subscription().toString(),
                        one.position(),
                        one.behind(),
                        Optional.ofNullable(one.waitingSince()),
                        Optional.ofNullable(one.deliveredAt()),
                        one.parked(),
                        trouble(one)))
                .toList();
    }

    /** All of them, as of now. */
    List<One> all() {
        long head = events.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
        return jdbc
                .sql("""
                        select s.id, s.owner, s.standing, s.position, s.failing_since, s.delivered_at,
                               count(p.subject) as parked,
                               count(p.subject) filter (where p.next_at is null) as dead
                          from query.webhook_subscription s
                          left join query.webhook_parked p on p.subscription_id = s.id
                         group by s.id order by s.id""")
                .query((row, n) -> new One(
                        row.getObject("id", UUID.class),
                        row.getString("owner"),
                        Standing.valueOf(row.getString("standing")),
                        row.getLong("position"),
                        Math.max(0, head - row.getLong("position")),
                        null,
                        row.getInt("parked"),
                        row.getInt("dead"),
                        Subscriptions.instant(row, "failing_since"),
                        Subscriptions.instant(row, "delivered_at")))
                .list()
                .stream()
                .map(this::waiting)
                .toList();
    }

    private One waiting(One one) {
        if (one.behind() == 0 || one.standing() != Standing.ACTIVE) {
            return one;
        }
        Instant since = events.sql("""
                        select time_stamp from eventstore.domain_event_entry
                         where global_index > :position order by global_index limit 1""")
                .param("position", one.position())
                .query(String.class)
                .optional()
                .map(Instant::parse)
                .orElse(null);
        return new One(
                one.subscription(),
                one.owner(),
                one.standing(),
                one.position(),
                one.behind(),
                since,
                one.parked(),
                one.deadLetters(),
                one.failingSince(),
                one.deliveredAt());
    }

    private static Optional<String> trouble(One one) {
        if (one.standing() != Standing.ACTIVE) {
            return Optional.of(one.standing().name());
        }
        return one.failingSince() == null ? Optional.empty() : Optional.of("FAILING");
    }
}
