package nl.leerspoor.query.verklaringen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.query.twente.TwentePilot;
import nl.leerspoor.query.verklaringen.VerklaringState.Phase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The papers of the Twente pilot: approved in May, handed over in July. */
class TwenteVerklaringenTest {

    @ParameterizedTest
    @CsvSource({"2020-05-27, 0, 0", "2020-06-30, 4, 0", "2020-07-08, 4, 0", "2020-07-09, 0, 4", "2020-12-31, 0, 4"})
    void approvedAndIssued(String day, int approved, int issued) {
        List<VerklaringState> papers = TwentePilot.on(day, VerklaringEvent.class, VerklaringCourse::evolve);

        assertThat(papers.stream().filter(paper -> paper.phase() == Phase.APPROVED))
                .hasSize(approved);
        assertThat(papers.stream().filter(paper -> paper.issue().isPresent())).hasSize(issued);
    }
}
