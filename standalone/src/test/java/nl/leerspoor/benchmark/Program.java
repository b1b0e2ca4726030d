package nl.leerspoor.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.standalone.IdentityProvider;

/** The program in a process of its own, with the heap that it must do with. */
final class Program implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    private final Process process;
    private final Path log;
    private final Path collections;
    private final Http http;
    private final Http management;
    private final Instant startedAt = Instant.now();

    private Program(Process process, Path log, Path collections, Http http, Http management) {
        this.process = process;
        this.log = log;
        this.collections = collections;
        this.http = http;
        this.management = management;
    }

    /**
     * Starts the program on a database and waits until it answers.
     *
     * @param data where it keeps keys and checkpoints of that database
     */
    static Program start(Path folder, Path data, String databaseUrl) throws IOException, InterruptedException {
        int port = freePort();
        int managementPort = freePort();
        Path log = folder.resolve("program.log");
        Path collections = folder.resolve("program-gc.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xlog:gc:file=" + collections,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BothSides.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("LEERSPOOR_DB_URL", databaseUrl);
        builder.environment().put("LEERSPOOR_DATA", data.toString());
        // the past was not appended by a program, so its events have no codes
        builder.environment().put("LEERSPOOR_PROOF_SEALWITHOUTCODESUPTO", String.valueOf(Long.MAX_VALUE));
        builder.environment().putAll(IdentityProvider.ENVIRONMENT);
        builder.environment().put("LEERSPOOR_PORT", String.valueOf(port));
        builder.environment().put("LEERSPOOR_MANAGEMENT_PORT", String.valueOf(managementPort));
        Program program = new Program(
                builder.start(),
                log,
                collections,
                new Http("http://127.0.0.1:" + port),
                new Http("http://127.0.0.1:" + managementPort));
        program.awaitAnswer();
        return program;
    }

    Http http() {
        return http;
    }

    Duration age() {
        return Duration.between(startedAt, Instant.now());
    }

    /** The most heap that was in use after a collection, in MB. */
    int heapInUse() throws IOException {
        int most = 0;
        for (String line : Files.readAllLines(collections)) {
            Matcher matcher = AFTER_COLLECTION.matcher(line);
            if (matcher.find()) {
                most = Math.max(most, Integer.parseInt(matcher.group(1)));
            }
        }
        return most;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The program of " + log + " does not stop");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        while (!answers()) {
            if (!process.isAlive() || age().compareTo(START) > 0) {
                process.destroyForcibly();
                throw new IllegalStateException("The program does not start:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return management.get("/actuator/health/liveness").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
