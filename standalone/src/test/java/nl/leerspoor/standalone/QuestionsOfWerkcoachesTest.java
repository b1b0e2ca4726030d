package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ten questions of a werkcoach about the own caseload, asked of Twente on days on which they mattered. */
class QuestionsOfWerkcoachesTest extends TwentePilot {

    private static final String CASELOAD = "/v1/caseload?region=AM05&limit=200";

    /** What each werkcoach of the pilot is answered, who sees nobody but those they guide. */
    private List<JsonNode> ofEach(String question) {
        return sql
                .as(Sql.SUPERUSER)
                .sql("select distinct werkcoach_id from query.trajectory_period order by 1")
                .query(String.class)
                .list()
                .stream()
                .flatMap(werkcoach -> as(werkcoach).items(question).stream())
                .sorted(Comparator.comparing(QuestionsOfWerkcoachesTest::reference))
                .toList();
    }

    private Stream<String> references(String question) {
        return ofEach(question).stream().map(QuestionsOfWerkcoachesTest::reference);
    }

    private QuestionsOfWerkcoachesTest as(String werkcoach) {
        client = client.as(werkcoach + "; role=WERKCOACH; regions=AM05");
        return this;
    }

    @Test
    void whoOfMineIsOnHoldSinceWhenWhyUntilWhen() {
        var held = as("testwerkcoach-groen").items(CASELOAD + "&onHold=true&validOn=2020-04-01");

        assertThat(held.stream().map(QuestionsOfWerkcoachesTest::reference)).containsExactly("K041", "K042", "K043");
        assertThat(held).allSatisfy(item -> {
            assertThat(item.at("/hold/since").asString()).isEqualTo("2020-03-23");
            assertThat(item.at("/hold/cause").asString()).isEqualTo("CORONA");
            assertThat(item.at("/hold/expectedResumeOn").isNull())
                    .as("nobody could say until when")
                    .isTrue();
            assertThat(item.path("nextStep").asString()).isEqualTo("RESUME");
        });
        assertThat(ofEach(CASELOAD + "&onHold=true&validOn=2020-04-01")).hasSize(25);
    }

    @Test
    void whoWaitsForASupervisorAndAtWhichLeerbedrijf() {
        var waiting = as("testwerkcoach-groen").items("/v1/waitlist?region=AM05&validOn=2020-11-01");

        assertThat(waiting.stream().map(QuestionsOfWerkcoachesTest::reference))
                .containsExactlyInAnyOrder("K059", "K060", "K061", "K062", "K063");
        assertThat(waiting).allSatisfy(item -> {
            assertThat(item.path("cause").asString()).isEqualTo("SUPERVISOR_SHORTAGE");
            assertThat(item.path("leerbedrijf").asString()).isEqualTo("Voorbeeldgroen Zuid");
            assertThat(item.path("days").asInt()).isEqualTo(230);
            assertThat(item.path("placesFree").asInt()).isZero();
            assertThat(item.path("placesMissing").asInt()).isEqualTo(5);
        });
        assertThat(waiting.stream().map(item -> item.path("place").asInt())).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whoseStartWasPostponedHowOftenHowManyDaysInTotal() {
        Map<String, String> postponed = ofEach(CASELOAD + "&postponed=true&validOn=2020-11-01").stream()
                .collect(Collectors.toMap(
                        item -> item.path("reference").asString(),
                        item -> item.at("/start/postponements").asInt() + " times, "
                                + item.at("/start/daysPostponed").asInt() + " days"));

        var expected = new HashMap<String, String>();
        IntStream.rangeClosed(17, 24).forEach(n -> expected.put("K0" + n, "1 times, 91 days"));
        IntStream.rangeClosed(59, 63).forEach(n -> expected.put("K0" + n, "2 times, 280 days"));
        assertThat(postponed).isEqualTo(expected);
    }

    @Test
    void whoIsSuitableButHasNoMatchForMoreThanThirtyDays() {
        assertThat(references(CASELOAD + "&withoutMatchMin=31&validOn=2020-11-01"))
                .containsExactly("K059", "K060", "K061", "K062", "K063");
    }

    @Test
    void whichPraktijkovereenkomstLacksWhichSignature() {
        assertThat(references(CASELOAD + "&unsigned=true&validOn=2020-11-01"))
                .as("all were signed on the day on which they were drawn up")
                .isEmpty();
    }

    @Test
    void whatDidThisCandidateSayTheyWantAndDoesTheMatchFit() {
        JsonNode preference = one("K009").path("preference");

        assertThat(preference.path("sector").asString()).isEqualTo("DZ");
        assertThat(preference.path("matched").asBoolean()).isTrue();
    }

    @Test
    void howDidThisCandidatesConfidenceDevelop() {
        JsonNode confidence = one("K009").path("confidence");

        assertThat(confidence.path("first").asInt()).isEqualTo(5);
        assertThat(confidence.path("last").asInt()).isEqualTo(6);
    }

    @Test
    void whichWerkprocessenRemainBeforeCompletion() {
        JsonNode item = one("K009");

        assertThat(item.at("/werkprocessen/remaining").valueStream().map(JsonNode::asString))
                .containsExactly("B1-K1-W1", "P2-K1-W1");
        assertThat(item.path("nextStep").asString()).isEqualTo("JUDGE_WERKPROCES");
    }

    @Test
    void whoCompletedAndHasNoVerklaringYet() {
        assertThat(references(CASELOAD + "&withoutVerklaring=true&validOn=2020-05-20"))
                .containsExactly("K001", "K002", "K003", "K004");
        assertThat(references(CASELOAD + "&withoutVerklaring=true&validOn=2020-05-25"))
                .isEmpty();
    }

    @Test
    void whoOfMyFormerCandidatesStillWorksAfterSixMonths() {
        List<String> outcomes = one("K001")
                .path("outcomes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();

        assertThat(outcomes)
                .as("told at the end; nobody asked after six months")
                .containsExactly("END EMPLOYED");
        Map<String, Long> toAsk =
                ofEach("/v1/duties?region=AM05&kind=OUTCOME_TO_ASK&missed=true&validOn=2020-11-01&limit=200").stream()
                        .collect(Collectors.groupingBy(
                                item -> item.path("trajectory").asString(), Collectors.counting()));
        assertThat(toAsk)
                .as("after 3, 6 and 12 months, of all who completed or stopped")
                .isEqualTo(Map.of("K001", 3L, "K002", 3L, "K003", 3L, "K004", 3L, "K070", 3L, "K071", 3L, "K072", 3L));
    }

    private static String reference(JsonNode item) {
        return item.path("reference").asString();
    }

    private JsonNode one(String reference) {
        return ofEach(CASELOAD + "&validOn=2020-11-01").stream()
                .filter(item -> item.path("reference").asString().equals(reference))
                .findFirst()
                .orElseThrow();
    }
}
