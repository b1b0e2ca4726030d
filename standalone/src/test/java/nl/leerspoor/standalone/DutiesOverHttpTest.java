package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nl.leerspoor.command.following.Following;
import nl.leerspoor.platform.eventstore.AppendOrder;
import nl.leerspoor.platform.operation.NodeName;
import nl.leerspoor.standalone.Client.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens raises duties and discharges them, in the store and along the tail as people's commands come in. */
class DutiesOverHttpTest extends RunningApplication {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

    @Autowired
    private Following duties;

    private RegionOffice office;
    private String leerbedrijf;
    private String supervisor;
    private String trajectory;

    @BeforeEach
    void somebodyLearnsAtALeerbedrijf() {
        office = new RegionOffice(client, "AM20");
        leerbedrijf = office.leerbedrijf();
        supervisor = office.supervisor(leerbedrijf, 2);
        trajectory = office.startedTrajectory(leerbedrijf, supervisor);
    }

    @Test
    void areFollowedInTheNameOfThisNode() {
        assertThat(duties.awaitFollowed(sql().head(), Duration.ofSeconds(20))).isTrue();

        assertThat(sql().as(Sql.COMMAND)
                        .sql("select owner from command.token_entry where processor_name = 'duties'")
                        .query(String.class)
                        .list())
                .containsExactly(NodeName.VALUE);
    }

    @Nested
    class ALostErkenning {

        @BeforeEach
        void isRegistered() {
            office.done(
                    "/v1/leerbedrijven/" + leerbedrijf + "/erkenning-withdrawals",
                    today("crebo", "25254", "reason", "CONDITIONS_NOT_MET"));
        }

        @Test
        void raisesTheDutyToFindAnotherPlaceWithinFourWeeks() {
            JsonNode duty = raised("REPLACEMENT_PLACE");

            assertThat(duty.path("trajectoryId").asString()).isEqualTo(trajectory);
            assertThat(duty.path("leerbedrijfId").asString()).isEqualTo(leerbedrijf);
            assertThat(duty.path("forRole").asString()).isEqualTo("SCHOOL_COACH");
            assertThat(duty.path("dueOn").asString())
                    .isEqualTo(TODAY.plusWeeks(4).toString());
            assertThat(duty.path("missed").asBoolean()).isFalse();
            assertThat(scheduled(duty)).isTrue();
        }

        @Test
        void andItsDutyAreOverWhenThePersonIsOnHold() {
            JsonNode duty = raised("REPLACEMENT_PLACE");

            office.done("/v1/trajectories/" + trajectory + "/holds", today("cause", "ERKENNING_LOST"));

            assertThat(names(duty)).containsExactly("duty.DutyRaised", "duty.DutyDischarged");
            assertThat(scheduled(duty)).isFalse();
        }

        @Test
        void isListedWithWhatFollowsAndWhen() {
            String duty = raised("REPLACEMENT_PLACE").path("dutyId").asString();
            String day = TODAY.plusWeeks(4).toString();

            JsonNode open = listed("id=" + duty + "&nextBy=" + day);
            assertThat(open.path("next").asString()).isEqualTo("ESCALATION");
            assertThat(open.path("nextOn").asString()).isEqualTo(day);

            office.done("/v1/duties/" + duty + "/discharges", today("reason", "ARRANGED_ELSEWHERE"));
            JsonNode done = listed("id=" + duty);
            assertThat(done.path("nextOn").isNull()).isTrue();
        }

        @Test
        void thatWasMissedIsFollowedByNothing() {
            raised("REPLACEMENT_PLACE");

            JsonNode missed = listed("kind=ERKENNING_TO_CHECK&leerbedrijf=" + leerbedrijf);

            assertThat(missed.path("missed").asBoolean()).isTrue();
            assertThat(missed.path("next").isNull()).isTrue();
        }

        @Test
        void isADutyAgainWhenTheHoldEnds() {
            raised("REPLACEMENT_PLACE");
            office.done("/v1/trajectories/" + trajectory + "/holds", today("cause", "ERKENNING_LOST"));

            office.done("/v1/trajectories/" + trajectory + "/resumptions", today());

            assertThat(allRaised("REPLACEMENT_PLACE"))
                    .extracting(duty -> duty.path("cause").asString())
                    .containsExactly("leerbedrijf.ErkenningWithdrawn", "trajectory.CandidateResumed");
        }

        @Test
        void isDealtWithByHandInTheOrderOfAppends() throws Exception {
            JsonNode duty = raised("REPLACEMENT_PLACE");
            String id = duty.path("dutyId").asString();
            assertThat(free(id)).isEqualTo(4);

            CompletableFuture<Reply> reply;
            try (Connection another = sql().connect(Sql.COMMAND)) {
                another.setAutoCommit(false);
                AppendOrder.await(JdbcClient.create(new SingleConnectionDataSource(another, true)));
                reply = CompletableFuture.supplyAsync(
                        () -> office.post("/v1/duties/" + id + "/discharges", today("reason", "ARRANGED_ELSEWHERE")));
                Awaitility.await()
                        .until(() -> sql().as(Sql.SUPERUSER)
                                .sql("select exists(select from pg_locks where locktype = 'advisory' and not granted)")
                                .query(Boolean.class)
                                .single());

                assertThat(free(id)).as("who waits for its turn holds nothing").isEqualTo(4);
                another.rollback();
            }
            assertThat(reply.join().status()).isEqualTo(201);
            assertThat(free(id)).isZero();
        }

        /** How many rows there are of an open duty that nobody holds: of whom it is about, and its day. */
        private int free(String duty) {
            return sql().as(Sql.SUPERUSER)
                    .sql("""
                            with claims as (select key from command.claimed_key
                                             where key = :duty and scope like 'open-duty/%' for update skip locked),
                                 days as (select task_instance from command.scheduled_task
                                           where task_instance = :duty for update skip locked)
                            select (select count(*) from claims) + (select count(*) from days)""")
                    .param("duty", duty)
                    .query(Integer.class)
                    .single();
        }

        @Test
        void canBeDealtWithByHandOnce() {
            JsonNode duty = raised("REPLACEMENT_PLACE");
            String path = "/v1/duties/" + duty.path("dutyId").asString() + "/discharges";

            Reply done = office.post(path, today("reason", "ARRANGED_ELSEWHERE"));
            Reply again = office.post(path, today("reason", "ARRANGED_ELSEWHERE"));

            assertThat(done.status()).as(done.body()).isEqualTo(201);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("DUTY_ALREADY_DISCHARGED");
            assertThat(scheduled(duty)).isFalse();
        }
    }

    /** The one duty that the list has for a question. */
    private JsonNode listed(String question) {
        Reply reply = client.as("testprojectleider; role=PROJECT_LEAD")
                .get("/v1/duties?region=AM20&validOn=" + TODAY + "&minPosition=" + sql().head() + "&" + question);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("items")).as(reply.body()).hasSize(1);
        return reply.json().path("items").get(0);
    }

    private JsonNode raised(String kind) {
        List<JsonNode> all = allRaised(kind);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<JsonNode> allRaised(String kind) {
        assertThat(duties.awaitFollowed(sql().head(), Duration.ofSeconds(20))).isTrue();
        return sql()
                .as(Sql.SUPERUSER)
                .sql("""
                        select convert_from(payload, 'UTF8') from eventstore.domain_event_entry
                         where payload_type = 'duty.DutyRaised' and position(:trajectory in convert_from(payload, 'UTF8')) > 0
                           and position(:kind in convert_from(payload, 'UTF8')) > 0
                         order by global_index""")
                .param("trajectory", trajectory)
                .param("kind", kind)
                .query(String.class)
                .list()
                .stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private List<String> names(JsonNode duty) {
        assertThat(duties.awaitFollowed(sql().head(), Duration.ofSeconds(20))).isTrue();
        return sql().as(Sql.SUPERUSER)
                .sql("""
                        select payload_type from eventstore.domain_event_entry
                         where aggregate_identifier = :duty order by sequence_number""")
                .param("duty", duty.path("dutyId").asString())
                .query(String.class)
                .list();
    }

    private boolean scheduled(JsonNode duty) {
        return sql().as(Sql.COMMAND)
                .sql("select exists(select from command.scheduled_task where task_instance = :duty)")
                .param("duty", duty.path("dutyId").asString())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> today(Object... pairs) {
        Map<String, Object> body = body(pairs);
        body.put("effectiveOn", TODAY.toString());
        return body;
    }
}
