package nl.leerspoor.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Claims without a database, for one test and one thread. */
public final class ClaimsInMemory extends ClaimedKeys {

    private record Key(String scope, String key) {}

    private final Map<Key, UUID> holders = new LinkedHashMap<>();

    public ClaimsInMemory() {
        super(null);
    }

    @Override
    public boolean take(String scope, String key, UUID holder) {
        UUID before = holders.putIfAbsent(new Key(scope, key), holder);
        return before == null || before.equals(holder);
    }

    @Override
    public void release(String scope, String key) {
        holders.remove(new Key(scope, key));
    }

    @Override
    public Optional<UUID> holder(String scope, String key) {
        return Optional.ofNullable(holders.get(new Key(scope, key)));
    }

    @Override
    public Set<UUID> holders(String scope) {
        return holders.entrySet().stream()
                .filter(claim -> claim.getKey().scope().equals(scope))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }
}
