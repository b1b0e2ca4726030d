package nl.leerspoor.query.webhook;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.personaldata.SecretSealing;
import nl.leerspoor.platform.personaldata.SecretSealing.Sealed;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of subscriptions as they are kept: sealed by a key that is not in the database, and shown once. */
@Component
class Keys {

    /**
     * A key, without what is secret of it.
     *
     * @param endsAt until when it signs beside the newer one; null for the newest
     */
    record Shown(String publicKey, Instant madeAt, Instant endsAt) {}

    /** How long an older key signs beside a new one. */
    static final Duration ROTATION = Duration.ofHours(24);

    /** With each one more a message has two signatures more. */
    static final int MOST = 5;

    private record Row(UUID id, UUID subscription, Sealed sealed, Instant madeAt, Instant endsAt) {

        private String place() {
            return "webhook " + subscription + " " + id;
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final SecretSealing sealing;

    Keys(@Qualifier("webhookJdbc") JdbcClient jdbc, SecretSealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Gives a subscription a new key; those that it had sign along for a day. */
    Key add(UUID subscription) {
        jdbc.sql("""
                        update query.webhook_secret set ends_at = now() + make_interval(secs => :seconds)
                         where subscription_id = :subscription and ends_at is null""")
                .param("seconds", (double) ROTATION.toSeconds())
                .param("subscription", subscription)
                .update();
        jdbc.sql("delete from query.webhook_secret where subscription_id = :subscription and ends_at < now()")
                .param("subscription", subscription)
                .update();
        Key key = Key.draw(RANDOM);
        UUID id = UUID.randomUUID();
        Sealed sealed = sealing.seal("webhook " + subscription + " " + id, key.bytes());
        jdbc.sql("""
                        insert into query.webhook_secret (id, subscription_id, sealed, sealed_by)
                        values (:id, :subscription, :sealed, :by)""")
                .param("id", id)
                .param("subscription", subscription)
                .param("sealed", sealed.bytes())
                .param("by", sealed.by())
                .update();
        return key;
    }

    /** Those that sign now, the newest first. */
    List<Key> of(UUID subscription) {
        return rows(subscription).stream().map(this::open).toList();
    }

    List<Shown> shown(UUID subscription) {
        return rows(subscription).stream()
                .map(row -> new Shown(open(row).publicText(), row.madeAt(), row.endsAt()))
                .toList();
    }

    /** Seals those anew that an older key-encryption key sealed, so that it can be thrown away. */
    void sealAnew() {
        jdbc
                .sql("select id, subscription_id, sealed, sealed_by, made_at, ends_at from query.webhook_secret")
                .query(Keys::row)
                .list()
                .stream()
                .filter(row -> sealing.isByOlderKey(row.sealed()))
                .forEach(row -> {
                    Sealed anew = sealing.seal(row.place(), sealing.open(row.place(), row.sealed()));
                    jdbc.sql("update query.webhook_secret set sealed = :sealed, sealed_by = :by where id = :id")
                            .param("sealed", anew.bytes())
                            .param("by", anew.by())
                            .param("id", row.id())
                            .update();
                });
    }

    private List<Row> rows(UUID subscription) {
        return jdbc.sql("""
                        select id, subscription_id, sealed, sealed_by, made_at, ends_at from query.webhook_secret
                         where subscription_id = :subscription and (ends_at is null or ends_at > now())
                         order by made_at desc, id""")
                .param("subscription", subscription)
                .query(Keys::row)
                .list();
    }

    private Key open(Row row) {
        return Key.of(sealing.open(row.place(), row.sealed()));
    }

    private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("subscription_id", UUID.class),
                new Sealed(row.getBytes("sealed"), row.getString("sealed_by")),
                Subscriptions.instant(row, "made_at"),
                Subscriptions.instant(row, "ends_at"));
    }
}
