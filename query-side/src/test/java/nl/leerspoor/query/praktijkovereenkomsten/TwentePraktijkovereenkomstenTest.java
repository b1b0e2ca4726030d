package nl.leerspoor.query.praktijkovereenkomsten;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.query.praktijkovereenkomsten.PraktijkovereenkomstState.Phase;
import nl.leerspoor.query.twente.TwentePilot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agreements of the Twente pilot count as active from their activation, not from their first day. */
class TwentePraktijkovereenkomstenTest {

    @ParameterizedTest
    @CsvSource({
        "2019-10-31,  2",
        "2019-12-31,  2",
        "2020-02-29, 16",
        "2020-04-01, 15",
        "2020-06-30, 20",
        "2020-07-31, 20",
        "2020-08-31, 29",
        "2020-09-01, 29",
        "2020-09-30, 51",
        "2020-11-01, 54",
        "2020-12-31, 54"
    })
    void active(String day, int expected) {
        List<PraktijkovereenkomstState> agreements =
                TwentePilot.on(day, PraktijkovereenkomstEvent.class, PraktijkovereenkomstCourse::evolve);

        assertThat(agreements.stream().filter(agreement -> agreement.phase() == Phase.ACTIVE))
                .hasSize(expected);
    }
}
