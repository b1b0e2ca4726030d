package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import nl.leerspoor.platform.http.Outage;
import nl.leerspoor.query.projection.EventLog.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events are read for people who wait for an answer. */
class EventLogTest {

    @TempDir
    Path folder;

    @Test
    void nobodyIsKeptWaitingForEver() throws Exception {
        try (QueryNode node = QueryNode.start(folder);
                Connection holder = DriverManager.getConnection(node.url(), "postgres", "")) {
            UUID pilot = new Pilots(node).started("gewoon");
            EventLog log = node.part(EventLog.class);
            assertThat(log.ofStream(pilot)).hasSize(1);
            holder.setAutoCommit(false);
            try (var lock = holder.createStatement()) {
                lock.execute("lock table eventstore.domain_event_entry in access exclusive mode");
            }
            List<CompletableFuture<?>> asked = List.of(
                    CompletableFuture.supplyAsync(() -> log.ofStream(pilot)),
                    CompletableFuture.supplyAsync(() -> log.at(List.of(1L))),
                    CompletableFuture.supplyAsync(() -> log.told(List.of(new Told(pilot, Instant.EPOCH)))));

            assertThat(asked)
                    .allSatisfy(question -> assertThat(question)
                            .failsWithin(Duration.ofMinutes(1))
                            .withThrowableOfType(ExecutionException.class)
                            .satisfies(failure ->
                                    assertThat(Outage.isBehind(failure)).isTrue()));

            holder.rollback();
            assertThat(log.ofStream(pilot)).hasSize(1);
        }
    }
}
