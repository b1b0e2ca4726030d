package nl.leerspoor.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.leerspoor.events.Event;

/** What a test asks of a decision. */
public final class Decided {

    private Decided() {}

    /** The facts that were accepted; fails when the command was refused. */
    public static <E extends Event> List<E> events(Decision<E> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<E>) decision).events();
    }

    /** The refusal; fails when the command was accepted. */
    public static Refusal refusal(Decision<?> decision) {
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        return ((Decision.Rejected<?>) decision).refusal();
    }

    /** What the refusal tells beside its code; fails when the command was accepted. */
    public static Map<String, ?> details(Decision<?> decision) {
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        return ((Decision.Rejected<?>) decision).details();
    }
}
