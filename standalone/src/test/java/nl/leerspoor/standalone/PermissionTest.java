package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may not do something with a thing finds nothing there; who may is recorded in the role that lets them. */
class PermissionTest extends RunningApplication {

    private static final String HERE = "AM05";
    private static final String ELSEWHERE = "AM09";

    private RegionOffice office;
    private String candidate;
    private String trajectory;

    @BeforeEach
    void aTrajectoryOfTestwerkcoach() {
        office = new RegionOffice(client, HERE);
        candidate = office.candidate();
        trajectory = office.openedTrajectory(candidate);
    }

    private Reply as(String somebody, String path, Map<String, ?> body) {
        return client.as(somebody).post(path, body);
    }

    private Map<String, Object> metadata(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return sql().as(Sql.SUPERUSER)
                .sql("""
                        select recorded_by, metadata ->> 'role' as role, metadata ->> 'organisation' as organisation
                          from eventstore.event_log where position = :position""")
                .param("position", reply.json().path("position").asLong())
                .query()
                .singleRow();
    }

    /** Two answers that nobody can tell apart, but for when they came and how many the same connection had before. */
    private static void assertSame(Reply one, Reply other) {
        assertThat(one.status()).as(one.body()).isEqualTo(other.status());
        assertThat(one.body()).isEqualTo(other.body());
        Map<String, List<String>> headers = new LinkedHashMap<>(one.headers().map());
        Map<String, List<String>> others = new LinkedHashMap<>(other.headers().map());
        List.of("date", "connection", "keep-alive", "ratelimit").forEach(ofTheConnection -> {
            headers.remove(ofTheConnection);
            others.remove(ofTheConnection);
        });
        assertThat(headers).isEqualTo(others);
    }

    @Nested
    class ACaseload {

        @Test
        void isOfWhoGuidesTheTrajectory() {
            String path = "/v1/trajectories/" + trajectory + "/holds";
            Map<String, Object> hold = body("effectiveOn", "2020-03-23", "cause", "CORONA");

            assertThat(as("testcollega; role=WERKCOACH; regions=AM05", path, hold)
                            .status())
                    .isEqualTo(404);
            assertThat(metadata(as("testwerkcoach; role=WERKCOACH; regions=AM05", path, hold)))
                    .containsEntry("recorded_by", "testwerkcoach")
                    .containsEntry("role", "WERKCOACH")
                    .containsEntry("organisation", "");
        }

        @Test
        void goesOverToWhomTheProjectLeadGivesIt() {
            String path = "/v1/trajectories/" + trajectory + "/holds";
            Map<String, Object> hold = body("effectiveOn", "2020-03-23", "cause", "CORONA");
            Reply given = as(
                    "testleider; role=PROJECT_LEAD,WERKCOACH; regions=AM05",
                    "/v1/trajectories/" + trajectory + "/werkcoach-reassignments",
                    body("effectiveOn", "2020-02-03", "werkcoachId", "testcollega"));

            assertThat(metadata(given)).containsEntry("role", "PROJECT_LEAD");
            assertThat(as("testwerkcoach; role=WERKCOACH; regions=AM05", path, hold)
                            .status())
                    .isEqualTo(404);
            assertThat(as("testcollega; role=WERKCOACH; regions=AM05", path, hold)
                            .status())
                    .isEqualTo(201);
            assertThat(as(
                                    "testcollega; role=WERKCOACH; regions=AM05",
                                    "/v1/candidates/" + candidate + "/preferences",
                                    body("sector", "LOG"))
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void ofACandidateWithoutATrajectoryIsThatOfWhoRegisteredThem() {
            String path = "/v1/candidates/" + office.candidate() + "/preferences";

            assertThat(as("testcollega; role=WERKCOACH; regions=AM05", path, body("sector", "LOG"))
                            .status())
                    .isEqualTo(404);
            assertThat(as("testwerkcoach; role=WERKCOACH; regions=AM05", path, body("sector", "LOG"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Nested
    class AnOrganisation {

        @Test
        void isThatOfThePlace() {
            String leerbedrijf = office.leerbedrijf();
            String started = office.startedTrajectory(leerbedrijf, office.supervisor(leerbedrijf, 1));
            String path = "/v1/trajectories/" + started + "/attendances";
            Map<String, Object> week = body("isoWeek", "2020-W10", "hours", 24);
            week.put("effectiveOn", "2020-03-06");

            assertThat(office.at(UUID.randomUUID().toString()).post(path, week).status())
                    .isEqualTo(404);
            assertThat(metadata(office.at(leerbedrijf).post(path, week)))
                    .containsEntry("role", "SUPERVISOR")
                    .containsEntry("organisation", leerbedrijf);
        }

        @Test
        void signsForItselfOnly() {
            String leerbedrijf = office.leerbedrijf();
            String suitable = office.suitableTrajectory();
            office.match(suitable, leerbedrijf, office.supervisor(leerbedrijf, 1));
            Map<String, Object> draft = body("region", HERE, "trajectoryId", suitable, "start", RegionOffice.START);
            draft.put("effectiveOn", RegionOffice.MATCHED);
            draft.put("end", "2021-02-09");
            draft.put("hoursPerWeek", 24);
            draft.put("leerweg", "DERDE");
            String path =
                    "/v1/praktijkovereenkomsten/" + office.made("/v1/praktijkovereenkomsten", draft) + "/signatures";

            assertThat(office.at(leerbedrijf).post(path, signature("SCHOOL")).status())
                    .isEqualTo(404);
            assertThat(office.at(leerbedrijf).post(path, signature("CANDIDATE")).status())
                    .isEqualTo(404);
            assertThat(office.at(leerbedrijf)
                            .post(path, signature("LEERBEDRIJF"))
                            .status())
                    .isEqualTo(201);
            assertThat(office.with("testschool; role=SCHOOL_COACH; org=ZONE")
                            .post(path, signature("SCHOOL"))
                            .status())
                    .isEqualTo(404);
            assertThat(office.with("testschool; role=SCHOOL_COACH; org=ROC")
                            .post(path, signature("SCHOOL"))
                            .status())
                    .isEqualTo(201);
        }

        private static Map<String, Object> signature(String party) {
            Map<String, Object> signature = body("party", party, "method", "PAPER");
            signature.put("effectiveOn", RegionOffice.MATCHED);
            return signature;
        }
    }

    @Nested
    class ARole {

        @Test
        void thatMayDoItWithNothingIsToldSoWhetherTheThingExistsOrNot() {
            Map<String, Object> hold = body("cause", "CORONA");
            Reply existing = as("anja; role=AUDITOR", "/v1/trajectories/" + trajectory + "/holds", hold);
            Reply absent = as("anja; role=AUDITOR", "/v1/trajectories/" + UUID.randomUUID() + "/holds", hold);

            assertThat(existing.status()).isEqualTo(403);
            assertThat(existing.code()).isEqualTo("FORBIDDEN");
            assertSame(existing, absent);
        }
    }

    @Nested
    class ANewThing {

        @Test
        void isMadeInOnesOwnRegionOnly() {
            Map<String, Object> pilot = StartPilotOverHttpTest.pilot("p-" + UUID.randomUUID());

            Reply refused = as("bea; role=PROJECT_LEAD; regions=" + ELSEWHERE, "/v1/pilots", pilot);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("FORBIDDEN");
        }

        @Test
        void isNotMadeOfWhatIsOutOfReach() {
            String foreign = new RegionOffice(client, ELSEWHERE).candidate();
            String colleagues = office.candidate();
            RegionOffice mine = office.with("testcollega; role=WERKCOACH; regions=AM05");

            Reply absent = mine.openTrajectory(UUID.randomUUID().toString());

            assertThat(absent.code()).isEqualTo("UNKNOWN_CANDIDATE");
            assertSame(mine.openTrajectory(foreign), absent);
            assertSame(mine.openTrajectory(colleagues), absent);
        }

        @Test
        void whatItMentionsOfAnotherRegionDoesNotExist() {
            String foreign = new RegionOffice(client, ELSEWHERE).leerbedrijf();
            RegionOffice lead = office.with("testleider; role=PROJECT_LEAD; regions=AM05");

            assertSame(
                    lead.post("/v1/supervisors", supervisorOf(foreign)),
                    lead.post("/v1/supervisors", supervisorOf(UUID.randomUUID().toString())));
        }

        private static Map<String, Object> supervisorOf(String leerbedrijf) {
            return body("region", HERE, "leerbedrijfId", leerbedrijf, "sector", "LOG", "maxCandidates", 1);
        }
    }

    /** A foreign thing and one that doesn't exist are told apart by nothing, at any address that has an id. */
    @Test
    void whatIsForeignIsAsAbsentToTheByteAtEveryAddress() {
        Map<String, String> ids = oneOfEachKindElsewhere();
        Client stranger = client.as("vreemde; role=WERKCOACH,PROJECT_LEAD,ACCOUNT_MANAGER,SCHOOL_COACH,"
                + "EXAMENCOMMISSIE,SUPERVISOR; org=ROC; regions=" + HERE);
        List<String> walked = new ArrayList<>();

        client.get("/v1/openapi.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> ids.forEach((kind, id) -> {
                    JsonNode example = path.getValue().at("/post/requestBody/content/application~1json/example");
                    if (path.getKey().startsWith(kind) && path.getKey().contains("{") && example.isObject()) {
                        Reply foreign =
                                stranger.post("/v1" + path.getKey().replaceAll("\\{[^}]+}", id), example.toString());
                        Reply absent = stranger.post(
                                "/v1"
                                        + path.getKey()
                                                .replaceAll(
                                                        "\\{[^}]+}",
                                                        UUID.randomUUID().toString()),
                                example.toString());
                        assertThat(foreign.status())
                                .as(path.getKey() + foreign.body())
                                .isEqualTo(404);
                        assertSame(foreign, absent);
                        walked.add(path.getKey());
                    }
                }));

        assertThat(walked).hasSizeGreaterThan(85);
        assertThat(ids.keySet())
                .allSatisfy(kind -> assertThat(walked).as(kind).anyMatch(path -> path.startsWith(kind)));
    }

    /**
     * An id names one thing, so who wants to give a new thing one that is taken hears so; and not of what it is, where it
     * lies, or whose.
     */
    @Test
    void anIdThatIsTakenIsTakenByNothingInParticular() {
        RegionOffice there = new RegionOffice(client, ELSEWHERE);
        Reply own = registered(candidate);

        assertThat(own.status()).isEqualTo(409);
        assertThat(own.code()).isEqualTo("ID_IN_USE");
        assertSame(registered(there.candidate()), own);
        assertSame(registered(there.leerbedrijf()), own);
        assertSame(registered(trajectory), own);
    }

    private Reply registered(String id) {
        return as(
                "vreemde; role=WERKCOACH; regions=" + HERE,
                "/v1/candidates",
                body(
                        "id", id,
                        "region", HERE,
                        "targetGroup", "STATUSHOUDER",
                        "labourStatus", "WERKZOEKEND",
                        "hasStartkwalificatie", false,
                        "incomeKind", "UITKERING",
                        "referrer", "GEMEENTE"));
    }

    /** By the beginning of its address. */
    private Map<String, String> oneOfEachKindElsewhere() {
        RegionOffice there = new RegionOffice(client, ELSEWHERE);
        String leerbedrijf = there.leerbedrijf();
        String supervisor = there.supervisor(leerbedrijf, 1);
        String completed = there.completedTrajectory(leerbedrijf, supervisor, List.of(RegionOffice.WERKPROCES));
        Map<String, Object> draft = body("region", ELSEWHERE, "trajectoryId", completed, "leerbedrijfId", leerbedrijf);
        draft.put("effectiveOn", "2020-05-25");
        draft.put("werkprocessen", List.of(RegionOffice.WERKPROCES));
        Map<String, Object> pilot = StartPilotOverHttpTest.pilot("p-" + UUID.randomUUID());
        pilot.put("region", ELSEWHERE);
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("/trajectories/", completed);
        ids.put("/candidates/", there.candidate());
        ids.put("/leerbedrijven/", leerbedrijf);
        ids.put("/supervisors/", supervisor);
        Map<String, Object> training = body(
                "region", ELSEWHERE,
                "trainingKind", "BEGELEIDERSTRAINING",
                "start", "2020-02-03",
                "end", "2020-02-14",
                "places", 8);
        ids.put("/supervisor-trainings/", there.made("/v1/supervisor-trainings", training));
        ids.put("/praktijkovereenkomsten/", streamOf("praktijkovereenkomst", completed));
        ids.put("/duties/", Awaitility.await().until(() -> streamOf("duty", completed), id -> id != null));
        ids.put("/verklaringen/", there.made("/v1/verklaringen", draft));
        ids.put("/cohorts/", there.made("/v1/cohorts", body("region", ELSEWHERE, "name", "Cohort")));
        ids.put("/pilots/", there.made("/v1/pilots", pilot));
        ids.put(
                "/ceremonies/",
                there.made("/v1/ceremonies", body("region", ELSEWHERE, "on", "2020-07-09", "place", "Voorbeeldzaal")));
        return ids;
    }

    /** The first stream of a kind that tells of a trajectory. */
    private String streamOf(String kind, String of) {
        return sql().as(Sql.SUPERUSER)
                .sql("""
                        select aggregate_identifier from eventstore.domain_event_entry
                         where type = :kind and position(:of in convert_from(payload, 'UTF8')) > 0
                         order by global_index limit 1""")
                .param("kind", kind)
                .param("of", of)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
