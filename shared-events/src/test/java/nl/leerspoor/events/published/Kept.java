package nl.leerspoor.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of the published contract. They are made from the records and kept, so that people read every change of them;
 * {@code -Dleerspoor.published.rewrite=true} writes them anew, and {@code -Dleerspoor.published.release=true} keeps the
 * schemas as those of the last release, when there is one.
 */
final class Kept {

    static final Path SCHEMAS = Path.of("src/main/resources/published");
    static final Path EXAMPLES = Path.of("src/main/resources/published/examples");
    static final Path RELEASED = Path.of("src/test/resources/released");
    static final Path PAGE = Path.of("../docs/events.md");

    static final boolean REWRITE = Boolean.getBoolean("leerspoor.published.rewrite");
    static final boolean RELEASE = Boolean.getBoolean("leerspoor.published.release");

    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Kept() {}

    static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }

    /** How it stands in a file. */
    static String text(JsonNode json) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(printer).writeValueAsString(json) + "\n";
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The published contract lacks " + file, e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types of which a folder has a file. */
    static Set<String> types(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path of(Path folder, String type) {
        return folder.resolve(type + ".json");
    }
}
