package nl.leerspoor.standalone;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL that outlived the process which started it: a process that is killed hard can't stop its server. */
final class LeftoverServer {

    private LeftoverServer() {}

    /** Stops the server that still runs on a cluster, if there is one; its committed data stays. */
    static void stop(Path cluster) throws IOException {
        Optional<Path> program = runningOn(cluster);
        if (program.isPresent()) {
            List<String> command = new ArrayList<>();
            if (LinuxUtils.isUnshareAvailable()) {
                // PostgreSQL refuses to run as root; the server was started in a user namespace, and so is this
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(
                    List.of(program.get().resolveSibling("pg_ctl").toString(), "stop", "-D", cluster.toString()));
            command.addAll(List.of("-m", "fast", "-w", "-t", "60"));
            run(command);
        }
    }

    /** The program of the server; empty when {@code postmaster.pid} is absent, or left by one that died too. */
    private static Optional<Path> runningOn(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(process ->
                        Arrays.asList(process.arguments().orElse(new String[0])).contains(cluster.toString()))
                .flatMap(ProcessHandle.Info::command)
                .map(Path::of);
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
