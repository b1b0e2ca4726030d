package nl.leerspoor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.leerspoor.platform.eventstore.EventTail.Stuck;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What operators hear of a tail that stands still. */
class TailHealthTest {

    private final AtomicReference<Optional<Stuck>> stuck = new AtomicReference<>(Optional.empty());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TailHealth health = new TailHealth(stuck::get, metrics);

    @Test
    void saysWhereItStandsAndWhatToDoUntilItGoesOn() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(gauge()).isZero();

        stuck.set(Optional.of(new Stuck(1319, "pilot.PartnerAdded", "2")));

        assertThat(health.health().getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(health.health().getDetails())
                .containsEntry(
                        "reasons",
                        List.of("Readers stand still before position 1319: this release doesn't know revision 2 of"
                                + " pilot.PartnerAdded. Start one that does."));
        assertThat(gauge()).isEqualTo(1);

        stuck.set(Optional.empty());

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(gauge()).isZero();
    }

    private double gauge() {
        return metrics.get("leerspoor.tail.stuck").gauge().value();
    }
}
