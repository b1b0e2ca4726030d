package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local PostgreSQL keeps what was committed, whatever becomes of the process that started it. */
class LocalDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void aSecondProcessOnTheSameFolderIsRefused() {
        try (LocalDatabase first = LocalDatabase.start(folder)) {
            assertThatThrownBy(() -> LocalDatabase.start(folder))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining(folder.toString());
            assertThat(show(first, "fsync")).as("the first goes on").isEqualTo("on");
        }
    }

    @Test
    void commitsAreDurable() {
        try (LocalDatabase database = LocalDatabase.start(folder)) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(show(database, setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void aServerThatOutlivedItsKilledProcessIsReplacedAndItsDataKept() throws IOException, InterruptedException {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String ready;
        try (var output = new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            do {
                ready = output.readLine();
            } while (ready != null && !ready.equals(Holder.READY));
            killed.destroyForcibly();
            assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ready).isEqualTo(Holder.READY);
        assertThat(leftoverServer()).isPresent();

        try (LocalDatabase database = LocalDatabase.start(folder)) {
            assertThat(new Sql(database.url())
                            .as(Sql.SUPERUSER)
                            .sql("select word from public.kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("kept");
        }
        assertThat(leftoverServer()).isEmpty();
    }

    @Test
    void aFirstStartThatWasCutOffBeginsAgain() throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("postgres"));
        Files.createFile(cluster.resolve("postgresql.conf"));

        try (LocalDatabase database = LocalDatabase.start(folder)) {
            assertThat(show(database, "fsync")).isEqualTo("on");
        }
    }

    private java.util.Optional<ProcessHandle> leftoverServer() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .findAny();
    }

    private static String show(LocalDatabase database, String setting) {
        return new Sql(database.url())
                .as(Sql.QUERY)
                .sql("show " + setting)
                .query(String.class)
                .single();
    }

    /** A process that commits something, says so, and waits to be killed. */
    static final class Holder {

        static final String READY = "committed";

        public static void main(String[] arguments) throws InterruptedException {
            LocalDatabase database = LocalDatabase.start(Path.of(arguments[0]));
            new Sql(database.url())
                    .as(Sql.SUPERUSER)
                    .sql("create table public.kept as select 'kept' as word")
                    .update();
            System.out.println(READY);
            Thread.currentThread().join();
        }
    }
}
