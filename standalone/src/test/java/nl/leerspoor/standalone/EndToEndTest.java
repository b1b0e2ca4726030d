package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.standalone.twente.TwenteIds;
import nl.leerspoor.standalone.twente.TwenteLoading;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Twente pilot from its commands to its figures, as a newcomer finds it after the first start. */
class EndToEndTest extends TwentePilot {

    private static final List<String> SECTORS = List.of("LOG", "DZ", "GP", "HV");

    @Autowired
    private TwenteLoading loading;

    /** The figures of a day, as known at its end. */
    private JsonNode figures(String day) {
        return figures(day, day);
    }

    private JsonNode figures(String validOn, String knownOn) {
        var reply = client.get(
                "/v1/figures?region=AM05&validOn=%s&knownOn=%s&minPosition=%d".formatted(validOn, knownOn, sql.head()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("figures");
    }

    private static int total(JsonNode figures, String figure) {
        return figures.path(figure).path("total").asInt(-1);
    }

    private static String bySector(JsonNode figures, String figure) {
        return SECTORS.stream()
                .map(sector ->
                        figures.path(figure).path("bySector").path(sector).asString("0"))
                .collect(Collectors.joining("/"));
    }

    private static Map<String, Integer> split(JsonNode figures, String figure, String by) {
        return figures.path(figure)
                .path(by)
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asInt()));
    }

    /** Figures on the day on which they were known. */
    @Nested
    class OnADay {

        @ParameterizedTest
        @CsvSource(textBlock = """
                # day,      view, progress, by sector,   hold, wait, done, stop, refer, appr, issued, trained, susp, POK
                2019-10-31,    4,        2, 0/2/0/0,        0,    0,    0,    0,     0,    0,      0,       7,    0,   2
                2019-12-31,   12,        2, 0/0/2/0,        0,    0,    2,    0,     2,    0,      0,       7,    0,   2
                2020-02-29,   61,       16, 5/2/5/4,        0,    0,    2,    0,     4,    0,      0,      14,    0,  16
                2020-04-01,   61,       15, 5/2/5/3,       25,    5,    2,    1,     4,    0,      0,      14,    2,  15
                2020-06-30,   67,       12, 4/2/3/3,       25,    5,    4,    3,     4,    4,      0,      14,    2,  20
                2020-07-31,   71,       20, 4/10/3/3,      25,    5,    4,    3,     5,    0,      4,      14,    2,  20
                2020-08-31,   71,       29, 9/10/3/7,      25,    5,    4,    3,     5,    0,      4,      20,    1,  29
                2020-09-01,   71,       29, 9/10/3/7,       0,    5,    4,    3,     5,    0,      4,      20,    1,  29
                2020-09-30,   72,       51, 19/16/3/13,     0,    5,    4,    3,     6,    0,      4,      20,    1,  51
                2020-11-01,   72,       54, 19/16/6/13,     0,    5,    4,    3,     6,    0,      4,      20,    1,  54
                2020-12-31,   72,       54, 19/16/6/13,     0,    0,    4,    3,     6,    0,      4,      22,    0,  54
                """)
        void theTableOfThePilotComesOut(
                String day,
                int inView,
                int inProgress,
                String inProgressBySector,
                int onHold,
                int waiting,
                int completed,
                int stopped,
                int referred,
                int approved,
                int issued,
                int trained,
                int trainingsSuspended,
                int agreements) {
            JsonNode figures = figures(day);

            assertThat(total(figures, "inView")).isEqualTo(inView);
            assertThat(total(figures, "inProgress")).isEqualTo(inProgress);
            assertThat(bySector(figures, "inProgress")).isEqualTo(inProgressBySector);
            assertThat(total(figures, "onHold")).isEqualTo(onHold);
            assertThat(total(figures, "waiting")).isEqualTo(waiting);
            assertThat(total(figures, "completed")).isEqualTo(completed);
            assertThat(total(figures, "stopped")).isEqualTo(stopped);
            assertThat(total(figures, "referred")).isEqualTo(referred);
            assertThat(total(figures, "verklaringenApproved")).isEqualTo(approved);
            assertThat(total(figures, "verklaringenIssued")).isEqualTo(issued);
            assertThat(total(figures, "supervisorsTrained")).isEqualTo(trained);
            assertThat(figures.path("trainings")
                            .path("byState")
                            .path("SUSPENDED")
                            .asInt(0))
                    .isEqualTo(trainingsSuspended);
            assertThat(total(figures, "praktijkovereenkomstenActive")).isEqualTo(agreements);
        }

        @Test
        void theHoldOfSpringIsSplitBySectorCauseAndPhase() {
            JsonNode figures = figures("2020-04-01");

            assertThat(bySector(figures, "onHold")).isEqualTo("10/6/3/6");
            assertThat(split(figures, "onHold", "byCause")).isEqualTo(Map.of("CORONA", 25));
            assertThat(split(figures, "onHold", "byPhase")).isEqualTo(Map.of("INSTROOM", 25));
        }

        @Test
        void autumnIsToldInFull() {
            JsonNode figures = figures("2020-11-01");

            assertThat(split(figures, "inProgress", "byTargetGroup"))
                    .isEqualTo(Map.of(
                            "STATUSHOUDER", 13,
                            "GEDETACHEERDE", 14,
                            "PRAKTIJKONDERWIJS_JONGERE", 14,
                            "OVERIG_ZONDER_STARTKWALIFICATIE", 13));
            assertThat(total(figures, "inProgressBroad")).isEqualTo(59);
            assertThat(bySector(figures, "freePlaces")).isEqualTo("2/2/0/2");
            assertThat(split(figures, "shortage", "bySector")).isEqualTo(Map.of("GP", 5));
            assertThat(figures.path("shortage").path("supervisors").asInt()).isEqualTo(2);
            assertThat(split(figures, "employersDeclined", "byReason"))
                    .isEqualTo(Map.of(
                            "NO_COMPENSATION", 3,
                            "PREFERS_NIVEAU_3_OR_HIGHER", 2,
                            "CORONA_CLOSURE", 1,
                            "NO_SUPERVISION_CAPACITY", 1));
            assertThat(figures.path("employers").path("approached").asInt()).isEqualTo(21);
            assertThat(figures.path("employers").path("joined").asInt()).isEqualTo(12);
            assertThat(figures.path("employers").path("open").asInt()).isEqualTo(2);
            assertThat(split(figures, "postponed", "byCause")).isEqualTo(Map.of("CORONA", 8, "SUPERVISOR_SHORTAGE", 5));
            assertThat(split(figures, "postponed", "eventsByCause"))
                    .isEqualTo(Map.of("CORONA", 8, "SUPERVISOR_SHORTAGE", 10));
            assertThat(split(figures, "outcomes", "byOutcome")).isEqualTo(Map.of("EMPLOYED", 2));
            assertThat(total(figures, "progressionAdvised")).isEqualTo(2);
            assertThat(total(figures, "progressionStarted")).isZero();
            assertThat(figures.path("werkprocessen").path("confirmed").asInt()).isEqualTo(10);
            assertThat(figures.path("confidenceGrowth").path("mean").decimalValue())
                    .isEqualByComparingTo("1.17");
            assertThat(figures.path("confidenceGrowth").path("n").asInt()).isEqualTo(24);
            assertThat(total(figures, "supervisorsInTraining")).isEqualTo(2);
        }
    }

    /** What was true on one day, as known on others. */
    @Nested
    class OnTwoClocks {

        @ParameterizedTest
        @CsvSource({"2020-03-25, 0", "2020-03-26, 25", "2020-03-27, 25"})
        void theHoldWasEnteredThreeDaysLate(String knownOn, int onHold) {
            assertThat(total(figures("2020-03-25", knownOn), "onHold")).isEqualTo(onHold);
        }

        @ParameterizedTest
        @CsvSource({"2020-03-10, 16", "2020-03-20, 15"})
        void aStopWasEnteredSeventeenDaysLate(String knownOn, int inProgress) {
            assertThat(total(figures("2020-03-10", knownOn), "inProgress")).isEqualTo(inProgress);
        }

        @ParameterizedTest
        @CsvSource({"2020-01-16, HV", "2020-01-21, DZ"})
        void aWrongSectorWasCorrected(String knownOn, String sector) {
            var trajectory = client.get("/v1/trajectories/" + TwenteIds.of("trajectory", "K009")
                    + "?validOn=2020-01-16&knownOn=" + knownOn);

            assertThat(trajectory.status()).as(trajectory.body()).isEqualTo(200);
            assertThat(trajectory.json().path("sector").asString()).isEqualTo(sector);
        }
    }

    /** K072 asked to be erased, and was. */
    @Nested
    class WhoWasErased {

        private final UUID candidate = TwenteIds.of("candidate", "K072");

        @Test
        void cannotBeReadOrFoundAndIsNotUnknownEither() {
            JsonNode erased = client.get("/v1/candidates/" + candidate + "/details?minPosition=" + sql.head())
                    .json();

            assertThat(erased.path("state").asString()).isEqualTo("ERASED");
            assertThat(erased.path("name").isNull()).isTrue();
            assertThat(erased.path("erasedOn").asString()).isEqualTo("2020-10-01");
            assertThat(searched("testkandidaat 072")).isEmpty();
            assertThat(searched("testkandidaat 071"))
                    .containsExactly(TwenteIds.of("candidate", "K071").toString());
        }

        private List<String> searched(String name) {
            return client.post("/v1/candidate-searches", Map.of("name", name))
                    .json()
                    .path("candidates")
                    .findValuesAsString("candidateId");
        }

        @Test
        void staysInEveryFigure() {
            assertThat(total(figures("2020-12-31"), "inView")).isEqualTo(72);
            assertThat(total(figures("2020-12-31"), "stopped")).isEqualTo(3);
        }

        @Test
        void hasACertificateThatNothingIsLeft() {
            client.get("/v1/privacy-cases?minPosition=" + sql.head());
            var certificate = client.get("/v1/privacy-cases/" + TwenteIds.of("privacy", "K072") + "/certificate");

            assertThat(certificate.status()).as(certificate.body()).isEqualTo(200);
            assertThat(certificate.json().path("nothingLeft").asBoolean()).isTrue();
            assertThat(certificate.json().path("recordedBy").asString()).isEqualTo("testprivacy");
            assertThat(certificate.json().at("/checks").findValuesAsString("left"))
                    .containsExactly("0", "0", "0");
            assertThat(certificate.json().at("/checks/1/looked").asInt()).isPositive();
        }

        @Test
        void hasNoMoreRecordedOfThem() {
            var refused = client.as("testwerkcoach-zorg; role=WERKCOACH")
                    .post(
                            "/v1/candidates/" + candidate + "/notes",
                            Map.of("effectiveOn", "2020-09-01", "text", "Te laat"));

            assertThat(refused.status()).as(refused.body()).isEqualTo(410);
            assertThat(refused.code()).isEqualTo("PERSON_ERASED");
        }
    }

    /** Every fact is stored once, on its own two dates. */
    @Nested
    class InTheStore {

        private static final int CANDIDATES = 72;

        @Test
        void everyFactOfEachKindIsStoredOnItsDates() {
            Map<String, Long> expected = new TreeMap<>(scenario()
                    .map(fact -> "%s %s %s %s"
                            .formatted(
                                    storedName(fact.path("type").asString()),
                                    subject(fact),
                                    fact.path("effectiveOn").asString(),
                                    fact.path("recordedOn").asString()))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));

            Map<String, Long> stored = new TreeMap<>(sql.as(Sql.PROJECTOR).sql("""
                            select name || ' ' || stream_id || ' ' || effective_on || ' ' ||
                                   (recorded_at at time zone 'Europe/Amsterdam')::date
                              from eventstore.event_log
                             where name not in ('ceremony.VerklaringNominated', 'candidate.CandidateDetailsRecorded',
                                                'privacy.PrivacyCaseGranted', 'privacy.ErasureCarriedOut')
                               and name not like 'duty.%'""").query(String.class).list().stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));

            assertThat(stored).isEqualTo(expected);
        }

        @Test
        void onlyNamesNominationsAGrantedCaseAndWhatBecameOfDutiesAreMoreThanTheScenarioTells() {
            assertThat(sql.events()
                            - dutyEvents().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                    .isEqualTo(scenario().count() + CANDIDATES + 4 + 2);
        }

        @Test
        void theDutiesOfThePastWereMissedAndNobodyIsReminded() {
            assertThat(dutyEvents()).containsOnlyKeys("duty.DutyRaised", "duty.DutyDischarged");
            assertThat(sql.as(Sql.PROJECTOR).sql("""
                            select distinct payload ->> 'missed' from eventstore.event_log
                             where name = 'duty.DutyRaised'""").query(String.class).list())
                    .containsExactly("true");
            assertThat(sql.as(Sql.COMMAND)
                            .sql("select count(*) from command.scheduled_task where task_name = 'duty-day'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }

        private Map<String, Long> dutyEvents() {
            return sql
                    .as(Sql.PROJECTOR)
                    .sql("select name from eventstore.event_log where name like 'duty.%'")
                    .query(String.class)
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }

        @Test
        void loadingTwiceAddsNothing() {
            long before = sql.events();

            loading.load();

            assertThat(sql.events()).isEqualTo(before);
        }

        private static Stream<JsonNode> scenario() {
            var file = EndToEndTest.class.getResourceAsStream("/twente/twente-scenario.ndjson");
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(JsonMapper.shared()::readTree);
        }

        private static String storedName(String kind) {
            return Catalogue.names().stream()
                    .filter(name -> name.endsWith("." + kind))
                    .findFirst()
                    .orElseThrow();
        }

        /** The stream that a fact belongs to, by the stream's kind. */
        private static UUID subject(JsonNode fact) {
            String name = storedName(fact.path("type").asString());
            String stream = name.substring(0, name.indexOf('.'));
            String key = switch (stream) {
                case "pilot" -> "AM05";
                case "leerbedrijf" -> fact.path("lb").asString();
                case "supervisor" -> fact.path("sup").asString();
                case "training" -> fact.path("training").asString();
                case "cohort" -> fact.path("cohort").asString();
                case "verklaring" -> fact.path("verkl").asString();
                case "ceremony" -> fact.path("cer").asString();
                case "reportsnapshot" -> fact.path("peildatum").asString();
                default -> fact.path("cand").asString();
            };
            return TwenteIds.of(stream, key);
        }
    }
}
