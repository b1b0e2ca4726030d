package nl.leerspoor.query.webhook;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which node tells which receiver. Time is the database's, so that it doesn't matter what a node takes it to be. */
@Component
class Leases {

    private final JdbcClient jdbc;

    Leases(@Qualifier("webhookJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has a node keep what it has; those that it still has, with their revisions. */
    Map<UUID, Long> keep(String node, Collection<UUID> ids) {
        Map<UUID, Long> kept = new HashMap<>();
        jdbc.sql("""
                        update query.webhook_subscription set lease_until = now() + interval '30 seconds'
                         where id = any(cast(:ids as uuid[])) and lease_owner = :node
                        returning id, revision""")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .param("node", node)
                .query(row -> {
                    kept.put(row.getObject("id", UUID.class), row.getLong("revision"));
                });
        return kept;
    }

    /** Tells that a node is there, and answers how many each node has when they share equally. */
    int share(String node) {
        jdbc.sql("""
                        insert into query.webhook_node (name, seen_at) values (:node, now())
                        on conflict (name) do update set seen_at = excluded.seen_at""").param("node", node).update();
        return jdbc.sql("""
                        select ceil(cast((select count(*) from query.webhook_subscription where standing = 'ACTIVE') as numeric)
                                    / greatest(1, (select count(*) from query.webhook_node
                                                    where seen_at > now() - interval '10 seconds')))""").query(Integer.class).single();
    }

    /** Gives a node some that nobody has. */
    List<UUID> take(String node, int most) {
        return jdbc.sql("""
                        update query.webhook_subscription
                           set lease_owner = :node, lease_until = now() + interval '30 seconds'
                         where id in (select id from query.webhook_subscription
                                       where standing = 'ACTIVE' and (lease_until is null or lease_until < now())
                                       order by id limit :most for update skip locked)
                        returning id""")
                .param("node", node)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    void release(String node, UUID id) {
        jdbc.sql("""
                        update query.webhook_subscription set lease_owner = null, lease_until = null
                         where id = :id and lease_owner = :node""").param("id", id).param("node", node).update();
    }

    /** Gives back all that a node has. */
    void leave(String node) {
        jdbc.sql(
                        "update query.webhook_subscription set lease_owner = null, lease_until = null where lease_owner = :node")
                .param("node", node)
                .update();
        jdbc.sql("delete from query.webhook_node where name = :node or seen_at < now() - interval '1 day'")
                .param("node", node)
                .update();
    }
}
