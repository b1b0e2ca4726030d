package nl.leerspoor.command;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What somebody may mention in a command. To whoever mentions anything else, it doesn't exist.
 *
 * @param regions empty when the administration itself is at work, which knows no bounds
 * @param hidden  one thing in these regions that is out of reach all the same
 */
public record Reach(Optional<Set<String>> regions, Optional<UUID> hidden) {

    private static final String RESOURCE = Reach.class.getName();
    private static final Reach EVERYTHING = new Reach(Optional.empty(), Optional.empty());

    /** That of somebody who is bound to some regions. */
    public static Reach in(Set<String> regions) {
        return new Reach(Optional.of(Set.copyOf(regions)), Optional.empty());
    }

    /** That of who sent the command that is being handled. */
    static Reach ofCommandAtHand() {
        return CurrentUnitOfWork.map(work -> work.<Reach>getOrDefaultResource(RESOURCE, EVERYTHING))
                .orElse(EVERYTHING);
    }

    /** The same without one thing. */
    public Reach without(UUID thing) {
        return new Reach(regions, Optional.of(thing));
    }

    /** Holds for all that the handler of this command looks for. */
    public void limit(UnitOfWork<?> command) {
        command.resources().put(RESOURCE, this);
    }

    boolean covers(UUID thing, String region) {
        return !hidden.equals(Optional.of(thing))
                && regions.map(mine -> mine.contains(region)).orElse(true);
    }
}
