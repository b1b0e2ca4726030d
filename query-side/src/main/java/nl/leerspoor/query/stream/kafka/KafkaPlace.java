package nl.leerspoor.query.stream.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import nl.leerspoor.platform.operation.NodeName;
import nl.leerspoor.query.stream.Receiver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up to where events are on Kafka, and which node brings the next. It is written after the broker has acknowledged them: who
 * dies in between has sent something that is sent again, and never skipped anything.
 */
final class KafkaPlace {

    /** How long others wait for a node that is silent. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /**
     * How far it is.
     *
     * @param behind       positions that aren't there yet
     * @param waitingSince since when the oldest event that isn't there yet is in the store
     */
    record Progress(Optional<String> node, long position, long behind, Optional<Instant> waitingSince) {

        Duration lag(Instant now) {
            return waitingSince
                    .map(since -> Duration.between(since, now))
                    .filter(Duration::isPositive)
                    .orElse(Duration.ZERO);
        }

        Receiver receiver(String prefix, Optional<String> trouble) {
            return new Receiver(
                    Receiver.Kind.KAFKA,
                    "",
                    prefix + node.map(one -> " by " + one).orElse(""),
                    position,
                    behind,
                    waitingSince,
                    Optional.empty(),
                    0,
                    trouble);
        }
    }

    private final JdbcClient jdbc;
    private final String prefix;

    KafkaPlace(JdbcClient jdbc, String prefix) {
        this.jdbc = jdbc;
        this.prefix = prefix;
    }

    /** Where this node goes on; empty when another one is at it. */
    OptionalLong claim() {
        jdbc.sql("insert into query.kafka_place (topic_prefix, position) values (:prefix, 0) on conflict do nothing")
                .param("prefix", prefix)
                .update();
        return jdbc.sql("""
                        update query.kafka_place
                           set node = :node, lease_until = clock_timestamp() + make_interval(secs => :lease)
                         where topic_prefix = :prefix and (node = :node or coalesce(lease_until < clock_timestamp(), true))
                        returning position""")
                .param("prefix", prefix)
                .param("node", NodeName.VALUE)
                .param("lease", LEASE.toSeconds())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /**
     * Says that everything up to a position is there.
     *
     * @return whether this node is still the one that says so
     */
    boolean move(long from, long to) {
        return jdbc.sql("""
                        update query.kafka_place
                           set position = :to, lease_until = clock_timestamp() + make_interval(secs => :lease)
                         where topic_prefix = :prefix and node = :node and position = :from""")
                        .param("prefix", prefix)
                        .param("node", NodeName.VALUE)
                        .param("from", from)
                        .param("to", to)
                        .param("lease", LEASE.toSeconds())
                        .update()
                > 0;
    }

    /** Others need not wait until this node is missed. */
    void release() {
        jdbc.sql(
                        "update query.kafka_place set lease_until = clock_timestamp() where topic_prefix = :prefix and node = :node")
                .param("prefix", prefix)
                .param("node", NodeName.VALUE)
                .update();
    }

    Progress progress() {
        return jdbc.sql("""
                        select case when p.lease_until > clock_timestamp() then p.node end as node,
                               coalesce(p.position, 0) as position,
                               greatest(head.position - coalesce(p.position, 0), 0) as behind,
                               (select e.time_stamp from eventstore.domain_event_entry e
                                 where e.global_index > coalesce(p.position, 0)
                                 order by e.global_index limit 1) as waiting_since
                          from (select coalesce(max(global_index), 0) as position
                                  from eventstore.domain_event_entry) head
                          left join query.kafka_place p on p.topic_prefix = :prefix""")
                .param("prefix", prefix)
                .query((row, n) -> new Progress(
                        Optional.ofNullable(row.getString("node")),
                        row.getLong("position"),
                        row.getLong("behind"),
                        Optional.ofNullable(row.getString("waiting_since")).map(Instant::parse)))
                .single();
    }
}
