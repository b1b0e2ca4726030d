package nl.leerspoor.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a script of the project, as an operator does. */
record Script(int exit, String output) {

    private static final long PATIENCE_SECONDS = 120;

    /** Where a script is. */
    static Path path(String name) {
        return Path.of("..", "scripts", name).toAbsolutePath().normalize();
    }

    /** Runs it to its end, two minutes at most. */
    static Script run(String name, Map<String, String> environment, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(path(name).toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        try {
            Path output = Files.createTempFile(name, ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended) {
                process.destroy();
                throw new IllegalStateException(name + " goes on for more than two minutes:\n" + said);
            }
            return new Script(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + name + " ran", e);
        }
    }

    /** What it said last. */
    String lastLine() {
        return output.lines().reduce("", (before, line) -> line);
    }
}
