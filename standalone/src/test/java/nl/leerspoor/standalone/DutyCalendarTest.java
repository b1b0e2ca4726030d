package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.platform.operation.NodeName;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the day of a duty comes, who has to do it is told: on that day, after downtime at once, and once. */
class DutyCalendarTest {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @TempDir
    static Path folder;

    private static CommandNode node;
    private static String leerbedrijf;
    private static String supervisor;

    @BeforeAll
    static void start() {
        node = CommandNode.start(folder);
        leerbedrijf = office().leerbedrijf();
        supervisor = office().supervisor(leerbedrijf, 50);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aReminderComesInTheMorningOfItsDayAndNotBefore() {
        Duty first = signaturesToGet();
        node.clock().moveTo(node.clock().today().plusDays(7), LocalTime.NOON);
        Duty second = signaturesToGet();
        assertThat(second.dueOn()).isAfter(first.dueOn());
        assertThat(first.scheduledFor()).isEqualTo(first.dueOn() + "T07:00");

        node.clock().moveTo(first.dueOn(), MORNING);
        first.awaitTold();
        assertThat(second.events()).containsExactly("duty.DutyRaised");

        node.clock().moveTo(second.dueOn(), MORNING);
        second.awaitTold();
        assertThat(second.events()).containsExactly("duty.DutyRaised", "duty.DutyBecameDue");
        assertThat(first.events()).containsExactly("duty.DutyRaised", "duty.DutyBecameDue");
        assertThat(first.scheduledFor()).isNull();
    }

    @Test
    void afterDowntimeItComesAtOnceAndOnce() {
        Duty duty = signaturesToGet();

        node.stop();
        node.clock().moveTo(duty.dueOn().plusDays(40), LocalTime.NOON);
        node.begin();

        duty.awaitTold();
        assertThat(duty.events()).containsExactly("duty.DutyRaised", "duty.DutyBecameDue");
        assertThat(duty.toldOn()).isEqualTo(duty.dueOn());
    }

    @Test
    void aDutyThatNobodyFollowedDuringDowntimeIsToldOfAtOnceToo() {
        node.stop();
        UUID company = UUID.fromString(leerbedrijf);
        LocalDate real = LocalDate.now(AMSTERDAM);
        UUID cause = node.append(
                company,
                versions(company),
                new ErkenningConfirmed(
                        company, "AM21", real, "25251", real.plusDays(5).minusYears(4)));
        node.clock().moveTo(later(real.plusDays(50), node.clock().today().plusDays(1)), LocalTime.NOON);
        node.begin();

        Duty duty = Duty.raisedBy(cause);
        duty.awaitTold();
        assertThat(duty.events()).containsExactly("duty.DutyRaised", "duty.DutyBecameDue");
    }

    @Test
    void nobodyIsRemindedOfWhatIsSignedHeldOrOfThePast() {
        String signed = suitable();
        String held = suitable();
        List<Duty> quiet = List.of(
                match(signed, node.clock().today()), match(held, node.clock().today()));
        Duty missed = match(suitable(), LocalDate.parse("2020-02-07"));
        Duty loud = signaturesToGet();
        sign(signed);
        office().done("/v1/trajectories/" + held + "/holds", today("cause", "CORONA"));
        node.caughtUp();

        assertThat(quiet).allSatisfy(duty -> assertThat(duty.scheduledFor()).isNull());
        assertThat(missed.scheduledFor()).isNull();
        node.clock().moveTo(loud.dueOn(), MORNING);
        loud.awaitTold();

        assertThat(quiet)
                .allSatisfy(
                        duty -> assertThat(duty.events()).containsExactly("duty.DutyRaised", "duty.DutyDischarged"));
        assertThat(missed.events()).containsExactly("duty.DutyRaised");
        assertThat(missed.missed()).isTrue();
    }

    @Test
    void aNodeThatDiesBeforeItHasNotedThatItToldTellsNobodyAgain() {
        Duty duty = signaturesToGet();
        node.clock().moveTo(duty.dueOn(), MORNING);
        duty.awaitTold();

        node.sql().as(Sql.COMMAND).sql("""
                        insert into command.scheduled_task (task_name, task_instance, execution_time, picked, version)
                        values ('duty-day', :duty, now(), false, 1)""").param("duty", duty.id().toString()).update();
        soon().until(() -> duty.scheduledFor() == null);

        assertThat(duty.events()).containsExactly("duty.DutyRaised", "duty.DutyBecameDue");
    }

    @Test
    void twoNodesTellOfEachDutyOnce() {
        List<Duty> duties =
                IntStream.range(0, 12).mapToObj(n -> signaturesToGet()).toList();

        try (var other = node.another()) {
            assertThat(other.isActive()).isTrue();
            node.clock().moveTo(duties.getFirst().dueOn(), MORNING);
            duties.forEach(Duty::awaitTold);
        }

        assertThat(duties)
                .allSatisfy(duty -> assertThat(duty.events()).containsExactly("duty.DutyRaised", "duty.DutyBecameDue"));
    }

    @Test
    void allEventsOnceMoreRaiseAndSettleNothing() {
        signaturesToGet();
        String signed = suitable();
        match(signed, node.clock().today());
        sign(signed);
        node.caughtUp();
        long events = node.sql().events();

        node.stop();
        node.sql()
                .as(Sql.SUPERUSER)
                .sql("delete from command.token_entry where processor_name = 'duties'")
                .update();
        node.begin();
        node.caughtUp();

        assertThat(node.sql().events()).isEqualTo(events);
    }

    @Test
    void aNodeAtItSaysItsNameAndWhatFailsIsTriedAgainWhenAnOperatorAsks() throws SQLException {
        Duty duty = signaturesToGet();
        try (Connection connection = node.sql().connect(Sql.SUPERUSER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table eventstore.domain_event_entry in exclusive mode");
            node.clock().moveTo(duty.dueOn(), MORNING);
            soon().until(() -> duty.scheduled("select picked_by from command.scheduled_task"), NodeName.VALUE::equals);
            soon().until(
                            () -> duty.scheduled("select consecutive_failures::text from command.scheduled_task"),
                            "1"::equals);
        }
        soon().until(() -> node.health().contains("1 duties were not told of on their day."));
        assertThat(node.health()).startsWith("DEGRADED");

        node.sql()
                .as(Sql.COMMAND)
                .sql(
                        "update command.scheduled_task set execution_time = now() where consecutive_failures > 0 and not picked")
                .update();

        duty.awaitTold();
        soon().until(() -> node.health().equals("UP []"));
    }

    /** A candidate who is matched today: somebody has to get the signatures. */
    private static Duty signaturesToGet() {
        return match(suitable(), node.clock().today());
    }

    private static String suitable() {
        return office().suitableTrajectory();
    }

    private static Duty match(String trajectory, LocalDate day) {
        var matched = office().matchOn(day.toString(), trajectory, leerbedrijf, supervisor);
        assertThat(matched.status()).as(matched.body()).isEqualTo(201);
        return Duty.of(trajectory);
    }

    private static void sign(String trajectory) {
        LocalDate today = node.clock().today();
        String agreement = office().made(
                        "/v1/praktijkovereenkomsten",
                        today(
                                "region",
                                "AM21",
                                "trajectoryId",
                                trajectory,
                                "start",
                                today.toString(),
                                "end",
                                today.plusMonths(6).toString(),
                                "hoursPerWeek",
                                24,
                                "leerweg",
                                "DERDE"));
        for (String party : List.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL")) {
            office().done(
                            "/v1/praktijkovereenkomsten/" + agreement + "/signatures",
                            today("party", party, "method", "PAPER"));
        }
    }

    private static RegionOffice office() {
        return new RegionOffice(node.client(), "AM21");
    }

    private static Map<String, Object> today(Object... pairs) {
        Map<String, Object> body = body(pairs);
        body.put("effectiveOn", node.clock().today().toString());
        return body;
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static long versions(UUID stream) {
        return node.sql()
                .as(Sql.SUPERUSER)
                .sql("select count(*) from eventstore.domain_event_entry where aggregate_identifier = :stream")
                .param("stream", stream.toString())
                .query(Long.class)
                .single();
    }

    /** A duty as the store has it. */
    private record Duty(UUID id, LocalDate dueOn, boolean missed) {

        static Duty of(String trajectory) {
            return raised("trajectoryId", trajectory);
        }

        static Duty raisedBy(UUID event) {
            return raised("causeEventId", event.toString());
        }

        private static Duty raised(String member, String value) {
            node.caughtUp();
            return node.sql()
                    .as(Sql.SUPERUSER)
                    .sql("""
                            select payload ->> 'dutyId', payload ->> 'dueOn', payload ->> 'missed'
                              from (select convert_from(payload, 'UTF8')::jsonb as payload
                                      from eventstore.domain_event_entry where payload_type = 'duty.DutyRaised') raised
                             where payload ->> :member = :value""")
                    .param("member", member)
                    .param("value", value)
                    .query((row, n) -> new Duty(
                            UUID.fromString(row.getString(1)), LocalDate.parse(row.getString(2)), row.getBoolean(3)))
                    .single();
        }

        List<String> events() {
            return node.sql()
                    .as(Sql.SUPERUSER)
                    .sql("""
                            select payload_type from eventstore.domain_event_entry
                             where aggregate_identifier = :duty order by sequence_number""")
                    .param("duty", id.toString())
                    .query(String.class)
                    .list();
        }

        void awaitTold() {
            soon().until(() -> events().contains("duty.DutyBecameDue"));
        }

        LocalDate toldOn() {
            return LocalDate.parse(node.sql()
                    .as(Sql.SUPERUSER)
                    .sql("""
                            select convert_from(payload, 'UTF8')::jsonb ->> 'effectiveOn' from eventstore.domain_event_entry
                             where aggregate_identifier = :duty and payload_type = 'duty.DutyBecameDue'""")
                    .param("duty", id.toString())
                    .query(String.class)
                    .single());
        }

        /** The day and time in the Netherlands on which it will be told; null when it won't. */
        String scheduledFor() {
            return scheduled("""
                    select to_char(execution_time at time zone 'Europe/Amsterdam', 'YYYY-MM-DD"T"HH24:MI')
                      from command.scheduled_task""");
        }

        String scheduled(String select) {
            return node.sql()
                    .as(Sql.COMMAND)
                    .sql(select + " where task_instance = :duty")
                    .param("duty", id.toString())
                    .query(String.class)
                    .optional()
                    .orElse(null);
        }
    }
}
