package nl.leerspoor.standalone;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ten questions of an account manager of the employer service, asked of Twente on 1 November 2020. */
class QuestionsOfAccountManagersTest extends TwentePilot {

    private static final String ON = "region=AM05&validOn=2020-11-01&knownOn=2020-11-01";

    @Test
    void whichEmployersDidIApproachAndWithWhatResult() {
        var states = items("/v1/leerbedrijven?" + ON).stream()
                .collect(groupingBy(item -> item.path("state").asString(), counting()));

        assertThat(states).isEqualTo(Map.of("JOINED", 12L, "DECLINED", 7L, "APPROACHED", 2L));
    }

    @Test
    void whyDidEmployersDeclinePerSector() {
        JsonNode figures = answer("/v1/figures?" + ON + "&by=reason,sector").path("figures");

        assertThat(numbers(figures.at("/employersDeclined/byReason")))
                .isEqualTo(Map.of(
                        "NO_COMPENSATION", 3,
                        "PREFERS_NIVEAU_3_OR_HIGHER", 2,
                        "CORONA_CLOSURE", 1,
                        "NO_SUPERVISION_CAPACITY", 1));
        assertThat(numbers(figures.at("/employersDeclined/bySector")))
                .isEqualTo(Map.of("LOG", 2, "DZ", 1, "GP", 2, "HV", 2));
        assertThat(each("declines.0.reason", "/v1/leerbedrijven?" + ON + "&state=DECLINED&sector=GP"))
                .containsExactly("PREFERS_NIVEAU_3_OR_HIGHER", "PREFERS_NIVEAU_3_OR_HIGHER");
    }

    @Test
    void whomCanICallAgainNowACompensationSchemeExists() {
        assertThat(each("reference", "/v1/leerbedrijven?" + ON + "&state=DECLINED&declineReason=NO_COMPENSATION"))
                .containsExactly("LB13", "LB14", "LB15");
    }

    @Test
    void whichJoinedEmployersHaveFreePlacesAndATrainedSupervisorNow() {
        var places = items("/v1/leerbedrijven?" + ON + "&state=JOINED&free=true").stream()
                .collect(groupingBy(
                        item -> item.path("sector").asString(),
                        summingInt(item -> item.at("/guidance/freePlaces").asInt())));

        assertThat(places).isEqualTo(Map.of("LOG", 2, "DZ", 2, "HV", 2));
    }

    @Test
    void whereDoCandidatesWaitForASupervisorWhoIsStillInTraining() {
        var trainings = items("/v1/supervisor-trainings?" + ON + "&holdsUp=true");

        assertThat(trainings).singleElement().satisfies(training -> {
            assertThat(training.path("reference").asString()).isEqualTo("BO-4");
            assertThat(training.path("state").asString()).isEqualTo("SUSPENDED");
            assertThat(training.path("suspendedSince").asString()).isEqualTo("2020-03-16");
            assertThat(training.path("participants").findValuesAsString("reference"))
                    .containsExactly("G03", "G04");
            assertThat(training.path("holdsUp").findValuesAsString("reference"))
                    .containsExactly("K059", "K060", "K061", "K062", "K063");
        });
    }

    @Test
    void whoseErkenningLacksForTheCreboThatCandidatesWant() {
        assertThat(each("reference", "/v1/leerbedrijven?" + ON + "&state=JOINED&sector=GP&nietErkendVoor=25258"))
                .isEmpty();
        assertThat(each("reference", "/v1/leerbedrijven?" + ON + "&state=JOINED&nietErkendVoor=25258"))
                .hasSize(9);
    }

    @Test
    void whichErkenningIsDueForReassessment() {
        assertThat(each("reference", "/v1/leerbedrijven?" + ON + "&reassessBy=2022-09-30"))
                .as("all were assessed on 1 October 2018, and are due four years later")
                .isEmpty();
        assertThat(each("reference", "/v1/leerbedrijven?" + ON + "&reassessBy=2022-10-01"))
                .hasSize(12)
                .startsWith("LB01")
                .endsWith("LB12");
    }

    @Test
    void whichEmployersKeptTheCandidateInWork() {
        assertThat(each("reference", "/v1/leerbedrijven?" + ON + "&keptMin=1"))
                .as("two outcomes were recorded, and neither tells where")
                .isEmpty();
        assertThat(each("kept", "/v1/leerbedrijven?" + ON)).containsOnly("0");
    }

    @Test
    void howManyPlacesDoesTheRegionLackForTheWaitingList() {
        assertThat(answer("/v1/figures?" + ON).at("/figures/shortage/total").asInt())
                .isEqualTo(5);
        assertThat(each("reference", "/v1/leerbedrijven?" + ON + "&waitingMin=1"))
                .containsExactly("LB09");
    }

    @Test
    void whichEmployerHasHadMoreThanTwoStoppedTrajecten() {
        assertThat(each("reference", "/v1/leerbedrijven?" + ON + "&stoppedMin=3"))
                .isEmpty();
        assertThat(each("reference", "/v1/leerbedrijven?" + ON + "&stoppedMin=1"))
                .containsExactly("LB01", "LB10");
    }

    private static Map<String, Integer> numbers(JsonNode counts) {
        return counts.properties().stream()
                .collect(toMap(Map.Entry::getKey, count -> count.getValue().asInt()));
    }
}
