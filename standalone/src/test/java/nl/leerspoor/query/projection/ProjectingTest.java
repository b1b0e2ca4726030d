package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Processors start and stop with the node. */
@ExtendWith(OutputCaptureExtension.class)
class ProjectingTest {

    @TempDir
    Path folder;

    @Test
    void stopsThoughABatchDoesNotEndAndSaysWhichWasLeft(CapturedOutput output) throws Exception {
        try (QueryNode node = QueryNode.start(folder)) {
            Pilots pilots = new Pilots(node);
            pilots.started("gewoon");
            pilots.caughtUp();
            Projecting projecting = node.part(Projecting.class);
            String view = pilots.serving().name();
            UUID pilot;
            try (Connection holder = DriverManager.getConnection(node.url(), "postgres", "");
                    var hold = holder.prepareStatement("select pg_advisory_xact_lock(704115623, hashtext(?))")) {
                holder.setAutoCommit(false);
                hold.setString(1, view);
                hold.execute();
                pilot = pilots.started("moet wachten");
                Awaitility.await()
                        .until(() -> node.sql()
                                .sql("select exists(select from pg_locks where locktype = 'advisory' and not granted)")
                                .query(Boolean.class)
                                .single());

                assertThat(CompletableFuture.runAsync(projecting::stop)).succeedsWithin(Duration.ofMinutes(1));
            }

            assertThat(output).contains("left behind: [" + view + "]");
            projecting.start();
            pilots.caughtUp();
            assertThat(pilots.rows(pilot)).isEqualTo(1);
        }
    }
}
