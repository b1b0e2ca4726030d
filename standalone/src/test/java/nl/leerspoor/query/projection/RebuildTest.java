package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.query.projection.Building.Step;
import nl.leerspoor.query.projection.ViewVersion.State;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next version of a view is built while this one serves, compared with it, and takes its place in one moment. */
class RebuildTest {

    @TempDir
    static Path folder;

    private static QueryNode node;
    private static Pilots pilots;

    @BeforeAll
    static void startWithMoreStreamsThanAPage() {
        node = QueryNode.start(folder);
        pilots = new Pilots(node);
        pilots.startedAtOnce(600);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void theNextVersionIsBuiltUnderLoadEqualsTheOneThatServesAndTakesItsPlace() {
        UUID pilot = pilots.started("onder de verbouwing");
        ViewVersion before = pilots.serving();
        var writing = CompletableFuture.runAsync(
                () -> IntStream.rangeClosed(1, 60).forEach(version -> pilots.rescheduled(pilot, version)));
        ViewVersion next = rebuilding().begin(projection());

        assertThat(rebuilding().begin(projection())).isEqualTo(next);
        awaitBuilt(next);
        rebuilding().swap(next);
        writing.join();
        awaitServing(next);
        pilots.caughtUp();

        assertThat(pilots.serving().number()).isEqualTo(next.number());
        assertThat(pilots.rows(pilot)).isEqualTo(121);
        assertThat(reload(before).state()).isEqualTo(State.RETIRED);
        awaitNothingInFlight(before);
        assertThat(compare(before).differentStreams()).isZero();
        assertThat(compare(before).regions()).allSatisfy(region -> {
            assertThat(region.equal()).isTrue();
            assertThat(region.rows()).isEqualTo(region.servingRows()).isGreaterThan(600);
        });

        rebuilding().swap(before);
        awaitServing(before);
        pilots.rescheduled(pilot, 61);
        pilots.caughtUp();
        assertThat(pilots.rows(pilot)).isEqualTo(123);
    }

    @Test
    void whatSeveralNodesBuildAtOnceIsBuiltOnceAndGoesOnAfterARestart() {
        ViewVersion next = rebuilding().begin(projection());
        List<Step> steps = Stream.generate(() -> next)
                .limit(4)
                .map(version -> CompletableFuture.supplyAsync(
                        () -> node.part(Building.class).step(version)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        node.restart();
        awaitBuilt(next);

        assertThat(steps).isNotEmpty();
        awaitNothingInFlight(next);
        Comparison.Result result = compare(next);
        assertThat(result.differentStreams()).isZero();
        assertThat(result.compared()).isGreaterThanOrEqualTo(600);
        assertThat(result.columnsLeftOut()).isEmpty();
    }

    @Test
    void aVersionThatDoesNotKeepRegionsApartDoesFromTheNextStartOn() {
        String table = "query.pilot_period_" + pilots.serving().number();
        node.sql().sql("drop policy reading on " + table).update();
        node.sql().sql("alter table " + table + " disable row level security").update();
        node.sql()
                .sql("alter view query.pilot_period set (security_invoker = false)")
                .update();

        node.restart();

        assertThat(node.sql()
                        .sql(
                                "select relrowsecurity and relforcerowsecurity from pg_class where oid = to_regclass(:table)")
                        .param("table", table)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(node.sql()
                        .sql("select count(*) from pg_policy where polrelid = to_regclass(:table)")
                        .param("table", table)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(node.sql()
                        .sql("select 'security_invoker=true' = any(reloptions) from pg_class"
                                + " where oid = to_regclass('query.pilot_period')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void ofARowThatSaysSomethingElseTheColumnIsNamed() {
        UUID pilot = pilots.started("zoals het hoort");
        pilots.caughtUp();
        ViewVersion next = rebuilding().begin(projection());
        awaitBuilt(next);
        node.sql()
                .sql("update query.pilot_period_%d set name = 'verkeerd' where pilot_id = :pilot"
                        .formatted(pilots.serving().number()))
                .param("pilot", pilot)
                .update();
        awaitNothingInFlight(next);

        Comparison.Result result = compare(next);

        assertThat(result.differentStreams()).isEqualTo(1);
        assertThat(result.rows()).singleElement().satisfies(row -> {
            assertThat(row.stream()).isEqualTo(pilot);
            assertThat(row.in()).isEqualTo(Differences.In.BOTH);
            assertThat(row.columns()).singleElement().satisfies(column -> {
                assertThat(column.name()).isEqualTo("name");
                assertThat(column.serving().asString()).isEqualTo("verkeerd");
                assertThat(column.other().asString()).isEqualTo("zoals het hoort");
            });
        });
        node.part(Restoring.class).restore(pilots.serving(), List.of(pilot));
        assertThat(compare(next).differentStreams()).isZero();
    }

    @Test
    void poisonIsParkedInTheNextVersionTooAndWhatCameBeforeItIsThere() {
        UUID pilot = pilots.started("tot hier");
        pilots.rescheduled(pilot, 1);
        pilots.unreadable(pilot, 2);
        pilots.rescheduled(pilot, 3);
        pilots.caughtUp();
        ViewVersion next = rebuilding().begin(projection());
        awaitBuilt(next);
        awaitNothingInFlight(next);

        assertThat(compare(next).differentStreams()).isZero();
        assertThat(node.sql()
                        .sql("select count(*) from query.parked_event where view = :view and stream_id = :pilot")
                        .param("view", next.name())
                        .param("pilot", pilot)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aReleaseThatMakesAViewOtherwiseBuildsItBeforeItAnswers() {
        ViewVersion before = pilots.serving();
        rebuilding().begin(projection());
        node.sql()
                .sql("update query.view_version set shape = 'another release' where view = 'pilots'")
                .update();

        node.restart();

        ViewVersion now = pilots.serving();
        assertThat(now.number()).isGreaterThan(before.number());
        assertThat(now.shape()).isEqualTo(ViewVersions.shape(projection()));
        assertThat(reload(before).state()).isEqualTo(State.RETIRED);
        assertThat(node.part(ViewVersions.class).ours()).doesNotContain(reload(before));
    }

    @Test
    void aVersionThatIsGivenUpLeavesNothingBehindAndItsNumberIsNotUsedAgain() {
        ViewVersion next = rebuilding().begin(projection());
        awaitBuilt(next);
        rebuilding().abandon(next);
        node.sql()
                .sql("update query.view_version set dropped_at = now() - interval '1 minute' where state = 'DROPPED'")
                .update();
        node.part(Projecting.class).reconcile();

        rebuilding().sweep();

        assertThat(leftOf(next)).isZero();
        assertThat(rebuilding().begin(projection()).number()).isGreaterThan(next.number());
    }

    @Test
    void whatWordsFindComesAndGoesWithItsVersion() {
        var versions = node.part(ViewVersions.class);
        ViewVersion before = versions.serving(Views.CANDIDATE_DETAILS).orElseThrow();
        ViewVersion next = rebuilding().begin(versions.projection(Views.CANDIDATE_DETAILS));
        awaitBuilt(next);
        rebuilding().swap(next);
        assertThat(tableOfWords()).isEqualTo("candidate_details_period_" + next.number() + "_word");

        // as a release does that knows of no words: it serves the rows of its own, and leaves those of the words
        node.sql()
                .sql("create or replace view query.candidate_details_period_word with (security_invoker = true) as"
                        + " select * from query.candidate_details_period_" + before.number() + "_word")
                .update();
        rebuilding().abandon(before);
        node.sql()
                .sql("update query.view_version set dropped_at = now() - interval '1 minute' where state = 'DROPPED'")
                .update();
        node.part(Projecting.class).reconcile();
        rebuilding().sweep();

        assertThat(node.sql()
                        .sql("select count(*) from pg_tables where tablename like :table")
                        .param("table", "candidate_details_period_" + before.number() + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String tableOfWords() {
        return node.sql()
                .sql("select table_name from information_schema.view_table_usage"
                        + " where view_schema = 'query' and view_name = 'candidate_details_period_word'")
                .query(String.class)
                .single();
    }

    private static int leftOf(ViewVersion version) {
        return node.sql()
                .sql("""
                        select (select count(*) from pg_tables where tablename = 'pilot_period_' || :number)
                             + (select count(*) from query.token_entry where processor_name = :name)
                             + (select count(*) from query.applied_stream where view = :name)""")
                .param("number", version.number())
                .param("name", version.name())
                .query(Integer.class)
                .single();
    }

    private static Rebuilding rebuilding() {
        return node.part(Rebuilding.class);
    }

    private static Projection<?, ?> projection() {
        return node.part(ViewVersions.class).projection(Views.PILOTS);
    }

    private static Comparison.Result compare(ViewVersion version) {
        return node.part(Comparison.class).withServing(version).orElseThrow();
    }

    private static ViewVersion reload(ViewVersion version) {
        return node.part(ViewVersions.class)
                .find(version.view(), version.number())
                .orElseThrow();
    }

    private static void awaitBuilt(ViewVersion version) {
        Awaitility.await("the building of " + version.name())
                .atMost(Duration.ofMinutes(1))
                .until(() -> reload(version).built());
    }

    private static void awaitServing(ViewVersion version) {
        node.part(Projecting.class).reconcile();
        assertThat(pilots.serving().number()).isEqualTo(version.number());
    }

    private static void awaitNothingInFlight(ViewVersion version) {
        Awaitility.await("both to be as far")
                .atMost(Duration.ofMinutes(1))
                .until(() -> compare(version).inFlight() == 0);
    }
}
