package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a region has kept for long enough is proposed, and goes when two people say so. */
class RetentionOverHttpTest extends RunningApplication {

    /** Nobody else makes candidates with details here. */
    private static final String REGION = "AM34";

    private static final String STOPPED = "2020-03-02";
    private static final String LAST_DAY = "2025-03-01";
    private static final String DUE = "2025-03-02";

    private RegionOffice office;
    private Client officer;
    private String candidate;
    private String rule;

    @BeforeEach
    void aRuleAndSomebodyWhoStopped() {
        office = new RegionOffice(client, REGION);
        officer = client.as("testprivacy; role=PRIVACY_OFFICER");
        candidate = office.candidate();
        office.done("/v1/candidates/" + candidate + "/details", body("name", "Bewaarkandidaat Vijfendertig"));
        rule = done(officer.post("/v1/retention-rules", body("region", REGION, "rule", "CANDIDATE_DETAILS")))
                .json()
                .path("id")
                .asString();
    }

    @AfterEach
    void endTheRule() {
        done(officer.post("/v1/retention-rules/" + rule + "/endings", body()));
    }

    private void openedAndStopped() {
        String trajectory = office.openedTrajectory(candidate);
        Map<String, Object> stop = body("reason", "PERSONAL");
        stop.put("effectiveOn", STOPPED);
        office.done("/v1/trajectories/" + trajectory + "/stops", stop);
    }

    private static Reply done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private List<JsonNode> proposals(String day) {
        return list("/v1/retention-proposals?candidate=" + candidate + "&validOn=" + day);
    }

    private int due(String day) {
        return list("/v1/retention-rules?validOn=" + day).getFirst().path("due").asInt();
    }

    private List<JsonNode> list(String question) {
        Reply reply = client.get(question + "&region=" + REGION + "&minPosition=" + sql().head());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("items").valueStream().toList();
    }

    @Test
    void isProposedFiveYearsAfterTheLastTrajectoryEndedAndNotADayBefore() {
        openedAndStopped();

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
        openedAndStopped();
        String id = done(officer.post(
                        "/v1/privacy-cases",
                        body(
                                "region",
                                REGION,
                                "kind",
                                "ERASURE",
                                "candidateId",
                                candidate,
                                "requestedBy",
                                "RETENTION")))
                .json()
                .path("id")
                .asString();
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

    @Test
    void aRuleIsInForceOnceAndProposesNothingBeforeTheRegionConfirmedIt() {
        assertThat(officer.post(
                                "/v1/retention-rules",
                                body("region", REGION, "rule", "CANDIDATE_DETAILS", "months", 12))
                        .code())
                .isEqualTo("RETENTION_RULE_IN_FORCE_ALREADY");
        assertThat(list("/v1/retention-rules?validOn=2020-01-05")).isEmpty();
        assertThat(list("/v1/retention-rules?validOn=2020-01-06")).hasSize(1);
    }
}
