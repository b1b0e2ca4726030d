package nl.leerspoor.command;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What only one of a set may have at a time: one open trajectory per candidate and region, one running pilot per region
 * and programme, a document number per school. Claims are written in the transaction of the append; a unique index
 * decides between two who want the same, on one node or on several.
 */
@Component
public class ClaimedKeys {

    private final JdbcClient jdbc;

    ClaimedKeys(@Qualifier("commandJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a key for a holder; false when somebody else has it. Taking what one has already is no change. */
    public boolean take(String scope, String key, UUID holder) {
        int taken = jdbc.sql("""
                        insert into command.claimed_key(scope, key, holder) values (:scope, :key, :holder)
                        on conflict do nothing""")
                .param("scope", scope)
                .param("key", key)
                .param("holder", holder)
                .update();
        return taken == 1 || holder(scope, key).filter(holder::equals).isPresent();
    }

    /** Gives a key back. */
    public void release(String scope, String key) {
        jdbc.sql("delete from command.claimed_key where scope = :scope and key = :key")
                .param("scope", scope)
                .param("key", key)
                .update();
    }

    /** Gives back all that a holder has in a scope. */
    public void releaseAll(String scope, UUID holder) {
        jdbc.sql("delete from command.claimed_key where scope = :scope and holder = :holder")
                .param("scope", scope)
                .param("holder", holder)
                .update();
    }

    /** Who has a key. */
    public Optional<UUID> holder(String scope, String key) {
        return jdbc.sql("select holder from command.claimed_key where scope = :scope and key = :key")
                .param("scope", scope)
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    /** All who have a key in a scope. */
    public Set<UUID> holders(String scope) {
        return new HashSet<>(jdbc.sql("select holder from command.claimed_key where scope = :scope")
                .param("scope", scope)
                .query(UUID.class)
                .list());
    }
}
