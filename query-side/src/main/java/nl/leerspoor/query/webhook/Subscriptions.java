package nl.leerspoor.query.webhook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.leerspoor.platform.http.Paging;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The subscriptions as they are kept, with who did what when. */
@Component
class Subscriptions {

    /**
     * Something that was done with a subscription.
     *
     * @param by   the {@code sub} of whoever did it; {@code system:webhooks} for the program itself
     * @param done what
     */
    record Change(Instant at, String by, String done, String detail) {}

    /** The program itself, when it changes a subscription. */
    static final String ITSELF = "system:webhooks";

    /** How long a subscription lives on without its owner showing the rights for it. */
    static final Duration RIGHTS_HOLD = Duration.ofDays(90);

    private static final int CHANGES_SHOWN = 50;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Subscriptions(
            @Qualifier("webhookJdbc") JdbcClient jdbc,
            @Qualifier("webhookTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does several things or none. */
    <T> T together(Function<JdbcClient, T> work) {
        return transaction.execute(status -> work.apply(jdbc));
    }

    /** Keeps a new one. Nothing happens when there is one under this id. */
    boolean add(UUID id, String owner, SubscriptionAsked asked, long position, OptionalInt perMinute) {
        int added = jdbc.sql("""
                        insert into query.webhook_subscription (id, owner, url, description, types, regions, subject,
                               position, standing, rate_per_minute)
                        values (:id, :owner, :url, :description, :types, :regions, :subject, :position, 'ACTIVE', :rate)
                        on conflict (id) do nothing""")
                .param("id", id)
                .param("owner", owner)
                .param("url", asked.url().uri().toString())
                .param("description", asked.description())
                .param("types", asked.types().map(Subscriptions::texts).orElse(null))
                .param("regions", texts(asked.regions()))
                .param("subject", asked.subject().orElse(null))
                .param("position", position)
                .param("rate", perMinute.isPresent() ? perMinute.getAsInt() : null)
                .update();
        if (added == 0) {
            return false;
        }
        record(id, owner, "MADE", "");
        return true;
    }

    Optional<Subscription> find(UUID id) {
        return jdbc.sql("select * from query.webhook_subscription where id = :id")
                .param("id", id)
                .query(Subscriptions::row)
                .optional();
    }

    /** How many somebody has. */
    int countOf(String owner) {
        return jdbc.sql("select count(*) from query.webhook_subscription where owner = :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /**
     * One row more than a page, in the order of ids.
     *
     * @param owner whose; everybody's without
     */
    List<Subscription> page(Optional<String> owner, Paging paging) {
        Optional<UUID> key = paging.key(1, parts -> UUID.fromString(parts.getFirst()));
        boolean back = paging.isBackwards();
        StatementSpec statement = jdbc.sql("select * from query.webhook_subscription where true"
                        + owner.map(whose -> " and owner = :owner").orElse("")
                        + key.map(from -> back ? " and id < :key" : " and id > :key")
                                .orElse("")
                        + " order by id" + (back ? " desc" : "") + " limit :rows")
                .param("rows", paging.rows());
        owner.ifPresent(whose -> statement.param("owner", whose));
        key.ifPresent(from -> statement.param("key", from));
        return statement.query(Subscriptions::row).list();
    }

    /** Lets it be called, or not. */
    void stand(UUID id, Standing standing, String by) {
        int changed =
                jdbc.sql("""
                        update query.webhook_subscription
                           set standing = :standing, failing_since = null, quiet_until = null, revision = revision + 1
                         where id = :id and standing <> :standing""").param("standing", standing.name()).param("id", id).update();
        if (changed > 0) {
            record(id, by, standing.name(), "");
        }
    }

    /** Has it heed what the receiver last wanted. */
    void pace(UUID id, OptionalInt perMinute) {
        jdbc.sql("update query.webhook_subscription set rate_per_minute = :rate where id = :id")
                .param("rate", perMinute.isPresent() ? perMinute.getAsInt() : null)
                .param("id", id)
                .update();
    }

    /** Has a node that tells it look again at what somebody did with it. */
    void touched(UUID id, String by, String done, String detail) {
        jdbc.sql("update query.webhook_subscription set revision = revision + 1 where id = :id")
                .param("id", id)
                .update();
        record(id, by, done, detail);
    }

    void remove(UUID id, String by) {
        record(id, by, "REMOVED", "");
        jdbc.sql("delete from query.webhook_subscription where id = :id")
                .param("id", id)
                .update();
    }

    /**
     * Takes notice of the rights that a token of an owner has. No subscription of theirs reaches further from now on, and
     * one that reaches nothing any more stands still.
     */
    void shown(String owner, Set<String> regions) {
        String[] rights = texts(regions);
        jdbc.sql("""
                        update query.webhook_subscription set rights_shown_at = now()
                         where owner = :owner and regions <@ cast(:rights as text[]) and rights_shown_at < now() - interval '1 hour'""").param("owner", owner).param("rights", rights).update();
        List<UUID> shrunk = jdbc.sql("""
                        update query.webhook_subscription
                           set regions = case when regions && cast(:rights as text[])
                                              then array(select unnest(regions) intersect select unnest(cast(:rights as text[])))
                                              else regions end,
                               standing = case when regions && cast(:rights as text[]) then standing else 'RIGHTS_LOST' end,
                               rights_shown_at = now(), revision = revision + 1
                         where owner = :owner and not regions <@ cast(:rights as text[])
                           and (regions && cast(:rights as text[]) or standing <> 'RIGHTS_LOST')
                        returning id""")
                .param("owner", owner)
                .param("rights", rights)
                .query(UUID.class)
                .list();
        shrunk.forEach(id -> record(id, ITSELF, "RIGHTS_SHRANK", ""));
    }

    /** Has those stand still whose owners didn't come by. */
    void letRightsEnd() {
        jdbc.sql("""
                        update query.webhook_subscription set standing = 'RIGHTS_NOT_SHOWN', revision = revision + 1
                         where standing = 'ACTIVE' and rights_shown_at < now() - make_interval(days => :days)
                        returning id""")
                .param("days", Math.toIntExact(RIGHTS_HOLD.toDays()))
                .query(UUID.class)
                .list()
                .forEach(id -> record(id, ITSELF, Standing.RIGHTS_NOT_SHOWN.name(), ""));
    }

    /** What was done with one, the latest first. */
    List<Change> changes(UUID id) {
        return jdbc.sql("""
                        select at, done_by, done, detail from query.webhook_change
                         where subscription_id = :id order by id desc limit :most""")
                .param("id", id)
                .param("most", CHANGES_SHOWN)
                .query((row, n) -> new Change(
                        row.getTimestamp("at").toInstant(),
                        row.getString("done_by"),
                        row.getString("done"),
                        row.getString("detail")))
                .list();
    }

    void record(UUID id, String by, String done, String detail) {
        jdbc.sql("""
                        insert into query.webhook_change (subscription_id, done_by, done, detail)
                        values (:id, :by, :done, :detail)""")
                .param("id", id)
                .param("by", by)
                .param("done", done)
                .param("detail", detail)
                .update();
    }

    static Subscription row(ResultSet row, int number) throws SQLException {
        int rate = row.getInt("rate_per_minute");
        OptionalInt perMinute = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(rate);
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("url"),
                row.getString("description"),
                Optional.ofNullable(row.getArray("types")).map(Subscriptions::set),
                set(row.getArray("regions")),
                Optional.ofNullable(row.getObject("subject", UUID.class)),
                row.getLong("position"),
                Standing.valueOf(row.getString("standing")),
                perMinute,
                instant(row, "made_at"),
                instant(row, "rights_shown_at"),
                instant(row, "failing_since"),
                instant(row, "quiet_until"),
                instant(row, "delivered_at"),
                row.getLong("revision"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Set<String> set(Array array) {
        try {
            return Arrays.stream((String[]) array.getArray()).collect(Collectors.toUnmodifiableSet());
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }

    private static String[] texts(Set<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }
}
