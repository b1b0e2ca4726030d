package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.TailNode.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.DatabaseProperties.Login;
import nl.leerspoor.platform.database.Databases;
import nl.leerspoor.platform.eventstore.EventTail;
import nl.leerspoor.platform.eventstore.EventTail.Stuck;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the tail, on any node and from any position, sees every committed event once and in order. */
class TailTest {

    private static final String EVENT = "pilot.PartnerAdded";

    /** The families of which events are written at once, and how their names begin. */
    private static final Map<Class<? extends Event>, String> FAMILIES =
            Map.of(PilotEvent.class, "pilot", CohortEvent.class, "cohort");

    @TempDir
    static Path folder;

    private static LocalDatabase server;

    private Sql sql;
    private TailNode writing;
    private TailNode other;

    @BeforeAll
    static void aServerWithAnEmptyStore() {
        server = LocalDatabase.start(folder);
        Login owner = new Login(Sql.OWNER, "", 1);
        Databases.migrate(
                new DatabaseProperties(server.url(), owner, owner, owner, owner, owner, owner, owner), "eventstore");
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    /** Each test has an empty store of its own, and a node that only ever hears of events by notices. */
    @BeforeEach
    void twoNodesOnOneStore() {
        String name = "tail_" + UUID.randomUUID().toString().replace("-", "");
        new Sql(server.url())
                .as(Sql.SUPERUSER)
                .sql("create database " + name + " template postgres")
                .update();
        sql = new Sql(server.url().replace("/postgres", "/" + name));
        writing = new TailNode(sql.url(), "writing", NEVER);
        other = new TailNode(sql.url(), "other", NEVER);
        awaitListener("other", 0);
    }

    @AfterEach
    void stopTheNodes() {
        other.close();
        writing.close();
    }

    @Test
    void nothingIsMissedDoubledOrMovedWhileSeveralWriteRollBackAndDawdle() {
        TailNode watchful = new TailNode(sql.url(), "watchful", Duration.ofMillis(20));
        TailWriters writers = new TailWriters(sql, List.of(writing, other));
        TrackingToken begin = writing.tail().createTailToken();
        List<EventTail> tails = List.of(writing.tail(), other.tail(), watchful.tail());

        try (watchful) {
            List<CompletableFuture<List<String>>> followers = new ArrayList<>();
            Map<CompletableFuture<List<String>>, String> ofOneFamily = new HashMap<>();
            for (EventTail tail : tails) {
                followers.add(TailFollower.from(begin, tail).upTo(TailWriters::isLast));
                followers.add(TailFollower.restartingAfter(7, begin, tail).upTo(TailWriters::isLast));
            }
            tails.forEach(tail -> FAMILIES.forEach((family, name) -> {
                var part = tail.of(family);
                ofOneFamily.put(TailFollower.from(begin, part).upTo(TailWriters::isLast), name);
                ofOneFamily.put(TailFollower.restartingAfter(7, begin, part).upTo(TailWriters::isLast), name);
            }));
            CompletableFuture<Void> all = writers.write();
            writers.awaitHalf();
            for (EventTail tail : tails) {
                followers.add(TailFollower.from(begin, tail).upTo(TailWriters::isLast));
            }
            all.join();

            List<String> stored = stored();
            assertThat(stored).hasSize(writers.committed()).hasSizeGreaterThan(300);
            assertThat(sql.head()).as("rolled back appends leave holes").isGreaterThan(stored.size());
            assertThat(followers)
                    .extracting(CompletableFuture::join)
                    .allSatisfy(seen -> assertThat(seen).isEqualTo(stored));
            ofOneFamily.forEach((follower, name) -> {
                List<String> seen = follower.join();
                List<String> own = stored(name);
                assertThat(own).as(name).hasSizeGreaterThan(100).hasSizeLessThan(stored.size() - 100);
                assertThat(seen).as(name).doesNotHaveDuplicates().containsSubsequence(own);
                assertThat(stored).as("of others some, all in order").containsSubsequence(seen);
            });
        }
    }

    @Nested
    class AnotherNode {

        @Test
        void isToldAfterACommitInsteadOfFindingOutAtItsNextLook() throws SQLException {
            CompletableFuture<List<String>> seen = follow(other, 1);

            writing.append(EVENT, "1");

            assertThat(seen.join()).isEqualTo(stored());
        }

        @Test
        void listensAgainAfterItsConnectionWasLostAndSeesWhatWasAppendedMeanwhile() throws SQLException {
            CompletableFuture<List<String>> first = follow(other, 1);
            int lost = awaitListener("other", 0);
            terminate(lost);

            writing.append(EVENT, "1");
            assertThat(first.join()).isEqualTo(stored());

            awaitListener("other", lost);
            CompletableFuture<List<String>> both = follow(other, 2);
            writing.append(EVENT, "1");
            assertThat(both.join()).isEqualTo(stored());
        }

        @Test
        void isToldThoughTheConnectionThatTellsWasLost() throws SQLException {
            writing.append(EVENT, "1");
            follow(other, 1).join();
            terminate(backend("writing", "notify%", 0));
            CompletableFuture<List<String>> both = follow(other, 2);

            writing.append(EVENT, "1");

            assertThat(both.join()).isEqualTo(stored());
        }

        @Test
        void isToldOfTheLastAppendsOfANodeThatStops() throws SQLException {
            TailNode stopping = new TailNode(sql.url(), "stopping", NEVER);
            CompletableFuture<List<String>> seen = follow(other, 1);

            stopping.append(EVENT, "1");
            stopping.close();

            assertThat(seen.join()).isEqualTo(stored());
        }
    }

    @Nested
    class WhoNeedsOneFamily {

        private static final String OF_ANOTHER = "cohort.CohortCreated";

        @Test
        void seesAllOfItAndOfTheOthersOnlyTheLastWhenItCatchesUp() throws SQLException {
            append(OF_ANOTHER, EVENT, OF_ANOTHER, OF_ANOTHER, EVENT, OF_ANOTHER, OF_ANOTHER);

            try (TailNode behind = new TailNode(sql.url(), "behind", NEVER)) {
                assertThat(pilots(behind).join()).isEqualTo(stored(2, 5, 7));
            }
        }

        @Test
        void goesOnAcrossALongStretchWithoutEvents() throws SQLException {
            append(EVENT, OF_ANOTHER);
            sql.as(Sql.SUPERUSER)
                    .sql("select setval('eventstore.domain_event_entry_global_index_seq', 1000000)")
                    .query(Long.class)
                    .single();
            append(EVENT);

            try (TailNode behind = new TailNode(sql.url(), "behind", NEVER)) {
                assertThat(pilots(behind).join()).isEqualTo(stored(1, 2, 3));
            }
        }

        @Test
        void isToldOfEachAppendSoThatItKnowsHowFarItIs() throws SQLException {
            CompletableFuture<List<String>> seen = pilots(other);

            append(EVENT, OF_ANOTHER);

            assertThat(seen.join())
                    .endsWith(stored(2).getFirst())
                    .contains(stored(1).getFirst());
        }

        @Test
        void doesNotPassAnEventThatMightBeOfIt() throws SQLException {
            append(OF_ANOTHER, EVENT, "pilot.PartnerAdded of a later release", EVENT);

            try (TailNode behind = new TailNode(sql.url(), "behind", NEVER)) {
                CompletableFuture<List<String>> seen = TailFollower.from(
                                behind.tail().createTailToken(), behind.tail().of(PilotEvent.class))
                        .upTo(event -> true);
                assertThat(seen.join()).isEqualTo(stored(2));
                Awaitility.await().until(() -> behind.tail().stuck().isPresent());
                assertThat(behind.tail().stuck()).map(Stuck::position).contains(3L);
            }
        }

        private void append(String... names) throws SQLException {
            for (String name : names) {
                writing.append(name, "1");
            }
        }

        /** Follows the pilots of a node up to the newest event. */
        private CompletableFuture<List<String>> pilots(TailNode node) {
            EventTail tail = node.tail();
            return TailFollower.from(tail.createTailToken(), tail.of(PilotEvent.class))
                    .upTo(event -> event.trackingToken().position().orElseThrow() == sql.head());
        }

        private List<String> stored(Integer... places) {
            List<String> all = TailTest.this.stored();
            return Stream.of(places).map(place -> all.get(place - 1)).toList();
        }
    }

    @Nested
    class AnEventThatThisReleaseDoesNotKnow {

        private static final String LATER = "pilot.PartnerAdded of a later release";

        @Test
        void stopsEveryReaderBeforeItAndIsShown() throws SQLException {
            writing.append(EVENT, "1");
            writing.append(LATER, "1");
            writing.append(EVENT, "1");
            Stuck stuck = new Stuck(2, LATER, "1");

            Awaitility.await().until(() -> other.tail().stuck().isPresent());
            assertThat(other.tail().stuck()).contains(stuck);
            assertThat(follow(other, 1).join()).isEqualTo(stored().subList(0, 1));

            try (TailNode restarted = new TailNode(sql.url(), "restarted", NEVER)) {
                assertThat(restarted.tail().stuck())
                        .as("behind it when it began")
                        .isEmpty();
                assertThat(follow(restarted, 1).join()).isEqualTo(stored().subList(0, 1));
                assertThat(restarted.tail().stuck()).contains(stuck);
            }
        }

        @Test
        void isReadOnByAReleaseThatKnowsIt() throws SQLException {
            writing.append(EVENT, "1");
            writing.append(EVENT, "2");
            writing.append(EVENT, "1");
            EventUpcaster knowing = events -> events.map(event -> event.upcastPayload(
                    new SimpleSerializedType(event.getType().getName(), "1"), byte[].class, payload -> payload));

            try (TailNode next = new TailNode(sql.url(), "next", NEVER, knowing)) {
                assertThat(follow(next, 3).join()).isEqualTo(stored());
                assertThat(next.tail().stuck()).isEmpty();
            }
        }
    }

    private static CompletableFuture<List<String>> follow(TailNode node, int events) {
        EventTail tail = node.tail();
        AtomicInteger seen = new AtomicInteger();
        return TailFollower.from(tail.createTailToken(), tail).upTo(event -> seen.incrementAndGet() == events);
    }

    private List<String> stored(String family) {
        return sql.as(Sql.COMMAND)
                .sql("""
                        select event_identifier from eventstore.domain_event_entry
                         where payload_type like :family order by global_index""")
                .param("family", family + ".%")
                .query(String.class)
                .list();
    }

    private List<String> stored() {
        return sql.as(Sql.COMMAND)
                .sql("select event_identifier from eventstore.domain_event_entry order by global_index")
                .query(String.class)
                .list();
    }

    /** Waits until a node listens, on another backend than one that is known. */
    private int awaitListener(String node, int unlike) {
        return Awaitility.await("a listener of " + node)
                .until(() -> backend(node, "listen%", unlike), backend -> backend != 0);
    }

    /** The backend of a node's connection that executed something last; 0 when there is none but the known one. */
    private int backend(String node, String statement, int unlike) {
        return sql.as(Sql.SUPERUSER)
                .sql("""
                        select coalesce(max(pid), 0) from pg_stat_activity
                         where datname = current_database() and application_name = :node and pid <> :unlike
                           and state = 'idle' and query ilike :statement""")
                .param("node", node)
                .param("unlike", unlike)
                .param("statement", statement)
                .query(Integer.class)
                .single();
    }

    private void terminate(int backend) {
        assertThat(sql.as(Sql.SUPERUSER)
                        .sql("select pg_terminate_backend(:pid, 10000)")
                        .param("pid", backend)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
