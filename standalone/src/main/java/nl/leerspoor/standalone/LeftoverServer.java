package nl.leerspoor.standalone;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL that outlived the process which started it: a process that is killed hard can't stop its server. */
final class LeftoverServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LeftoverServer() {}

    /** Stops the server that still runs on a cluster, if there is one; its committed data stays. */
    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<Path> program = ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(process -> argumentsOf(process).contains(cluster.toString()))
                .flatMap(ProcessHandle.Info::command)
                .map(Path::of);
        if (program.isPresent()) {
            stop(program.get().resolveSibling("pg_ctl"), cluster);
        } else {
            awaitOrphans();
        }
    }

    private static void stop(Path control, Path cluster) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; the server was started in a user namespace, and so is this
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control.toString(), "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
        run(command);
    }

    /** Children of a server that was killed itself end by themselves; until they have, no other server can start. */
    private static void awaitOrphans() {
        Instant patience = Instant.now().plus(PATIENCE);
        while (ProcessHandle.allProcesses().anyMatch(LeftoverServer::isOrphan)
                && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static boolean isOrphan(ProcessHandle process) {
        return isServer(process)
                && !argumentsOf(process.info()).contains("-D")
                && process.parent().filter(LeftoverServer::isServer).isEmpty();
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(program -> program.endsWith("postgres"))
                .isPresent();
    }

    private static List<String> argumentsOf(ProcessHandle.Info process) {
        return Arrays.asList(process.arguments().orElse(new String[0]));
    }

    private static void run(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("A PostgreSQL from an earlier run does not stop: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an earlier PostgreSQL stopped", e);
        }
    }
}
