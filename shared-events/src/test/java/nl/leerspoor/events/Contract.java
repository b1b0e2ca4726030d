package nl.leerspoor.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of {@code contract/}: an example of every revision of every event as it is stored, how the older ones read
 * today, and the shape that each has.
 */
public final class Contract {

    /** An event in one of its revisions, as {@code trajectory.CandidateOnHold} and 1. */
    public record Entry(String name, int revision) {

        String file() {
            return name.replace('.', '/') + "/" + revision + ".json";
        }

        /** How the example reads in the event's present revision, for an example of an older one. */
        String fileAsRead() {
            return name.replace('.', '/') + "/" + revision + "-as-" + Catalogue.revisionOf(Catalogue.typeOf(name))
                    + ".json";
        }

        @Override
        public String toString() {
            return name + " " + revision;
        }
    }

    private static final Path FOLDER = folder();

    private Contract() {}

    /** Every event in its present revision. */
    public static Stream<Entry> current() {
        return Catalogue.names().stream().map(name -> new Entry(name, Catalogue.revisionOf(Catalogue.typeOf(name))));
    }

    /** Every event in every revision that it ever had. */
    static Stream<Entry> all() {
        return current()
                .flatMap(now ->
                        IntStream.rangeClosed(1, now.revision()).mapToObj(revision -> new Entry(now.name(), revision)));
    }

    /** Every event in every revision that it no longer has. */
    static Stream<Entry> past() {
        return all().filter(entry -> entry.revision() < Catalogue.revisionOf(Catalogue.typeOf(entry.name())));
    }

    static String exampleAsRead(Entry entry) {
        return read(entry.fileAsRead());
    }

    public static String example(Entry entry) {
        return read(entry.file());
    }

    /** The files there are, by their path in the folder. */
    static Set<String> exampleFiles() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.contains("/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded shapes: event and revision to its components. */
    static Map<String, String> shapes() {
        return read("shapes.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(" {")), line -> line.substring(line.indexOf('{'))));
    }

    public static String metadata() {
        return read("metadata.json");
    }

    /** The components of a record with their types, by name: their order means nothing to a reader of JSON. */
    static String shapeOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(Contract::shapeOf)
                .sorted()
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String shapeOf(RecordComponent component) {
        return component.getName() + ": " + shapeOf(component.getGenericType());
    }

    private static String shapeOf(Type type) {
        return switch (type) {
            case ParameterizedType many ->
                Arrays.stream(many.getActualTypeArguments())
                        .map(Contract::shapeOf)
                        .collect(Collectors.joining(", ", shapeOf(many.getRawType()) + "<", ">"));
            case Class<?> nested when nested.isRecord() -> shapeOf(nested);
            case Class<?> simple -> simple.getSimpleName();
            default -> type.getTypeName();
        };
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The contract lacks " + file, e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Contract.class.getResource("/contract").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
