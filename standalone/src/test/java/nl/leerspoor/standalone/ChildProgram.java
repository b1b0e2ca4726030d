package nl.leerspoor.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A program in a process of its own, on the class path of the tests. Closing it stops it as Ctrl-C does. */
final class ChildProgram implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);

    private final ProcessBuilder builder;
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private ChildProgram(ProcessBuilder builder, Path log, int port, int managementPort) {
        this.builder = builder;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The program of " + log + " can't be started", e);
        }
    }

    /** Starts a main class on a free port; it need not listen yet. */
    static ChildProgram start(Class<?> main, Map<String, String> environment, String... arguments) {
        int port = freePort();
        int managementPort = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        Path log = Path.of("target", main.getSimpleName() + "-" + port + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LEERSPOOR_STOP_NOTICE", "0s");
        builder.environment().putAll(IdentityProvider.ENVIRONMENT);
        builder.environment().putAll(environment);
        builder.environment().put("LEERSPOOR_PORT", String.valueOf(port));
        builder.environment().put("LEERSPOOR_MANAGEMENT_PORT", String.valueOf(managementPort));
        return new ChildProgram(builder, log, port, managementPort);
    }

    /** Starts the same program again, in the place of one that has ended. */
    ChildProgram again() {
        return new ChildProgram(builder, log, port, managementPort);
    }

    /** Speaks HTTP with the program, once it answers. */
    Client client() {
        Client client = Client.of("http://127.0.0.1:" + port);
        Awaitility.await("the program of " + log)
                .atMost(START)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> isReady(client));
        return client;
    }

    /** Speaks HTTP with the program as its operator. */
    Client operator() {
        return Client.of("http://127.0.0.1:" + managementPort).with("Accept", "*/*");
    }

    /** Everything that it has written on its console. */
    Path log() {
        return log;
    }

    /** Asks it to stop, and does not wait until it has. */
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power cut does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The number that the operating system knows it by. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The program of " + log + " does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private boolean isReady(Client client) {
        if (!process.isAlive()) {
            throw new IllegalStateException("The program of " + log + " has ended with " + process.exitValue());
        }
        return client.get("/readyz").status() == 200;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }
}
