package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One decision on a cohort over HTTP: one transaction, one correlation, and an answer that tells whom it reached. */
class CohortOverHttpTest extends RunningApplication {

    private static final String HELD_ON = "2020-03-23";
    private static final String RESUMED_ON = "2020-09-01";

    @Autowired
    @Qualifier("projectorJdbc")
    private JdbcClient events;

    private RegionOffice office;
    private String cohort;
    private final List<String> members = new ArrayList<>();

    @BeforeEach
    void aCohortOfThree() {
        office = new RegionOffice(client, "AM05");
        cohort = office.made("/v1/cohorts", body("region", "AM05", "name", "Instroom voorjaar 2020"));
        for (int member = 0; member < 3; member++) {
            String trajectory = office.openedTrajectory(office.candidate());
            office.done("/v1/cohorts/" + cohort + "/members", body("trajectoryId", trajectory));
            members.add(trajectory);
        }
    }

    @Test
    void aHoldIsOneDecisionWithItsEffectsBetweenItsBeginningAndItsEnd() {
        Reply reply = hold();

        List<String> names = events.sql("""
                        select name from eventstore.event_log
                         where metadata ->> 'correlationId' = (select metadata ->> 'correlationId'
                                                                 from eventstore.event_log where position = :position)
                         order by position""")
                .param("position", reply.json().path("position").asLong())
                .query(String.class)
                .list();
        assertThat(names)
                .containsExactly(
                        "cohort.CohortPutOnHold",
                        "trajectory.CandidateOnHold",
                        "trajectory.CandidateOnHold",
                        "trajectory.CandidateOnHold",
                        "cohort.CohortActionCompleted");
        assertThat(texts(reply.json().path("applied"))).isEqualTo(members);
        assertThat(reply.header("ETag")).isEqualTo("\"5\"");
    }

    @Test
    void whoIsOnHoldAlreadyIsSkippedWithTheCodeOfTheRule() {
        office.done("/v1/trajectories/" + members.get(1) + "/holds", body("effectiveOn", HELD_ON, "cause", "PERSONAL"));

        JsonNode skipped = hold().json().path("skipped");

        assertThat(skipped.size()).isOne();
        assertThat(skipped.get(0).path("trajectoryId").asString()).isEqualTo(members.get(1));
        assertThat(skipped.get(0).path("reason").asString()).isEqualTo("ALREADY_ON_HOLD");
    }

    @Test
    void aHoldRepeatedUnderAnotherKeyChangesNothing() {
        Reply first = hold();
        Reply second = hold();

        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.json().path("applied").size()).isZero();
        assertThat(second.json().path("skipped").size()).isEqualTo(3);
    }

    @Test
    void aResumptionEndsTheHoldsOfTheCohort() {
        hold();
        Reply resumed = office.done("/v1/cohorts/" + cohort + "/resumptions", body("effectiveOn", RESUMED_ON));
        assertThat(texts(resumed.json().path("applied"))).isEqualTo(members);
    }

    @Test
    void aMemberLeaves() {
        office.done("/v1/cohorts/" + cohort + "/member-removals", body("trajectoryId", members.getFirst()));
        assertThat(texts(hold().json().path("applied"))).isEqualTo(members.subList(1, 3));
    }

    @Test
    void anUnknownTrajectoryIsNoMember() {
        Reply reply = office.post(
                "/v1/cohorts/" + cohort + "/members",
                body("trajectoryId", UUID.randomUUID().toString()));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("UNKNOWN_TRAJECTORY");
    }

    private Reply hold() {
        return office.done("/v1/cohorts/" + cohort + "/holds", body("effectiveOn", HELD_ON, "cause", "CORONA"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asString()));
        return texts;
    }
}
