package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What all lists have in common, shown on the list of trajectories. */
class ListOverHttpTest extends RunningApplication {

    private static final String REGION = "AM21";
    private static final String LIST = "/v1/trajectories?region=" + REGION;
    private static final String HOSTILE = "=HYPERLINK(\"x\";\"y\")";

    private RegionOffice office;
    private String planned;
    private String unplanned;
    private long position;

    @BeforeEach
    void oneTrajectoryWithAPlannedStartAndTwoWithout() {
        office = new RegionOffice(client, REGION);
        planned = office.suitableTrajectory();
        unplanned = office.openedTrajectory(office.candidate());
        position = open(HOSTILE).json().path("position").asLong();
        client.get(LIST + "&minPosition=" + position);
    }

    private Reply open(String reference) {
        Map<String, Object> body = RegionOffice.body(
                "region", REGION, "candidateId", office.candidate(), "goal", "PRAKTIJKVERKLARING", "sector", "LOG");
        body.put("level", 1);
        body.put("werkcoachId", "testwerkcoach-" + UUID.randomUUID().toString().substring(0, 8));
        body.put("reference", reference);
        return office.done("/v1/trajectories", body);
    }

    @Nested
    class InPages {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "reference",
                    "-reference",
                    "plannedStart",
                    "-plannedStart",
                    "daysInStatus",
                    "-daysInStatus",
                    "-status",
                    "holdSince"
                })
        void isTheSameForwardsAndBackwardsAcrossTiesAndMissingValues(String sort) {
            String all = LIST + "&sort=" + sort;
            List<String> whole = ids(client.get(all + "&limit=200").json());

            List<String> forwards = new ArrayList<>();
            Reply last = null;
            for (String next = all + "&limit=1"; next != null; next = link(last, "next")) {
                last = client.get(next);
                forwards.addAll(ids(last.json()));
            }
            List<String> backwards = new ArrayList<>(ids(last.json()));
            for (String previous = link(last, "prev"); previous != null; ) {
                Reply page = client.get(previous);
                backwards.addAll(ids(page.json()));
                previous = link(page, "prev");
            }
            Collections.reverse(backwards);

            assertThat(forwards).isEqualTo(whole).doesNotHaveDuplicates().contains(planned, unplanned);
            assertThat(backwards).isEqualTo(whole);
        }

        @ParameterizedTest
        @ValueSource(strings = {"plannedStart", "-plannedStart"})
        void putsWhatHasNoDayLastWhicheverWayItIsSorted(String sort) {
            List<String> ids = ids(client.get(LIST + "&limit=200&sort=" + sort).json());

            assertThat(ids.indexOf(planned)).isLessThan(ids.indexOf(unplanned));
        }

        @Test
        void refusesTheCursorOfAnotherOrder() {
            String next = link(client.get(LIST + "&limit=1"), "next");

            Reply reply = client.get(next + "&sort=-plannedStart");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("INVALID_CURSOR");
        }

        @Test
        void isEmptyWithoutLinksWhenNothingPasses() {
            Reply reply = client.get(LIST + "&candidateId=" + UUID.randomUUID());

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("items").isEmpty()).isTrue();
            assertThat(reply.header("Link")).isNull();
        }
    }

    @Nested
    class Narrowed {

        @Test
        void takesSeveralValuesOfOneFilter() {
            assertThat(ids(client.get(LIST + "&limit=200&status=REGISTERED,SUITABLE")
                            .json()))
                    .contains(planned, unplanned);
            assertThat(ids(client.get(LIST + "&limit=200&status=REGISTERED").json()))
                    .contains(unplanned)
                    .doesNotContain(planned);
        }

        @Test
        void findsAPartOfAnIdOrReferenceWithoutWildcards() {
            assertThat(ids(client.get(LIST + "&q=" + planned.substring(4, 20).toUpperCase(java.util.Locale.ROOT))
                            .json()))
                    .containsExactly(planned);
            assertThat(client.get(LIST + "&q=hyperlink").json().path("items")).isNotEmpty();
            assertThat(client.get(LIST + "&q=%25").json().path("items")).isEmpty();
        }

        @Test
        void countsTheDaysInAStatusOnTheDayThatIsAskedFor() {
            String days = LIST + "&limit=200&validOn=2020-01-27&daysInStatusMin=7&daysInStatusMax=7";

            assertThat(ids(client.get(days).json())).contains(planned).doesNotContain(unplanned);
        }
    }

    @Nested
    class OnTwoClocks {

        @Test
        void hasOnlyWhatWasThereThatDay() {
            assertThat(ids(client.get(LIST + "&limit=200&validOn=2020-01-05").json()))
                    .isEmpty();
            assertThat(ids(client.get(LIST + "&limit=200&validOn=2020-01-06&status=REGISTERED")
                            .json()))
                    .contains(planned, unplanned);
        }

        @Test
        void hasOnlyWhatWasKnownThen() {
            assertThat(ids(client.get(LIST + "&knownOn=2020-06-01").json())).isEmpty();
        }
    }

    @Nested
    class AskedAgain {

        @ParameterizedTest
        @ValueSource(strings = {"application/json", "text/csv", "application/x-ndjson"})
        void isNotSentAgainToWhoHasIt(String type) {
            Client reader = client.with("Accept", type);
            String tag = reader.get(LIST).header("ETag");

            Reply again = reader.with("If-None-Match", tag).get(LIST);

            assertThat(tag).startsWith("W/\"");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }

        @Test
        void isSentAgainWhenSomethingHappenedOrAnotherFormIsAsked() {
            String tag = client.get(LIST).header("ETag");
            assertThat(client.with("Accept", "text/csv")
                            .with("If-None-Match", tag)
                            .get(LIST)
                            .status())
                    .isEqualTo(200);

            long later = open("LATER").json().path("position").asLong();

            assertThat(client.with("If-None-Match", tag)
                            .get(LIST + "&minPosition=" + later)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class WrongQuestions {

        @Test
        void areRefusedForAllTheirFaultsAtOnce() {
            Reply reply = client.get("/v1/trajectories?region=AM99&status=ASLEEP&sort=colour&limit=0&cursor=x"
                    + "&validOn=yesterday&knownOn=never&daysInStatusMin=-1&leerbedrijf=1&onhold=true&minPosition=a");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("errors").findValuesAsString("parameter"))
                    .containsExactlyInAnyOrder(
                            "region",
                            "status",
                            "sort",
                            "limit",
                            "cursor",
                            "validOn",
                            "knownOn",
                            "daysInStatusMin",
                            "leerbedrijf",
                            "onhold",
                            "minPosition");
        }

        @Test
        void doNotAskAFileForAPage() {
            Reply reply = client.with("Accept", "text/csv").get(LIST + "&limit=10");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("UNKNOWN_PARAMETER");
        }

        @Test
        void areToldWhatFormsThereAre() {
            assertThat(client.with("Accept", "application/xml").get(LIST).status())
                    .isEqualTo(406);
        }
    }

    @Nested
    class AsAFile {

        @Test
        void forSpreadsheetsIsInTheDutchMannerByDefaultAndRunsNothing() {
            Reply file = client.with("Accept", "text/csv").get(LIST + "&validOn=2020-01-27&sort=-reference");
            List<String> lines = List.of(file.body().split("\r\n"));

            assertThat(file.header("Content-Type")).isEqualTo("text/csv;header=present;charset=UTF-8");
            assertThat(file.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"trajectories-2020-01-27.csv\"");
            assertThat(lines.getFirst())
                    .startsWith("\uFEFFid;candidateId;region;reference;")
                    .contains(";milestones.openedOn;")
                    .contains(";werkprocessen.agreed;");
            assertThat(file.body()).contains(";\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\";");
            assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain("null"));
            assertThat(lines)
                    .anySatisfy(
                            line -> assertThat(line).startsWith(planned + ";").contains(";SUITABLE;2020-01-20;7;"));
        }

        @Test
        void hasCommasForWhoAsksInEnglish() {
            Reply file = client.with("Accept", "text/csv")
                    .with("Accept-Language", "en")
                    .get(LIST + "&validOn=2020-01-27");

            assertThat(file.body()).startsWith("\uFEFFid,candidateId,region,reference,");
            assertThat(file.body()).contains(",\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\",");
        }

        @Test
        void ofLinesHasEveryItemAsThePagesHaveIt() {
            String question = LIST + "&validOn=2020-01-27&sort=openedOn";

            List<JsonNode> lines = client.with("Accept", "application/x-ndjson")
                    .get(question)
                    .body()
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .toList();

            JsonNode page = client.get(question + "&limit=200").json().path("items");
            assertThat(new HashSet<>(lines)).containsAll(page.values());
            assertThat(lines.stream().map(line -> line.path("id").asString())).contains(planned, unplanned);
        }

        @Test
        void isOnlyAHeaderWhenNothingPasses() {
            String nobody = LIST + "&candidateId=" + UUID.randomUUID();

            assertThat(client.with("Accept", "text/csv").get(nobody).body().lines())
                    .hasSize(1);
            assertThat(client.with("Accept", "application/x-ndjson").get(nobody).body())
                    .isEmpty();
        }
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsString("id");
    }

    static String link(Reply reply, String relation) {
        String header = reply.header("Link");
        return header == null
                ? null
                : List.of(header.split(", ")).stream()
                        .filter(link -> link.endsWith("rel=\"" + relation + "\""))
                        .map(link -> link.substring(1, link.indexOf('>')))
                        .findFirst()
                        .orElse(null);
    }
}
