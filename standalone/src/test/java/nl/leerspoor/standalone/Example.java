package nl.leerspoor.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of docs/examples, in each language, run as its reader runs it; where its language is, which for Java is always. */
enum Example {
    CURL(List.of("bash", "curl", "jq"), "copy.sh"),
    JAVA(List.of(), "Copy.java"),
    JAVASCRIPT(List.of("node"), "copy.mjs");

    private static final Path FOLDER = Path.of("..", "docs", "examples").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 60;

    private final List<String> needs;
    private final String file;

    Example(List<String> needs, String file) {
        this.needs = needs;
        this.file = file;
    }

    /** Starts it in a folder, with the token and address of a client. */
    Process start(Path folder, Client client, String... arguments) {
        Assumptions.assumeTrue(needs.stream().allMatch(Example::isThere), () -> "This needs " + needs);
        List<String> command = new ArrayList<>(
                switch (this) {
                    case CURL -> List.of("bash", FOLDER.resolve(file).toString());
                    case JAVA ->
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                FOLDER.resolve(file).toString());
                    case JAVASCRIPT -> List.of("node", FOLDER.resolve(file).toString());
                });
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("LEERSPOOR", client.base());
        builder.environment().put("TOKEN", client.headers().get("Authorization").substring("Bearer ".length()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end, and returns the copy that it kept. */
    JsonNode run(Path folder, Client client, String... arguments) {
        Process process = start(folder, client, arguments);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(file + " failed: " + Files.readString(folder.resolve("said")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        return copy(folder);
    }

    /** The copy that is kept in a folder. */
    static JsonNode copy(Path folder) {
        return JsonMapper.shared().readTree(folder.resolve("copy.json").toFile());
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
