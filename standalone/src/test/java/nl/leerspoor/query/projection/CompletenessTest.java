package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a view misses is found, told and restored; and nothing is found where nothing is missing. */
@ExtendWith(OutputCaptureExtension.class)
class CompletenessTest {

    /** Two checks count all of them again. */
    private static final int STREAMS = 3_000;

    @TempDir
    static Path folder;

    private static QueryNode node;
    private static Pilots pilots;

    @BeforeAll
    static void start() {
        node = QueryNode.start(folder);
        pilots = new Pilots(node);
        pilots.startedAtOnce(STREAMS);
    }

    @BeforeEach
    void onlyTheTestChecks() {
        node.sql().sql("update query.completeness set due_at = 'infinity'").update();
        pilots.caughtUp();
        assertThat(round()).isZero();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void eventsThatATokenJumpedOverAreFoundToldAndTakenInAfterAll(CapturedOutput output) {
        UUID known = pilots.started("loopt al");
        pilots.caughtUp();
        UUID[] unknown = new UUID[1];
        node.restart(() -> {
            pilots.rescheduled(known, 1);
            unknown[0] = pilots.started("overgeslagen");
            jumpToHead();
        });
        pilots.caughtUp();
        assertThat(List.of(pilots.rows(known), pilots.rows(unknown[0]))).containsExactly(1, 0);
        assertThat(reasons()).isEmpty();

        assertThat(check()).isEqualTo(2);

        awaitAmber(2, known, unknown[0]);
        assertThat(List.of(pilots.rows(known), pilots.rows(unknown[0]))).containsExactly(3, 1);
        assertThat(output)
                .contains(pilots.serving().name() + " misses events or rows of 2 streams")
                .doesNotContain(known.toString())
                .doesNotContain(unknown[0].toString());

        assertThat(check()).isZero();
        awaitGreen();
        pilots.rescheduled(known, 2);
        pilots.caughtUp();
        assertThat(pilots.rows(known)).isEqualTo(5);
        assertThat(pilots.parked(known)).isEqualTo("0 and 0 behind");
    }

    @Test
    void streamsOfWhichNothingIsLeftAreRestored() {
        UUID pilot = twice("zonder spoor");
        lose("delete from query.applied_stream where stream_id = :pilot", pilot);
        lose("delete from " + table() + " where pilot_id = :pilot", pilot);

        assertThat(check()).isEqualTo(1);

        awaitAmber(1, pilot);
        assertThat(pilots.rows(pilot)).isEqualTo(3);
        assertThat(check()).isZero();
        awaitGreen();
    }

    @Test
    void rowsThatAreGoneAreFoundWithinARound() {
        UUID pilot = twice("half");
        UUID other = twice("helemaal niet");
        lose("delete from " + table() + " where pilot_id = :pilot and upper_inf(known) and upper_inf(valid)", pilot);
        lose("delete from " + table() + " where pilot_id = :pilot", other);

        assertThat(round()).isEqualTo(2);

        assertThat(List.of(pilots.rows(pilot), pilots.rows(other))).containsExactly(3, 3);
        check();
        awaitGreen();
    }

    @Test
    void aStreamThatTookOtherEventsThanThoseOfTheStoreIsRestored() {
        UUID pilot = twice("iets anders");
        lose("update query.applied_stream set ids = ids # 1 where stream_id = :pilot", pilot);

        assertThat(check()).isEqualTo(1);
        assertThat(check()).isZero();
    }

    @Test
    void whatTheStoreNeverHadIsRemoved() {
        UUID pilot = UUID.randomUUID();
        lose(
                "insert into query.applied_stream values ('%s', :pilot, 0, 1, 42, 1)"
                        .formatted(pilots.serving().name()),
                pilot);

        assertThat(check()).isEqualTo(1);
        assertThat(check()).isZero();
    }

    @Test
    void totalsThatAreDamagedAreNoHolesAndAreMadeRight() {
        UUID fewer = twice("te weinig");
        UUID gone = twice("geen");
        UUID more = twice("te veel");
        assertThat(check()).isZero();
        List<String> before = totals();
        lose("update query.stream_total set events = events - 1, ids = ids # 1 where stream_id = :pilot", fewer);
        lose("delete from query.stream_total where stream_id = :pilot", gone);
        lose("update query.stream_total set events = events + 1 where stream_id = :pilot", more);
        lose("insert into query.stream_total values (:pilot, 'pilot.RegionPilotStarted', 1, 1, 1)", UUID.randomUUID());

        assertThat(check()).isZero();

        assertThat(totals()).isEqualTo(before);
    }

    @Test
    void whatIsLostOfTheTotalsAndOfTheViewAlikeIsFoundWithinARound() {
        UUID pilot = twice("nergens");
        assertThat(check()).isZero();
        lose("delete from query.stream_total where stream_id = :pilot", pilot);
        lose("delete from query.applied_stream where stream_id = :pilot", pilot);
        lose("delete from " + table() + " where pilot_id = :pilot", pilot);

        assertThat(round()).isEqualTo(1);

        assertThat(pilots.rows(pilot)).isEqualTo(3);
        check();
    }

    @Test
    void whatIsParkedIsMissingNothingAndPoisonInAHoleIsParked() {
        UUID waiting = twice("wacht");
        pilots.unreadable(waiting, 2);
        UUID headless = pilots.withoutBeginning();
        pilots.caughtUp();
        assertThat(round()).isZero();
        UUID[] jumped = new UUID[1];
        node.restart(() -> {
            jumped[0] = pilots.started("met gif");
            pilots.unreadable(jumped[0], 1);
            pilots.rescheduled(jumped[0], 2);
            jumpToHead();
        });

        assertThat(check()).isEqualTo(1);

        assertThat(pilots.rows(jumped[0])).isEqualTo(1);
        assertThat(pilots.parked(jumped[0])).isEqualTo("1 and 1 behind");
        assertThat(round()).isZero();
        Stream.of(waiting, headless, jumped[0])
                .forEach(pilot -> lose("delete from query.parked_event where stream_id = :pilot", pilot));
        assertThat(check()).as("events that nobody parks are missing").isEqualTo(3);
        assertThat(round()).as("parked again").isZero();
    }

    @Test
    void nothingIsFoundWhileTwoNodesCheckAndEventsComeAndViewsAreRebuiltAndSwapped() {
        List<UUID> streams =
                IntStream.range(0, 10).mapToObj(n -> pilots.started("druk")).toList();
        int last = 40;
        ViewVersion before = pilots.serving();
        var writing = CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, last)
                .forEach(version -> streams.forEach(pilot -> pilots.rescheduled(pilot, version))));
        var swapping = CompletableFuture.runAsync(() -> {
            Rebuilding rebuilding = node.part(Rebuilding.class);
            ViewVersion next = rebuilding.begin(node.part(ViewVersions.class).projection(Views.PILOTS));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> node.part(ViewVersions.class)
                            .find(next.view(), next.number())
                            .orElseThrow()
                            .built());
            rebuilding.swap(next);
        });
        List<CompletableFuture<Integer>> checking = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    int found = 0;
                    while (!writing.isDone() || !swapping.isDone()) {
                        found += check();
                    }
                    return found;
                }))
                .limit(2)
                .toList();
        CompletableFuture.allOf(writing, swapping).join();

        assertThat(checking).allSatisfy(found -> assertThat(found.join()).isZero());
        pilots.caughtUp();
        assertThat(round()).isZero();
        assertThat(streams).allSatisfy(pilot -> assertThat(pilots.rows(pilot)).isEqualTo(1 + 2 * last));
        node.part(Rebuilding.class).abandon(before);
    }

    /** The node looks by itself every ten seconds, and may be the one; then it is asked of the others again. */
    @Test
    void ofAllNodesOneChecksEachMinute() {
        int checked = atOnce();
        for (int again = 0; again < 2 && checked == 0; again++) {
            checked = atOnce();
        }

        assertThat(checked).isEqualTo(1);
        assertThat(node.part(Completeness.class).checkWhenDue()).isFalse();
        assertThat(node.sql()
                        .sql("select due_at between now() + interval '50 seconds' and now() + interval '1 minute'"
                                + " from query.completeness")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** How many of four who see that a check is due make it. */
    private static int atOnce() {
        node.sql().sql("update query.completeness set due_at = now()").update();
        List<CompletableFuture<Boolean>> all = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> node.part(Completeness.class).checkWhenDue()))
                .limit(4)
                .toList();
        return Math.toIntExact(all.stream()
                .map(CompletableFuture::join)
                .filter(Boolean::booleanValue)
                .count());
    }

    private static int check() {
        return node.part(Completeness.class).check();
    }

    /** All streams are counted again. */
    private static int round() {
        return check() + check();
    }

    private static UUID twice(String name) {
        UUID pilot = pilots.started(name);
        pilots.rescheduled(pilot, 1);
        pilots.caughtUp();
        return pilot;
    }

    private static void lose(String sql, UUID pilot) {
        assertThat(node.sql().sql(sql).param("pilot", pilot).update()).isPositive();
    }

    private static void jumpToHead() {
        assertThat(node.sql().sql("""
                        update query.token_entry
                           set token = convert_to(jsonb_set(convert_from(token, 'UTF8')::jsonb, '{globalIndex}',
                                   (select to_jsonb(max(global_index)) from eventstore.domain_event_entry))::text, 'UTF8')
                         where processor_name like 'pilots@%'""").update()).isPositive();
    }

    private static List<String> totals() {
        return node.sql()
                .sql("select t::text from query.stream_total t order by stream_id")
                .query(String.class)
                .list();
    }

    private static String table() {
        return "query.pilot_period_" + pilots.serving().number();
    }

    /** Why health is amber, as far as something is missing: other tests leave events that are parked. */
    private static List<String> reasons() {
        List<?> all =
                (List<?>) node.part(ProjectionWatch.class).health().getDetails().get("reasons");
        return all.stream()
                .map(String.class::cast)
                .filter(reason -> reason.contains("misses"))
                .toList();
    }

    private static double gauge() {
        return node.part(MeterRegistry.class)
                .get("leerspoor.projection.incomplete")
                .tag("view", Views.PILOTS)
                .gauge()
                .value();
    }

    private static void awaitAmber(int count, UUID... streams) {
        String begin = pilots.serving().name() + " misses events or rows of " + count + " streams: ";
        Awaitility.await().untilAsserted(() -> {
            assertThat(reasons())
                    .singleElement()
                    .asString()
                    .startsWith(begin)
                    .contains(List.of(streams).stream().map(UUID::toString).toList());
            assertThat(gauge()).isEqualTo(count);
        });
        assertThat(node.part(ProjectionWatch.class).health().getStatus().getCode())
                .isEqualTo("DEGRADED");
    }

    private static void awaitGreen() {
        Awaitility.await().untilAsserted(() -> {
            assertThat(reasons()).isEmpty();
            assertThat(gauge()).isZero();
        });
    }
}
