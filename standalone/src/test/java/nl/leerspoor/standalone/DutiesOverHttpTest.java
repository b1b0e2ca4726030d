package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.leerspoor.command.duty.FollowingHandler;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens raises duties and discharges them, in the store and along the tail as people's commands come in. */
class DutiesOverHttpTest extends RunningApplication {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

    @Autowired
    private FollowingHandler duties;

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

    private JsonNode raised(String kind) {
        assertThat(duties.awaitFollowed(sql().head(), Duration.ofSeconds(20))).isTrue();
        return sql()
                .as(Sql.SUPERUSER)
                .sql("""
                        select convert_from(payload, 'UTF8') from eventstore.domain_event_entry
                         where payload_type = 'duty.DutyRaised' and position(:trajectory in convert_from(payload, 'UTF8')) > 0
                           and position(:kind in convert_from(payload, 'UTF8')) > 0""")
                .param("trajectory", trajectory)
                .param("kind", kind)
                .query(String.class)
                .list()
                .stream()
                .map(JsonMapper.shared()::readTree)
                .reduce((one, other) -> {
                    throw new AssertionError("raised twice: " + one + other);
                })
                .orElseThrow();
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
