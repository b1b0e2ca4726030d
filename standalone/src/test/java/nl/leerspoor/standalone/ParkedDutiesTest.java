package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningRequested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesWithdrawn;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event from which no duty can follow waits with those behind it in its stream; all others are followed. */
class ParkedDutiesTest {

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
    void anEventThatBreaksARuleWaitsAcrossARestartAndEverythingElseGoesOn() {
        UUID broken = UUID.fromString(office().leerbedrijf());
        LocalDate today = node.clock().today();
        long next = versions(broken);
        node.append(broken, next, new ErkenningConfirmed(broken, "AM22", today, "25251", null));
        node.append(broken, next + 1, new PlacesWithdrawn(broken, "AM22", today, "25254"));
        String healthy = matched();

        assertThat(raised(healthy)).containsExactly("MISSING_SIGNATURE");
        assertThat(parked(broken)).containsExactly("java.lang.NullPointerException", "behind");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> node.health().contains("2 events are parked."));
        assertThat(node.health()).startsWith("DEGRADED");

        node.restart();
        node.append(broken, next + 2, new PlacesWithdrawn(broken, "AM22", today, "25254"));
        node.caughtUp();

        assertThat(parked(broken)).containsExactly("java.lang.NullPointerException", "behind", "behind");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> attempts(broken) >= 2);
    }

    @Test
    void whatIsTriedAgainForAnOperatorRaisesWhatIsNeededByThen() {
        String company = office().leerbedrijf();
        String guide = office().supervisor(company, 5);
        String goesOn = office().startedTrajectory(company, guide);
        String isHeld = office().startedTrajectory(company, guide);
        node.caughtUp();
        refuse("duty.DutyRaised", "ErkenningWithdrawn", "23514", Integer.MAX_VALUE);
        office().done(
                        "/v1/leerbedrijven/" + company + "/erkenning-withdrawals",
                        today("crebo", "25254", "reason", "CONDITIONS_NOT_MET"));
        office().done("/v1/trajectories/" + isHeld + "/holds", today("cause", "ERKENNING_LOST"));
        node.caughtUp();

        assertThat(parked(UUID.fromString(company))).containsExactly("org.postgresql.util.PSQLException 23514");
        assertThat(raised(goesOn)).doesNotContain("REPLACEMENT_PLACE");

        acceptAll();
        node.sql()
                .as(Sql.COMMAND)
                .sql("update command.parked_event set tried_at = '-infinity'")
                .update();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> parked(UUID.fromString(company)).isEmpty());
        assertThat(raised(goesOn)).contains("REPLACEMENT_PLACE");
        assertThat(raised(isHeld)).doesNotContain("REPLACEMENT_PLACE");
    }

    @Test
    void whatWaitsIsFollowedOneByOneUpToTheFirstThatCantBe() {
        String company = office().leerbedrijf();
        String trajectory = office().startedTrajectory(company, office().supervisor(company, 5));
        node.caughtUp();
        refuse("duty.DutyRaised", "ErkenningWithdrawn", "23514", Integer.MAX_VALUE);
        office().done(
                        "/v1/leerbedrijven/" + company + "/erkenning-withdrawals",
                        today("crebo", "25254", "reason", "CONDITIONS_NOT_MET"));
        UUID stream = UUID.fromString(company);
        long next = versions(stream);
        LocalDate day = node.clock().today();
        node.append(stream, next, new ErkenningRequested(stream, "AM22", day, "25254"));
        node.append(stream, next + 1, new ErkenningConfirmed(stream, "AM22", day, "25251", null));
        node.append(stream, next + 2, new ErkenningRequested(stream, "AM22", day, "25254"));
        node.caughtUp();
        assertThat(parked(stream))
                .containsExactly("org.postgresql.util.PSQLException 23514", "behind", "behind", "behind");

        acceptAll();
        node.sql()
                .as(Sql.COMMAND)
                .sql("update command.parked_event set tried_at = '-infinity'")
                .update();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(parked(stream)).containsExactly("java.lang.NullPointerException", "behind"));
        assertThat(raised(trajectory)).contains("REPLACEMENT_PLACE");
    }

    @Test
    void errorsThatPassAreTriedAgainAndNeverParked() {
        refuse("duty.DutyRaised", "trajectory.CandidateMatched", "40P01", 2);
        try {
            String trajectory = matched();

            assertThat(raised(trajectory)).containsExactly("MISSING_SIGNATURE");
            assertThat(parked(UUID.fromString(trajectory))).isEmpty();
            assertThat(refusals()).isGreaterThan(2);
        } finally {
            acceptAll();
        }
    }

    private static String matched() {
        String trajectory = office().suitableTrajectory();
        var match = office().matchOn(node.clock().today().toString(), trajectory, leerbedrijf, supervisor);
        assertThat(match.status()).as(match.body()).isEqualTo(201);
        return trajectory;
    }

    /** The kinds of the duties that were raised for a trajectory, when all has been followed. */
    private static List<String> raised(String trajectory) {
        node.caughtUp();
        return node.sql()
                .as(Sql.SUPERUSER)
                .sql("""
                        select payload ->> 'kind'
                          from (select global_index, convert_from(payload, 'UTF8')::jsonb as payload
                                  from eventstore.domain_event_entry where payload_type = 'duty.DutyRaised') raised
                         where payload ->> 'trajectoryId' = :trajectory
                           and not (payload ->> 'missed')::boolean order by global_index""")
                .param("trajectory", trajectory)
                .query(String.class)
                .list();
    }

    private static List<String> parked(UUID stream) {
        return node.sql()
                .as(Sql.COMMAND)
                .sql("""
                        select coalesce(cause || coalesce(' ' || sql_state, ''), 'behind') from command.parked_event
                         where stream_id = :stream order by position""")
                .param("stream", stream)
                .query(String.class)
                .list();
    }

    private static int attempts(UUID stream) {
        return node.sql()
                .as(Sql.COMMAND)
                .sql("select max(attempts) from command.parked_event where stream_id = :stream")
                .param("stream", stream)
                .query(Integer.class)
                .single();
    }

    private static long versions(UUID stream) {
        return node.sql()
                .as(Sql.SUPERUSER)
                .sql("select count(*) from eventstore.domain_event_entry where aggregate_identifier = :stream")
                .param("stream", stream.toString())
                .query(Long.class)
                .single();
    }

    /** Has the database refuse some events, a number of times, when they have a word in them. */
    private static void refuse(String event, String word, String state, int times) {
        node.sql()
                .as(Sql.SUPERUSER)
                .sql("""
                        create sequence if not exists planted_refusals;
                        alter sequence planted_refusals restart;
                        create or replace function planted_refusal() returns trigger language plpgsql security definer
                            set search_path = public as $$
                        begin
                            if nextval('planted_refusals') <= %d then
                                raise exception using errcode = '%s';
                            end if;
                            return new;
                        end $$;
                        create trigger planted before insert on eventstore.domain_event_entry
                            for each row when (new.payload_type = '%s' and position('%s' in convert_from(new.payload, 'UTF8')) > 0)
                            execute function planted_refusal()
                        """.formatted(times, state, event, word))
                .update();
    }

    private static int refusals() {
        return node.sql()
                .as(Sql.SUPERUSER)
                .sql("select last_value from planted_refusals")
                .query(Integer.class)
                .single();
    }

    private static void acceptAll() {
        node.sql()
                .as(Sql.SUPERUSER)
                .sql("drop trigger planted on eventstore.domain_event_entry")
                .update();
    }

    private static RegionOffice office() {
        return new RegionOffice(node.client(), "AM22");
    }

    private static Map<String, Object> today(Object... pairs) {
        Map<String, Object> body = body(pairs);
        body.put("effectiveOn", node.clock().today().toString());
        return body;
    }
}
