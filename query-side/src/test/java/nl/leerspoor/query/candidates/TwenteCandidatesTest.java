package nl.leerspoor.query.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.query.twente.TwentePilot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The candidates of the Twente pilot: in view, and how their confidence grew. */
class TwenteCandidatesTest {

    @ParameterizedTest
    @CsvSource({
        "2019-10-31,  4",
        "2019-12-31, 12",
        "2020-02-29, 61",
        "2020-04-01, 61",
        "2020-06-30, 67",
        "2020-07-31, 71",
        "2020-08-31, 71",
        "2020-09-01, 71",
        "2020-09-30, 72",
        "2020-11-01, 72",
        "2020-12-31, 72"
    })
    void inView(String day, int expected) {
        assertThat(candidates(day)).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"2020-06-30, 8, 4", "2020-11-01, 28, 24"})
    void confidenceGrowth(String day, int sum, int n) {
        List<Integer> growth = candidates(day).stream()
                .map(CandidateState::growth)
                .flatMap(Optional::stream)
                .map(g -> g.last() - g.first())
                .toList();

        assertThat(growth).hasSize(n);
        assertThat(growth.stream().mapToInt(Integer::intValue).sum()).isEqualTo(sum);
    }

    private static List<CandidateState> candidates(String day) {
        return TwentePilot.on(day, CandidateEvent.class, CandidateCourse::evolve);
    }
}
