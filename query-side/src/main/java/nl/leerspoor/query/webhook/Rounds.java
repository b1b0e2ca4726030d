package nl.leerspoor.query.webhook;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.query.webhook.Delivery.Attempt;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what came of telling receivers: all of a round in one transaction, or nothing of it. */
@Component
class Rounds {

    /**
     * What came of a round.
     *
     * @param position   up to where the receiver was told, but for what is parked
     * @param quietUntil until when the receiver asked to be left alone; null when it didn't
     * @param standing   whether it is called on
     */
    record Round(
            long position,
            Instant failingSince,
            Instant quietUntil,
            Instant deliveredAt,
            List<Attempt> attempts,
            List<Parked> parked,
            List<UUID> unparked,
            Standing standing) {}

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    private final Parking parking;
    private final Attempts attempts;

    Rounds(@Qualifier("webhookJdbc") JdbcClient jdbc, Subscriptions subscriptions, Parking parking, Attempts attempts) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.parking = parking;
        this.attempts = attempts;
    }

    /** A subscription, if somebody has the lease for it. */
    Optional<Subscription> held(UUID id, String lease) {
        return jdbc.sql("select * from query.webhook_subscription where id = :id and lease_owner = :lease")
                .param("id", id)
                .param("lease", lease)
                .query(Subscriptions::row)
                .optional();
    }

    /** Has it stand still. */
    void stop(UUID id) {
        subscriptions.stand(id, Standing.PAUSED, Subscriptions.ITSELF);
    }

    List<Parked> parked(UUID id) {
        return parking.of(id);
    }

    /**
     * Keeps a round.
     *
     * @return how the subscription is now; empty when the lease is another's, or somebody changed the subscription, and
     *     nothing but the log was kept
     */
    Optional<Subscription> keep(Subscription before, String lease, Round round) {
        return subscriptions.together(rows -> {
            Optional<Subscription> after = rows.sql("""
                            update query.webhook_subscription
                               set position = :position, failing_since = :failingSince, quiet_until = :quietUntil,
                                   delivered_at = coalesce(:deliveredAt, delivered_at)
                             where id = :id and lease_owner = :lease and revision = :revision
                            returning *""")
                    .param("position", round.position())
                    .param("failingSince", at(round.failingSince()), Types.TIMESTAMP)
                    .param("quietUntil", at(round.quietUntil()), Types.TIMESTAMP)
                    .param("deliveredAt", at(round.deliveredAt()), Types.TIMESTAMP)
                    .param("id", before.id())
                    .param("lease", lease)
                    .param("revision", before.revision())
                    .query(Subscriptions::row)
                    .optional();
            if (after.isPresent()) {
                round.parked().forEach(one -> parking.put(before.id(), one));
                round.unparked().forEach(subject -> parking.remove(before.id(), subject));
                if (round.standing() != Standing.ACTIVE) {
                    subscriptions.stand(before.id(), round.standing(), Subscriptions.ITSELF);
                }
            }
            if (after.isPresent() || subscriptions.find(before.id()).isPresent()) {
                attempts.add(before.id(), round.attempts());
            }
            return round.standing() == Standing.ACTIVE ? after : after.flatMap(one -> subscriptions.find(one.id()));
        });
    }

    private static Timestamp at(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
