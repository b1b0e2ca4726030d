package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.query.projection.Restoring.Outcome;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events that a view can't take are parked with those behind them; what passes by itself is tried again. */
class PoisonTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private static QueryNode node;
    private static Pilots pilots;

    @BeforeAll
    static void start() {
        node = QueryNode.start(folder);
        pilots = new Pilots(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void poisonWaitsWithWhatIsBehindItAcrossARestartAndEverythingElseGoesOn() {
        forbidNames("niet toegestaan");
        UUID nul = pilots.started("nul\0teken");
        UUID headless = pilots.withoutBeginning();
        UUID unreadable = pilots.startedUnreadably();
        UUID forbidden = pilots.started("niet toegestaan");
        UUID healthy = pilots.started("gezond");
        List<UUID> poisoned = List.of(nul, headless, unreadable, forbidden);
        Stream.concat(poisoned.stream(), Stream.of(healthy)).forEach(pilot -> pilots.rescheduled(pilot, 1));
        pilots.caughtUp();

        assertThat(pilots.rows(healthy)).isEqualTo(3);
        assertThat(poisoned).allSatisfy(pilot -> {
            assertThat(pilots.rows(pilot)).isZero();
            assertThat(pilots.parked(pilot)).isEqualTo("1 and 1 behind");
        });
        assertThat(cause(nul)).isEqualTo("org.postgresql.util.PSQLException 22021");
        assertThat(cause(forbidden)).isEqualTo("org.postgresql.util.PSQLException 23514");
        assertThat(cause(headless)).isEqualTo("java.lang.NullPointerException -");
        assertThat(cause(unreadable)).startsWith("tools.jackson.core.");
        awaitAmber();
        awaitReason("What is published stands still before position");

        node.restart();
        Stream.concat(poisoned.stream(), Stream.of(healthy)).forEach(pilot -> pilots.rescheduled(pilot, 2));
        pilots.caughtUp();

        assertThat(pilots.rows(healthy)).isEqualTo(5);
        assertThat(poisoned)
                .allSatisfy(pilot -> assertThat(pilots.parked(pilot)).isEqualTo("1 and 2 behind"));
        awaitAmber();

        allowNames();
        int waiting = waiting();
        Outcome outcome = node.part(Restoring.class).retryAll(pilots.serving());

        assertThat(outcome).isEqualTo(new Outcome(1, waiting - 1));
        assertThat(pilots.rows(forbidden)).isEqualTo(5);
        assertThat(pilots.parked(forbidden)).isEqualTo("0 and 0 behind");
        assertThat(attempts(nul)).isGreaterThanOrEqualTo(2);
        pilots.rescheduled(forbidden, 3);
        pilots.caughtUp();
        assertThat(pilots.rows(forbidden)).isEqualTo(7);
    }

    @Test
    void whatCameBeforePoisonWhileNobodyReadIsTakenInAllTheSame() {
        UUID pilot = pilots.started("loopt door");
        pilots.caughtUp();
        node.restart(() -> {
            pilots.rescheduled(pilot, 1);
            pilots.unreadable(pilot, 2);
            pilots.rescheduled(pilot, 3);
        });
        pilots.caughtUp();

        assertThat(pilots.rows(pilot)).isEqualTo(3);
        assertThat(pilots.parked(pilot)).isEqualTo("1 and 1 behind");
        assertThat(cause(pilot)).startsWith("tools.jackson.core.");
    }

    @Test
    void receiversAreToldWhatCameBeforePoisonAndThenThatItStandsStill() {
        UUID pilot = pilots.started("wordt verteld");
        long before = head();
        node.restart(() -> {
            pilots.rescheduled(pilot, 1);
            pilots.unreadable(pilot, 2);
            pilots.rescheduled(pilot, 3);
        });

        JsonNode page = JSON.readTree(
                node.get("/v1/events?after=" + before, "application/json").body());
        assertThat(page.path("items").size()).isEqualTo(1);
        assertThat(page.path("next").asLong())
                .isEqualTo(page.at("/items/0/position").asLong());
        HttpResponse<String> still =
                node.get("/v1/events?after=" + page.path("next").asLong(), "application/json");
        assertThat(still.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(still.body()).path("code").asString()).isEqualTo("EVENTS_STAND_STILL");
    }

    @Test
    void aRetryAndTheProcessorDoNotGetInEachOthersWay() {
        forbidNames("even niet");
        UUID pilot = pilots.started("even niet");
        int last = 60;
        var writing = CompletableFuture.runAsync(
                () -> IntStream.rangeClosed(1, last).forEach(version -> pilots.rescheduled(pilot, version)));
        var retrying = CompletableFuture.runAsync(() -> {
            while (!writing.isDone()) {
                node.part(Restoring.class).retry(pilots.serving(), pilot);
            }
        });
        pilots.caughtUp();
        allowNames();
        writing.join();
        retrying.join();
        node.part(Restoring.class).retry(pilots.serving(), pilot);
        pilots.caughtUp();

        assertThat(pilots.parked(pilot)).isEqualTo("0 and 0 behind");
        assertThat(pilots.rows(pilot)).isEqualTo(1 + 2 * last);
    }

    @Test
    void connectionsThatBreakUnderLoadParkNothing() {
        List<UUID> streams =
                IntStream.range(0, 20).mapToObj(n -> pilots.started("belast")).toList();
        int last = 15;
        var writing = CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, last)
                .forEach(version -> streams.forEach(pilot -> pilots.rescheduled(pilot, version))));
        int killed = 0;
        while (!writing.isDone()) {
            killed += node.sql().sql("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                             where usename = 'leerspoor_projector' and state <> 'idle'""").query(Integer.class).single();
        }
        writing.join();
        pilots.caughtUp();

        assertThat(killed).isPositive();
        assertThat(streams).allSatisfy(pilot -> {
            assertThat(pilots.parked(pilot)).isEqualTo("0 and 0 behind");
            assertThat(pilots.rows(pilot)).isEqualTo(1 + 2 * last);
        });
    }

    @Test
    void errorsThatPassAreTriedAgainAndNeverParked() {
        failOnceWith("40P01", "40001", "08006");
        UUID pilot = pilots.started("pech onderweg");
        pilots.rescheduled(pilot, 1);
        pilots.caughtUp();

        assertThat(node.sql()
                        .sql("select last_value from planted_failures")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(3);
        assertThat(pilots.parked(pilot)).isEqualTo("0 and 0 behind");
        assertThat(pilots.rows(pilot)).isEqualTo(3);
    }

    private static void awaitReason(String beginning) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(node.part(ProjectionWatch.class)
                                .health()
                                .getDetails()
                                .get("reasons"))
                        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                        .anySatisfy(reason -> assertThat(reason).startsWith(beginning)));
    }

    private static long head() {
        return node.sql()
                .sql("select max(global_index) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** Health and the metric say how many events are parked, whoever parked them. */
    private static void awaitAmber() {
        Awaitility.await().untilAsserted(() -> {
            int parked = node.sql()
                    .sql("select count(*) from query.parked_event")
                    .query(Integer.class)
                    .single();
            Health health = node.part(ProjectionWatch.class).health();
            assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
            assertThat(health.getDetails().get("reasons"))
                    .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                    .contains(
                            parked + " events are parked in " + pilots.serving().name() + ".");
            assertThat(node.part(MeterRegistry.class)
                            .get("leerspoor.projection.parked")
                            .tag("view", Views.PILOTS)
                            .gauge()
                            .value())
                    .isEqualTo(parked);
        });
    }

    /** A constraint that some events don't meet. */
    private static void forbidNames(String name) {
        allowNames();
        node.sql()
                .sql("alter table %s add constraint planted check (name <> '%s') not valid".formatted(table(), name))
                .update();
    }

    private static void allowNames() {
        node.sql()
                .sql("alter table %s drop constraint if exists planted".formatted(table()))
                .update();
    }

    /** Each of these SQL states comes once, at a row that is to be written. */
    private static void failOnceWith(String... states) {
        node.sql().sql("""
                        create sequence planted_failures;
                        create function planted_failure() returns trigger language plpgsql security definer
                            set search_path = public as $$
                        declare
                            states text[] := array['%s'];
                            turn int := nextval('planted_failures');
                        begin
                            if turn <= cardinality(states) then
                                raise exception using errcode = states[turn];
                            end if;
                            return new;
                        end $$;
                        create trigger planted before insert on %s
                            for each row when (new.name = 'pech onderweg') execute function planted_failure()
                        """.formatted(String.join("','", states), table())).update();
    }

    private static String table() {
        return "query.pilot_period_" + pilots.serving().number();
    }

    private static String cause(UUID pilot) {
        return node.sql()
                .sql("select cause || ' ' || coalesce(sql_state, '-') from query.parked_event"
                        + " where stream_id = :pilot and cause is not null")
                .param("pilot", pilot)
                .query(String.class)
                .single();
    }

    /** How many streams have parked events, those of other tests too. */
    private static int waiting() {
        return node.sql()
                .sql("select count(distinct stream_id) from query.parked_event")
                .query(Integer.class)
                .single();
    }

    private static int attempts(UUID pilot) {
        return node.sql()
                .sql("select max(attempts) from query.parked_event where stream_id = :pilot")
                .param("pilot", pilot)
                .query(Integer.class)
                .single();
    }
}
