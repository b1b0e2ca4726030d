package nl.leerspoor.query.stream.consumer;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.leerspoor.query.stream.Receiver;
import nl.leerspoor.query.stream.Receivers;
import nl.leerspoor.query.stream.consumer.Consumer.Lease;
import nl.leerspoor.query.stream.consumer.Consumer.Partition;
import nl.leerspoor.query.stream.consumer.Consumer.Wanted;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The consumers of all clients. Each change is one statement, so of two processes that do the same one is told that it came
 * second; and it is on disk before anybody is told of it.
 */
@Component
class Consumers implements Receivers {

    private static final String SELECT = """
            select c.owner, c.name, c.types, c.regions, c.subject, c.made_at, p.number, p.position, p.seen_at,
                   case when p.lease_until > clock_timestamp() then p.member end as member, p.lease_until,
                   greatest(head.position - p.position, 0) as behind,
                   (select e.time_stamp from eventstore.domain_event_entry e
                     where e.global_index > p.position order by e.global_index limit 1) as waiting_since
              from query.consumer c
              join query.consumer_partition p using (owner, name)
             cross join (select coalesce(max(global_index), 0) as position from eventstore.domain_event_entry) head
            """;

    /** Whose partition it is: its member's, for as long as nobody else took it; without a lease, anybody's. */
    private static final String OF_MEMBER = """
             where owner = :owner and name = :name and number = :number
               and case when cast(:member as text) is null then coalesce(lease_until <= clock_timestamp(), true)
                        else member = :member end
            """;

    private static final String RENEWED = """
            seen_at = clock_timestamp(), member = cast(:member as text),
            lease_until = case when cast(:member as text) is not null
                               then clock_timestamp() + make_interval(secs => :lease) end
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Consumers(
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    Optional<Consumer> find(String owner, String name) {
        return consumers(jdbc.sql(SELECT + "where c.owner = :owner and c.name = :name order by p.number")
                        .param("owner", owner)
                        .param("name", name))
                .stream()
                .findFirst();
    }

    /** The consumers of a client on one side of a name, the nearest first. */
    List<Consumer> of(String owner, Optional<String> from, boolean backwards, int most) {
        String side = backwards ? "name < :from" : "name > :from";
        return consumers(jdbc.sql(SELECT
                        + " where (c.owner, c.name) in (select owner, name from query.consumer where owner = :owner"
                        + (from.isPresent() ? " and " + side : "") + " order by name " + (backwards ? "desc" : "")
                        + " limit :most) order by c.name " + (backwards ? "desc" : "") + ", p.number")
                .param("owner", owner)
                .param("from", from.orElse(""))
                .param("most", most));
    }

    /**
     * Makes a consumer, unless its name is taken.
     *
     * @return whether it was made
     */
    boolean make(String owner, String name, Wanted wanted, int partitions, long position) {
        return durably(() -> {
            // one at a time for each client: else two could each make the last that there may be
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('consumers of ' || :owner, 0))")
                    .param("owner", owner)
                    .query((row, n) -> 0)
                    .single();
            if (exists(owner, name)) {
                return false;
            }
            if (count(owner) >= Consumer.MOST) {
                throw ConsumerProblem.TOO_MANY_CONSUMERS.exception();
            }
            jdbc.sql("insert into query.consumer (owner, name, types, regions, subject)"
                            + " values (:owner, :name, :types, :regions, :subject)")
                    .param("owner", owner)
                    .param("name", name)
                    .param("types", wanted.types().map(Consumers::texts).orElse(null))
                    .param("regions", texts(wanted.regions()))
                    .param("subject", wanted.subject().orElse(null))
                    .update();
            jdbc.sql("insert into query.consumer_partition (owner, name, number, position)"
                            + " select :owner, :name, number, :position from unnest(:numbers) number")
                    .param("owner", owner)
                    .param("name", name)
                    .param("position", position)
                    .param("numbers", IntStream.range(0, partitions).boxed().toArray(Integer[]::new))
                    .update();
            return true;
        });
    }

    /** Whether there was one to remove. */
    boolean remove(String owner, String name) {
        return durably(() -> jdbc.sql("delete from query.consumer where owner = :owner and name = :name")
                        .param("owner", owner)
                        .param("name", name)
                        .update()
                > 0);
    }

    /**
     * Where a partition is, for who reads it now; a member's lease is renewed.
     *
     * @param member  who has to have it; empty when nobody may
     * @param reading how long the reading may take
     * @return empty when it is another's, or there is none
     */
    OptionalLong read(String owner, String name, int number, Optional<String> member, Duration reading) {
        return durably(
                () -> jdbc.sql("update query.consumer_partition set " + RENEWED + OF_MEMBER + "returning position")
                        .params(parameters(owner, name, number, member))
                        .param("lease", Consumer.LEASE.plus(reading).toSeconds())
                        .query(Long.class)
                        .optional()
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty));
    }

    /**
     * Moves a partition, if it is where somebody believes it to be, and theirs.
     *
     * @return whether it was moved
     */
    boolean move(String owner, String name, int number, Optional<String> member, long from, long to) {
        return durably(() -> jdbc.sql("update query.consumer_partition set position = :to, " + RENEWED + OF_MEMBER
                                + "and position = :from")
                        .params(parameters(owner, name, number, member))
                        .param("lease", Consumer.LEASE.toSeconds())
                        .param("from", from)
                        .param("to", to)
                        .update()
                > 0);
    }

    /** Gives a member a partition that nobody has, the first or the one that was left longest ago. */
    OptionalInt claim(String owner, String name, String member) {
        return durably(() -> jdbc.sql("""
                        with free as materialized (
                            select number from query.consumer_partition
                             where owner = :owner and name = :name
                               and coalesce(lease_until <= clock_timestamp(), true)
                             order by lease_until nulls first, number
                             limit 1 for update skip locked)
                        update query.consumer_partition p
                           set member = :member, lease_until = clock_timestamp() + make_interval(secs => :lease),
                               seen_at = clock_timestamp()
                          from free
                         where p.owner = :owner and p.name = :name and p.number = free.number
                        returning p.number""")
                .param("owner", owner)
                .param("name", name)
                .param("member", member)
                .param("lease", Consumer.LEASE.toSeconds())
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
    }

    /** Whether a member had a partition to let go of. */
    boolean release(String owner, String name, int number, String member) {
        return durably(
                () -> jdbc.sql("update query.consumer_partition set member = null, lease_until = null" + OF_MEMBER)
                                .params(parameters(owner, name, number, Optional.of(member)))
                                .update()
                        > 0);
    }

    /** Each partition of each consumer, for operators. */
    @Override
    public List<Receiver> receivers() {
        return consumers(jdbc.sql(SELECT + "order by c.owner, c.name, p.number")).stream()
                .flatMap(consumer -> consumer.partitions().stream().map(partition -> receiver(consumer, partition)))
                .toList();
    }

    private static Receiver receiver(Consumer consumer, Partition partition) {
        return new Receiver(
                Receiver.Kind.CONSUMER,
                consumer.owner(),
                consumer.name() + "/" + partition.number(),
                partition.position(),
                partition.behind(),
                partition.waitingSince(),
                partition.seenAt(),
                0,
                Optional.empty());
    }

    private boolean exists(String owner, String name) {
        return jdbc.sql("select exists (select from query.consumer where owner = :owner and name = :name)")
                .param("owner", owner)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private int count(String owner) {
        return jdbc.sql("select count(*) from query.consumer where owner = :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    private <T> T durably(Supplier<T> change) {
        return transaction.execute(status -> {
            // what this role writes else can be made again, and need not wait for the disk
            jdbc.sql("set local synchronous_commit = on").update();
            return change.get();
        });
    }

    private static Map<String, Object> parameters(String owner, String name, int number, Optional<String> member) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("owner", owner);
        parameters.put("name", name);
        parameters.put("number", number);
        parameters.put("member", member.orElse(null));
        return parameters;
    }

    private static List<Consumer> consumers(StatementSpec statement) {
        record Row(Consumer consumer, Partition partition) {}

        Map<String, List<Row>> byName = new LinkedHashMap<>();
        statement
                .query((row, n) -> new Row(consumer(row), partition(row)))
                .list()
                .forEach(row -> byName.computeIfAbsent(
                                row.consumer().owner() + " " + row.consumer().name(), key -> new ArrayList<>())
                        .add(row));
        return byName.values().stream()
                .map(rows -> {
                    Consumer one = rows.getFirst().consumer();
                    return new Consumer(
                            one.owner(),
                            one.name(),
                            one.wanted(),
                            one.madeAt(),
                            rows.stream().map(Row::partition).toList());
                })
                .toList();
    }

    private static Consumer consumer(ResultSet row) throws SQLException {
        var wanted = new Wanted(
                texts(row.getArray("types")),
                texts(row.getArray("regions")).orElseThrow(),
                Optional.ofNullable(row.getObject("subject", UUID.class)));
        return new Consumer(
                row.getString("owner"),
                row.getString("name"),
                wanted,
                row.getTimestamp("made_at").toInstant(),
                List.of());
    }

    private static Partition partition(ResultSet row) throws SQLException {
        String member = row.getString("member");
        return new Partition(
                row.getInt("number"),
                row.getLong("position"),
                member == null
                        ? Optional.empty()
                        : Optional.of(new Lease(
                                member, row.getTimestamp("lease_until").toInstant())),
                Optional.ofNullable(row.getTimestamp("seen_at")).map(Timestamp::toInstant),
                row.getLong("behind"),
                Optional.ofNullable(row.getString("waiting_since")).map(Instant::parse));
    }

    private static String[] texts(Set<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }

    private static Optional<Set<String>> texts(Array values) throws SQLException {
        return values == null ? Optional.empty() : Optional.of(Set.of((String[]) values.getArray()));
    }
}
