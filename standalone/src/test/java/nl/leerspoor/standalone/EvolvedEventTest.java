package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.COMPLETED;
import static nl.leerspoor.standalone.RegionOffice.WERKPROCES;
import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.platform.eventstore.EventTail;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An attendance that was stored with its week as one text counts as one whose year and week stand apart. */
class EvolvedEventTest extends RunningApplication {

    private static final String MARCH = "2020-03-23";

    @Autowired
    private EventTail tail;

    private RegionOffice office;
    private String leerbedrijf;
    private String supervisor;
    private String trajectory;
    private long before;

    @BeforeEach
    void aTrajectoryWithAnAttendanceOfOldAndOneOfToday() {
        office = new RegionOffice(client, "AM35");
        leerbedrijf = office.leerbedrijf();
        supervisor = office.supervisor(leerbedrijf, 1);
        trajectory = office.startedTrajectory(leerbedrijf, supervisor);
        before = sql().head();
        storeInRevisionOne("2020-W10", "22.50");
        attend("2020-W11");
    }

    @Test
    void theStreamCountsTheWeeksOfBothAndAWeekInBothOnce() {
        attend("2020-W10");

        complete();

        JsonNode completed = history().getLast();
        assertThat(completed.path("name").asString()).isEqualTo("trajectory.TrajectoryCompleted");
        assertThat(completed.path("payload").path("guidedWeeks").asInt()).isEqualTo(2);
    }

    @Test
    void theViewAppliesBoth() {
        complete();

        JsonNode view = client.get("/v1/trajectories/" + trajectory + "?minPosition=" + sql().head())
                .json();

        assertThat(view.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(view.path("version").asLong())
                .isEqualTo(history().getLast().path("version").asLong());
    }

    @Test
    void theTailTellsBothInThePresentRevision() throws InterruptedException {
        assertThat(client.get("/v1/figures?minPosition=" + sql().head()).status())
                .isEqualTo(200);

        assertThat(attendancesOfTheTail())
                .extracting(AttendanceRegistered::weekYear, AttendanceRegistered::week, AttendanceRegistered::hours)
                .containsExactly(tuple(2020, 10, new BigDecimal("22.50")), tuple(2020, 11, new BigDecimal("24")));
    }

    @Test
    void theHistoryShowsEachAsItWasStored() {
        List<JsonNode> attendances = history().stream()
                .filter(entry -> entry.path("name").asString().equals("trajectory.AttendanceRegistered"))
                .toList();

        assertThat(attendances)
                .extracting(entry -> entry.path("revision").asInt())
                .containsExactly(1, 2);
        assertThat(attendances.getFirst().path("payload").propertyNames())
                .containsExactlyInAnyOrder("trajectoryId", "candidateId", "region", "effectiveOn", "isoWeek", "hours");
        assertThat(attendances.getLast().path("payload").propertyNames())
                .containsExactlyInAnyOrder(
                        "trajectoryId", "candidateId", "region", "effectiveOn", "weekYear", "week", "hours");
    }

    /** Appends what the first release would have. */
    private void storeInRevisionOne(String isoWeek, String hours) {
        int stored = sql().as(Sql.COMMAND)
                .sql("""
                        insert into eventstore.domain_event_entry(event_identifier, aggregate_identifier,
                               sequence_number, type, payload_type, payload_revision, payload, meta_data, time_stamp)
                        select :event, aggregate_identifier, sequence_number + 1, type,
                               'trajectory.AttendanceRegistered', '1',
                               convert_to(format('{"trajectoryId":"%s","candidateId":"%s","region":"%s",'
                                                 '"effectiveOn":"%s","isoWeek":"%s","hours":%s}',
                                                 aggregate_identifier, started ->> 'candidateId', started ->> 'region',
                                                 :on::text, :isoWeek::text, :hours::text), 'UTF8'),
                               meta_data, time_stamp
                          from eventstore.domain_event_entry,
                               lateral (select convert_from(payload, 'UTF8')::jsonb) as payload(started)
                         where aggregate_identifier = :trajectory order by sequence_number desc limit 1""")
                .param("event", UUID.randomUUID().toString())
                .param("on", MARCH)
                .param("isoWeek", isoWeek)
                .param("hours", hours)
                .param("trajectory", trajectory)
                .update();
        assertThat(stored).isOne();
    }

    private void attend(String isoWeek) {
        office.at(leerbedrijf)
                .done("/v1/trajectories/" + trajectory + "/attendances", on(MARCH, "isoWeek", isoWeek, "hours", 24));
    }

    private void complete() {
        office.at(leerbedrijf)
                .done(
                        "/v1/trajectories/" + trajectory + "/werkproces-judgements",
                        on(COMPLETED, "werkproces", WERKPROCES, "result", "MASTERED", "supervisorId", supervisor));
        var confirmed = client.as("testschoolcoach-roc; role=SCHOOL_COACH; org=ROC")
                .post(
                        "/v1/trajectories/" + trajectory + "/werkproces-confirmations",
                        on(COMPLETED, "werkproces", WERKPROCES));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(201);
        office.done("/v1/trajectories/" + trajectory + "/completions", on(COMPLETED));
    }

    private List<JsonNode> history() {
        return client.get("/v1/trajectories/" + trajectory + "/history?order=recorded&minPosition=" + sql().head())
                .json()
                .path("events")
                .valueStream()
                .toList();
    }

    private List<AttendanceRegistered> attendancesOfTheTail() throws InterruptedException {
        List<AttendanceRegistered> attendances = new ArrayList<>();
        try (var stream = tail.openStream(new GlobalSequenceTrackingToken(before))) {
            while (stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                if (((DomainEventMessage<?>) stream.nextAvailable()).getPayload()
                        instanceof AttendanceRegistered attendance) {
                    attendances.add(attendance);
                }
            }
        }
        return attendances;
    }

    private static Map<String, Object> on(String day, Object... pairs) {
        Map<String, Object> body = body(pairs);
        body.put("effectiveOn", day);
        return body;
    }
}
