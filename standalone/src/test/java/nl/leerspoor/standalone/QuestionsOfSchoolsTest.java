package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ten questions of schools and their examencommissies, asked of Twente on days on which they mattered. */
class QuestionsOfSchoolsTest extends TwentePilot {

    private static final String REGION = "region=AM05";

    private QuestionsOfSchoolsTest asSchool(String school) {
        client = client.as("testschool; role=SCHOOL_COACH; org=" + school + "; regions=AM05");
        return this;
    }

    @Test
    void whichJudgedWerkprocessenWaitForOurConfirmation() {
        assertThat(each("reference", "/v1/trajectories?" + REGION + "&validOn=2020-05-15&toConfirm=true"))
                .as("they were confirmed on the day on which they were judged")
                .isEmpty();
        assertThat(items("/v1/trajectories?" + REGION + "&validOn=2020-05-20&reference=K004")
                        .getFirst()
                        .at("/werkprocessen/confirmed")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void whichVerklaringenCanBeApprovedTodayAndIsEveryLineFounded() {
        assertThat(each("trajectory", "/v1/verklaringen?" + REGION + "&validOn=2020-05-27&toApprove=true&founded=true"))
                .containsExactlyInAnyOrder("K001", "K002", "K003", "K004");
        assertThat(items("/v1/verklaringen?" + REGION + "&validOn=2020-05-28&toApprove=true"))
                .isEmpty();
    }

    @Test
    void whichVerklaringenGoOutAtTheCeremonyAndWhoIsAbsent() {
        JsonNode planned = items("/v1/ceremonies?" + REGION + "&validOn=2020-06-30&from=2020-07-09&until=2020-07-09")
                .getFirst();
        JsonNode held = items("/v1/ceremonies?" + REGION + "&validOn=2020-07-09&from=2020-07-09&until=2020-07-09")
                .getFirst();

        assertThat(planned.path("state").asString()).isEqualTo("PLANNED");
        assertThat(planned.path("papers").findValuesAsString("state"))
                .containsOnly("APPROVED")
                .hasSize(4);
        assertThat(planned.at("/moves/0/from").asString()).isEqualTo("2020-06-18");
        assertThat(planned.at("/moves/0/cause").asString()).isEqualTo("CORONA");
        assertThat(held.path("papers").findValuesAsString("present"))
                .containsOnly("true")
                .hasSize(4);
    }

    @Test
    void whoJudgedAndWhoConfirmedThisWerkprocesWhen() {
        String trajectory = id("K001");
        var judged = history(trajectory, "trajectory.WerkprocesJudged");
        var confirmed = history(trajectory, "trajectory.WerkprocesConfirmed");

        assertThat(judged)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.path("author").asString()).isEqualTo("testbegeleider-D01"));
        assertThat(confirmed).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.path("author").asString()).isEqualTo("testschoolcoach-roc");
            assertThat(entry.path("effectiveOn").asString()).isEqualTo("2019-12-13");
        });
    }

    @Test
    void underWhichDossierVersionAndCreboDidThisCandidateStart() {
        JsonNode place =
                answer("/v1/trajectories/" + id("K003") + "?validOn=2019-11-11").path("place");

        assertThat(place.path("crebo").asString()).isEqualTo("25258");
        assertThat(place.path("dossierVersion").asString()).isEqualTo("23192-2015");
    }

    @Test
    void wasTheLeerbedrijfErkendForThisCreboOnTheStartDateAndOnTheJudgingDate() {
        String leerbedrijf = answer("/v1/trajectories/" + id("K003") + "?validOn=2019-11-11")
                .at("/place/leerbedrijfId")
                .asString();

        assertThat(each("reference", "/v1/leerbedrijven?id=" + leerbedrijf + "&erkendVoor=25258&validOn=2019-11-11"))
                .containsExactly("LB07");
        assertThat(each("reference", "/v1/leerbedrijven?id=" + leerbedrijf + "&erkendVoor=25258&validOn=2020-05-15"))
                .containsExactly("LB07");
        assertThat(items("/v1/leerbedrijven?id=" + leerbedrijf + "&erkendVoor=25251&validOn=2020-05-15"))
                .as("it is erkend for green work only")
                .isEmpty();
    }

    @Test
    void whichPraktijkovereenkomstenEndWithinFourWeeks() {
        String active = "/v1/praktijkovereenkomsten?" + REGION + "&state=ACTIVE&limit=200&validOn=";

        int ofZone = asSchool("ZONE").items(active + "2020-11-01").size();
        asSchool("ROC");
        assertThat(items(active + "2020-11-01")).hasSize(54 - ofZone);
        assertThat(ofZone).isBetween(1, 20);
        assertThat(items(active + "2020-11-01&endsWithinDays=28")).isEmpty();
        assertThat(items(active + "2020-12-14&endsWithinDays=28")).isEmpty();
        assertThat(each("trajectory", active + "2020-12-15&endsWithinDays=28"))
                .as("those that began on 13 January are for a year")
                .containsExactlyInAnyOrder("K005", "K006", "K007", "K008");
    }

    @Test
    void whereMustWeFindAReplacementPlace() {
        assertThat(items("/v1/duties?" + REGION + "&kind=REPLACEMENT_PLACE"))
                .as("nobody lost a place while learning")
                .isEmpty();
    }

    @Test
    void whichVerklaringenWereRevokedOrReplacedOnWhatGround() {
        assertThat(items("/v1/verklaringen?" + REGION + "&state=REVOKED,REPLACED"))
                .isEmpty();
        assertThat(each("issue.documentNo", "/v1/verklaringen?" + REGION + "&state=ISSUED"))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void whichCandidatesAreFitForEntreeAndDidTheyEnrol() {
        String advised = "/v1/trajectories?" + REGION + "&validOn=2020-11-01&progressionAdvised=ENTREE";

        assertThat(each("reference", advised)).containsExactly("K003", "K004");
        assertThat(each("reference", advised + "&progressionStarted=true")).isEmpty();
    }

    private String id(String reference) {
        return each("id", "/v1/trajectories?" + REGION + "&validOn=2020-11-01&reference=" + reference)
                .getFirst();
    }

    private List<JsonNode> history(String trajectory, String name) {
        return answer("/v1/trajectories/" + trajectory + "/history?order=effective")
                .path("events")
                .valueStream()
                .filter(entry -> entry.path("name").asString().equals(name))
                .toList();
    }
}
