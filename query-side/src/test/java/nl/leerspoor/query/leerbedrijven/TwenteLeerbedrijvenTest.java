package nl.leerspoor.query.leerbedrijven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Decline;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Stage;
import nl.leerspoor.query.twente.TwentePilot;
import org.junit.jupiter.api.Test;

/** The employers of the Twente pilot, and why seven of them said no. */
class TwenteLeerbedrijvenTest {

    private final List<LeerbedrijfState> employers =
            TwentePilot.on("2020-11-01", LeerbedrijfEvent.class, LeerbedrijfCourse::evolve);

    @Test
    void twentyOneWereApproachedAndTwelveJoined() {
        assertThat(employers).hasSize(21);
        assertThat(employers.stream().collect(Collectors.groupingBy(LeerbedrijfState::stage, Collectors.counting())))
                .isEqualTo(Map.of(Stage.JOINED, 12L, Stage.DECLINED, 7L, Stage.APPROACHED, 2L));
    }

    @Test
    void declinesByReason() {
        assertThat(employers.stream()
                        .flatMap(employer -> employer.declines().stream())
                        .collect(Collectors.groupingBy(Decline::reason, Collectors.counting())))
                .isEqualTo(Map.of(
                        "NO_COMPENSATION",
                        3L,
                        "PREFERS_NIVEAU_3_OR_HIGHER",
                        2L,
                        "CORONA_CLOSURE",
                        1L,
                        "NO_SUPERVISION_CAPACITY",
                        1L));
    }
}
