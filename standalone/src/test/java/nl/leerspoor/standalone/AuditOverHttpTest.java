package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an auditor finds of a decision that skipped a member and was partly retracted later. */
class AuditOverHttpTest extends RunningApplication {

    private static final String HELD_ON = "2020-03-23";

    private RegionOffice office;
    private String cohort;
    private final List<String> members = new ArrayList<>();

    @BeforeEach
    void aHoldOfACohortThatSkippedOneAndWasRetractedForAnother() {
        office = new RegionOffice(client, "AM14");
        cohort = office.made("/v1/cohorts", body("region", "AM14", "name", "Instroom voorjaar 2020"));
        for (int member = 0; member < 3; member++) {
            String trajectory = office.openedTrajectory(office.candidate());
            office.done("/v1/cohorts/" + cohort + "/members", body("trajectoryId", trajectory));
            members.add(trajectory);
        }
        office.done("/v1/trajectories/" + members.get(1) + "/holds", body("effectiveOn", HELD_ON, "cause", "PERSONAL"));
        office.done("/v1/cohorts/" + cohort + "/holds", body("effectiveOn", HELD_ON, "cause", "CORONA"));
        String hold = history(members.getFirst())
                .path("events")
                .valueStream()
                .filter(event -> event.path("name").asString().equals("trajectory.CandidateOnHold"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Reply retracted = client.as("testwerkcoach; role=WERKCOACH")
                .post(
                        "/v1/trajectories/" + members.getFirst() + "/hold-retractions",
                        Map.of("holdEventId", hold, "reason", "DATA_ENTRY_ERROR"));
        assertThat(retracted.status()).as(retracted.body()).isEqualTo(201);
    }

    @Test
    void aDecisionIsToldInOrderWithWhomItSkippedAndWhatWasUndone() {
        JsonNode trail = decision();

        assertThat(names(trail))
                .containsExactly(
                        "cohort.CohortPutOnHold",
                        "trajectory.CandidateOnHold",
                        "trajectory.CandidateOnHold",
                        "cohort.CohortActionCompleted");
        assertThat(trail.path("items").findValuesAsString("author")).containsOnly("testwerkcoach");
        assertThat(trail.path("events").asInt()).isEqualTo(4);
        assertThat(trail.path("retracted").asInt()).isOne();
        assertThat(trail.at("/items/1/retractedBy").asString()).hasSize(36);
        assertThat(trail.at("/items/2/retractedBy").isNull()).isTrue();
        assertThat(trail.at("/items/1/stream").asString()).isEqualTo(members.getFirst());
        assertThat(trail.path("skipped").size()).isOne();
        assertThat(trail.at("/skipped/0/trajectoryId").asString()).isEqualTo(members.get(1));
        assertThat(trail.at("/skipped/0/reason").asString()).isEqualTo("ALREADY_ON_HOLD");
    }

    @Test
    void aTrailComesInPagesInBothDirections() {
        String correlation = correlation();
        Reply first = client.get("/v1/audit/decisions/" + correlation + "?limit=3");
        Reply second = client.get(ListOverHttpTest.link(first, "next"));
        Reply back = client.get(ListOverHttpTest.link(second, "prev"));

        assertThat(names(first.json())).hasSize(3);
        assertThat(names(second.json())).containsExactly("cohort.CohortActionCompleted");
        assertThat(ListOverHttpTest.link(second, "next")).isNull();
        assertThat(back.json().path("items")).isEqualTo(first.json().path("items"));
    }

    @Test
    void aRetractionTellsWhatItUndidAndOnWhoseAuthority() {
        JsonNode retractions = client.get("/v1/audit/corrections?stream=" + members.getFirst())
                .json()
                .path("items");

        assertThat(retractions.size()).isOne();
        JsonNode retraction = retractions.get(0);
        assertThat(retraction.path("kind").asString()).isEqualTo("RETRACTION");
        assertThat(retraction.path("type").asString()).isEqualTo("trajectory.CandidateHoldRetracted");
        assertThat(retraction.path("author").asString()).isEqualTo("testwerkcoach");
        assertThat(retraction.path("role").asString()).isEqualTo("WERKCOACH");
        assertThat(retraction.path("authorisedBy").asString()).isEqualTo("testwerkcoach");
        assertThat(retraction.path("reason").asString()).isEqualTo("DATA_ENTRY_ERROR");
        assertThat(retraction.path("effectiveOn").asString()).isEqualTo(HELD_ON);
        assertThat(retraction.at("/undone/0/type").asString()).isEqualTo("trajectory.CandidateOnHold");
        assertThat(retraction.at("/undone/0/author").asString()).isEqualTo("testwerkcoach");
    }

    @Test
    void whateverHasAnIdHasAHistoryInBothOrders() {
        JsonNode recorded = history(cohort + "?order=recorded");

        assertThat(recorded.path("kind").asString()).isEqualTo("cohort");
        assertThat(recorded.path("events").findValuesAsString("name")).endsWith("cohort.CohortActionCompleted");
        assertThat(history(cohort).path("order").asString()).isEqualTo("effective");
        assertThat(history(cohort).path("events").findValuesAsString("name")).startsWith("cohort.CohortCreated");
    }

    @Test
    void anUnknownDecisionOrIdIsNotFound() {
        assertThat(client.get("/v1/audit/decisions/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(client.get("/v1/history/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(client.get("/v1/audit/decisions/%00").status()).isIn(400, 404);
        assertThat(client.get("/v1/audit/decisions/" + "x".repeat(500)).status())
                .isEqualTo(404);
    }

    @Test
    void entriesAreOfNoDay() {
        Reply reply = client.get("/v1/audit/late-entries?validOn=2020-11-01");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(client.get("/v1/audit/late-entries").json().path("validOn").isNull())
                .isTrue();
    }

    private JsonNode history(String id) {
        Reply reply = client.get("/v1/history/" + id);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** Under which all that belongs to the hold of the cohort was recorded. */
    private String correlation() {
        return client.get("/v1/audit/late-entries?type=cohort.CohortPutOnHold&stream=" + cohort)
                .json()
                .at("/items/0/correlationId")
                .asString();
    }

    private JsonNode decision() {
        Reply reply = client.get("/v1/audit/decisions/" + correlation());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> names(JsonNode trail) {
        return trail.path("items").findValuesAsString("name");
    }
}
