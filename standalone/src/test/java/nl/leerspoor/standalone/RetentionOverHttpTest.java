package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.duty.ProposalsDayHandler;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.retention.RetentionTelling;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What regions have kept of a person for long enough is proposed when the last of it is, and goes when two people say so. */
class RetentionOverHttpTest extends RunningApplication {

    /** Nobody else makes people with details in these. */
    private static final String REGION = "AM34";

    private static final String ELSEWHERE = "AM28";

    private static final String STOPPED = "2020-03-02";
    private static final String LAST_DAY = "2025-03-01";
    private static final String DUE = "2025-03-02";

    @Autowired
    private RetentionTelling telling;

    @Autowired
    private ProposalsDayHandler day;

    private final Map<String, String> rules = new HashMap<>();
    private RegionOffice office;
    private Client officer;
    private String candidate;

    @BeforeEach
    void aRuleAndSomebodyWhoIsKnown() {
        office = new RegionOffice(client, REGION);
        officer = client.as("testprivacy; role=PRIVACY_OFFICER");
        hold(REGION, "CANDIDATE_DETAILS", null);
        candidate = known();
    }

    @AfterEach
    void holdToNoRule() {
        List.copyOf(rules.keySet()).forEach(this::holdNoMore);
    }

    private void hold(String region, String rule, Integer months) {
        Map<String, Object> asked = body("region", region, "rule", rule);
        if (months != null) {
            asked.put("months", months);
        }
        rules.put(
                region + rule,
                done(officer.post("/v1/retention-rules", asked))
                        .json()
                        .path("id")
                        .asString());
    }

    private void holdNoMore(String rule) {
        done(officer.post("/v1/retention-rules/" + rules.remove(rule) + "/endings", body()));
    }

    private String known() {
        String id = office.candidate();
        office.done("/v1/candidates/" + id + "/details", body("name", "Bewaarkandidaat Vijfendertig"));
        return id;
    }

    private static Map<String, Object> on(String day, Object... pairs) {
        Map<String, Object> body = body(pairs);
        body.put("effectiveOn", day);
        return body;
    }

    private void openedAndStopped(String who, String day) {
        String trajectory = office.openedTrajectory(who);
        office.done("/v1/trajectories/" + trajectory + "/stops", on(day, "reason", "PERSONAL"));
    }

    private static Reply done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private List<JsonNode> proposals(String day) {
        return list("/v1/retention-proposals?candidate=" + candidate + "&validOn=" + day, REGION);
    }

    private List<JsonNode> proposed(String person, String day) {
        List<JsonNode> all = new ArrayList<>();
        for (String region : List.of(REGION, ELSEWHERE)) {
            all.addAll(list("/v1/retention-proposals?person=" + person + "&validOn=" + day, region));
        }
        return all;
    }

    private int due(String day) {
        return list("/v1/retention-rules?rule=CANDIDATE_DETAILS&validOn=" + day, REGION)
                .getFirst()
                .path("due")
                .asInt();
    }

    private List<JsonNode> list(String question, String region) {
        Reply reply = client.get(question + "&region=" + region + "&minPosition=" + sql().head());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("items").valueStream().toList();
    }

    private String person(String who) {
        return client.get("/v1/candidates/" + who + "/details?minPosition=" + sql().head())
                .json()
                .path("personId")
                .asString();
    }

    @Test
    void isProposedFiveYearsAfterTheLastTrajectoryEndedAndNotADayBefore() {
        openedAndStopped(candidate, STOPPED);

        assertThat(proposals(LAST_DAY)).isEmpty();
        assertThat(proposals(DUE)).singleElement().satisfies(proposal -> {
            assertThat(proposal.path("since").asString()).isEqualTo(STOPPED);
            assertThat(proposal.path("dueOn").asString()).isEqualTo(DUE);
            assertThat(proposal.path("state").asString()).isEqualTo("PROPOSED");
        });
        assertThat(due(DUE)).isEqualTo(due(LAST_DAY) + 1);
    }

    @Test
    void isNeverProposedWhileATrajectoryIsOpen() {
        office.openedTrajectory(candidate);

        assertThat(proposals("2040-01-01")).isEmpty();
    }

    @Test
    void beginsWithTheRegistrationWhereThereWasNoTrajectory() {
        assertThat(proposals("2025-01-05")).isEmpty();
        assertThat(proposals("2025-01-06")).hasSize(1);
    }

    @Test
    void isErasedByTheSamePathAsARequest() {
        openedAndStopped(candidate, STOPPED);
        String id = asked("ERASURE", "RETENTION");
        assertThat(proposals(DUE).getFirst().path("state").asString()).isEqualTo("OPEN");
        assertThat(proposals(DUE).getFirst().path("privacyCaseId").asString()).isEqualTo(id);
        done(officer.post("/v1/privacy-cases/" + id + "/grants", body("legalBasis", "AVG_17_1_A")));
        Map<String, Object> erasure = Map.of("effectiveOn", STOPPED);
        assertThat(officer.post("/v1/privacy-cases/" + id + "/erasures", erasure)
                        .code())
                .isEqualTo("SAME_PERSON_AUTHORISES");

        done(client.as("testprivacy-tweede; role=PRIVACY_OFFICER")
                .post("/v1/privacy-cases/" + id + "/erasures", erasure));

        assertThat(proposals(DUE)).isEmpty();
        assertThat(client.get("/v1/privacy-cases/" + id + "/certificate")
                        .json()
                        .path("nothingLeft")
                        .asBoolean())
                .isTrue();
    }

    private String asked(String kind, String by) {
        return done(officer.post(
                        "/v1/privacy-cases",
                        body("region", REGION, "kind", kind, "candidateId", candidate, "requestedBy", by)))
                .json()
                .path("id")
                .asString();
    }

    @Test
    void aRuleIsInForceOnceAndProposesNothingBeforeTheRegionConfirmedIt() {
        assertThat(officer.post(
                                "/v1/retention-rules",
                                body("region", REGION, "rule", "CANDIDATE_DETAILS", "months", 12))
                        .code())
                .isEqualTo("RETENTION_RULE_IN_FORCE_ALREADY");
        assertThat(list("/v1/retention-rules?validOn=2020-01-05", REGION)).isEmpty();
        assertThat(list("/v1/retention-rules?validOn=2020-01-06", REGION)).hasSize(1);
    }

    /** The officer of a region is told once that there is somebody to decide on. */
    @Nested
    class TheOfficer {

        @Test
        void hasOneDutyFromTheMorningOnUntilNobodyIsProposedAnyMore() {
            holdNoMore(REGION + "CANDIDATE_DETAILS");
            morning();
            assertThat(openDuties()).isEmpty();
            hold(REGION, "CANDIDATE_DETAILS", 1);
            openedAndStopped(candidate, STOPPED);

            morning();
            morning();

            String duty = openDuties().getFirst().path("id").asString();
            assertThat(openDuties()).singleElement().satisfies(told -> {
                assertThat(told.path("kind").asString()).isEqualTo("RETENTION_PROPOSALS");
                assertThat(told.path("forRole").asString()).isEqualTo("PRIVACY_OFFICER");
                assertThat(told.path("cause").asString()).isEqualTo("retention.RetentionRuleConfirmed");
            });
            Reply discharged = client.as("testprojectleider; role=PROJECT_LEAD")
                    .post("/v1/duties/" + duty + "/discharges", on(today(), "reason", "ARRANGED_ELSEWHERE"));
            assertThat(discharged.code()).as(discharged.body()).isEqualTo("DUTY_ENDS_BY_DOING_IT");
            for (JsonNode proposal : list("/v1/retention-proposals?state=PROPOSED&validOn=" + today(), REGION)) {
                done(officer.post(
                        "/v1/privacy-cases",
                        body(
                                "region",
                                REGION,
                                "kind",
                                "ERASURE",
                                "candidateId",
                                proposal.path("subjectId").asString(),
                                "requestedBy",
                                "RETENTION")));
            }

            morning();

            assertThat(openDuties()).isEmpty();
        }

        private void morning() {
            assertThat(list("/v1/retention-proposals?limit=1", REGION)).isNotNull();
            telling.tell();
            day.tell();
        }

        private List<JsonNode> openDuties() {
            return list("/v1/duties?state=OPEN&kind=RETENTION_PROPOSALS", REGION);
        }

        private String today() {
            return LocalDate.now(TwoClocks.ZONE).toString();
        }
    }

    /** A person is due when the last of everything of them is. */
    @Nested
    class APerson {

        @Test
        void isDueWhenTheLastOfTwoCandidatesIsWhoTurnedOutToBeOne() {
            String other = known();
            openedAndStopped(other, STOPPED);
            assertThat(proposals("2025-01-06")).hasSize(1);

            office.done("/v1/candidates/" + other + "/merges", on(STOPPED, "intoCandidateId", candidate));

            assertThat(proposals(LAST_DAY)).isEmpty();
            assertThat(proposed(person(candidate), DUE)).singleElement().satisfies(proposal -> {
                assertThat(proposal.path("subjectId").asString()).isEqualTo(candidate);
                assertThat(proposal.path("since").asString()).isEqualTo(STOPPED);
                assertThat(proposal.path("dueOn").asString()).isEqualTo(DUE);
            });
            assertThat(list("/v1/retention-proposals?validOn=2040-01-01", REGION).stream()
                            .map(proposal -> proposal.path("subjectId").asString()))
                    .doesNotContain(other);
        }

        @Test
        void whoWentToAnotherRegionIsDueThereWhenAllIsOverAndBothRegionsHoldToARule() {
            String trajectory = office.openedTrajectory(candidate);
            String moved = done(client.as("testwerkcoach")
                            .post(
                                    "/v1/trajectories/" + trajectory + "/transfers",
                                    on(STOPPED, "toRegion", ELSEWHERE, "werkcoachId", "testwerkcoach")))
                    .json()
                    .path("newTrajectoryId")
                    .asString();
            String person = person(candidate);
            assertThat(proposed(person, "2040-01-01"))
                    .as("a trajectory is open elsewhere")
                    .isEmpty();
            done(client.as("testwerkcoach")
                    .post("/v1/trajectories/" + moved + "/stops", on("2020-05-04", "reason", "PERSONAL")));
            assertThat(proposed(person, "2040-01-01"))
                    .as("the other region holds to no rule")
                    .isEmpty();

            hold(ELSEWHERE, "CANDIDATE_DETAILS", 61);

            assertThat(proposed(person, "2025-06-03")).isEmpty();
            assertThat(proposed(person, "2025-06-04")).singleElement().satisfies(proposal -> {
                assertThat(proposal.path("region").asString()).isEqualTo(ELSEWHERE);
                assertThat(proposal.path("since").asString()).isEqualTo("2020-05-04");
            });
            holdNoMore(ELSEWHERE + "CANDIDATE_DETAILS");
            hold(ELSEWHERE, "CANDIDATE_DETAILS", 1);
            assertThat(proposed(person, LAST_DAY))
                    .as("the first region keeps it longer")
                    .isEmpty();
            assertThat(proposed(person, DUE)).hasSize(1);
        }

        @Test
        void isNotDueWhileARequestIsOpenNorAsLongAsTheRegionKeepsWhoAsked() {
            String id = asked("ACCESS", "PERSON");
            assertThat(proposals("2040-01-01")).isEmpty();
            done(officer.post("/v1/privacy-cases/" + id + "/refusals", on("2020-02-03", "ground", "AVG_12_5")));
            assertThat(proposals("2025-01-06")).hasSize(1);

            hold(REGION, "PRIVACY_CASES", 72);

            assertThat(proposals("2026-02-02")).isEmpty();
            assertThat(proposals("2026-02-03")).hasSize(1);
        }

        @Test
        void whoGuidesIsDueSomeTimeAfterTheyDidSoLast() {
            String leerbedrijf = office.leerbedrijf();
            String supervisor = office.supervisor(leerbedrijf, 2);
            office.done("/v1/supervisors/" + supervisor + "/details", body("name", "Bewaarbegeleider Een"));
            hold(REGION, "SUPERVISOR_DETAILS", null);
            assertThat(proposed(supervisor, "2022-01-05")).isEmpty();
            assertThat(proposed(supervisor, "2022-01-06"))
                    .singleElement()
                    .satisfies(proposal ->
                            assertThat(proposal.path("subjectKind").asString()).isEqualTo("SUPERVISOR"));
            String trajectory = office.startedTrajectory(leerbedrijf, supervisor);
            assertThat(proposed(supervisor, "2040-01-01")).isEmpty();

            office.done("/v1/trajectories/" + trajectory + "/stops", on("2020-05-04", "reason", "PERSONAL"));

            assertThat(proposed(supervisor, "2022-05-03")).isEmpty();
            assertThat(proposed(supervisor, "2022-05-04")).hasSize(1);
        }

        @Test
        void whoSpokeForLeerbedrijvenIsDueSomeTimeAfterTheLastOfThem() {
            String person = UUID.randomUUID().toString();
            List<String> companies = List.of(office.leerbedrijf(), office.leerbedrijf());
            companies.forEach(company -> speaks(company, person, RegionOffice.OPENED));
            hold(REGION, "CONTACT_PERSON_DETAILS", 12);
            speaks(companies.getFirst(), UUID.randomUUID().toString(), "2020-02-03");
            assertThat(proposed(person, "2040-01-01")).isEmpty();

            speaks(companies.getLast(), UUID.randomUUID().toString(), STOPPED);

            assertThat(proposed(person, "2021-03-01")).isEmpty();
            assertThat(proposed(person, "2021-03-02")).singleElement().satisfies(proposal -> {
                assertThat(proposal.path("subjectKind").asString()).isEqualTo("CONTACT_PERSON");
                assertThat(proposal.path("subjectId").asString()).isEqualTo(companies.getLast());
            });
        }

        @Test
        void whoIsSomethingElseBesidesIsDueWhenBothAre() {
            String person = UUID.randomUUID().toString();
            String company = office.leerbedrijf();
            speaks(company, person, RegionOffice.OPENED);
            speaks(company, UUID.randomUUID().toString(), "2020-02-03");
            office.candidate(person);
            hold(REGION, "CONTACT_PERSON_DETAILS", 12);

            assertThat(proposed(person, "2025-01-05")).isEmpty();
            assertThat(proposed(person, "2025-01-06")).hasSize(1);
        }

        private void speaks(String company, String person, String day) {
            office.done(
                    "/v1/leerbedrijven/" + company + "/contact-persons",
                    on(day, "contactPersonId", person, "name", "Bewaarcontact Twee"));
        }
    }
}
