package nl.leerspoor.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
        return takeFree(scope, key, holder)
                || holder(scope, key).filter(holder::equals).isPresent();
    }

    /**
     * Takes keys for a holder, all or none; a refused command is committed too, so half of them may not stay behind.
     *
     * @return the first key that somebody else has; empty when the holder has them all now
     */
    public Optional<String> takeAll(String scope, Collection<String> keys, UUID holder) {
        List<String> taken = new ArrayList<>();
        for (String key : keys.stream().sorted().toList()) {
            if (takeFree(scope, key, holder)) {
                taken.add(key);
            } else if (!holder(scope, key).filter(holder::equals).isPresent()) {
                taken.forEach(mine -> release(scope, mine));
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private boolean takeFree(String scope, String key, UUID holder) {
        int taken = jdbc.sql("""
                        insert into command.claimed_key(scope, key, holder) values (:scope, :key, :holder)
                        on conflict do nothing""")
                .param("scope", scope)
                .param("key", key)
                .param("holder", holder)
                .update();
        return taken == 1;
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
