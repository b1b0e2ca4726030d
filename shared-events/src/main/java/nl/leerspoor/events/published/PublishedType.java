package nl.leerspoor.events.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published type in one version, and what its readers should know of it.
 *
 * @param name        the {@code type} of the CloudEvent, as {@code nl.leerspoor.trajectories.candidate-on-hold.v1}
 * @param version     the one at the end of the name
 * @param data        the class of the data
 * @param collection  the plural under which the API knows the things that it is about, as {@code trajectories}
 * @param readAt      where who has the right reads the thing, or what is new of it: an address of the API with
 *                    {@code {subject}} in it
 * @param event       the internal event that it tells of, as {@code trajectory.CandidateOnHold}
 * @param title       a few Dutch words
 * @param english     the same in English
 * @param description what happened, in Dutch
 * @param duty        what a receiver has to do
 * @param deprecated  the day from which it is advised against
 * @param sunset      the last day on which it is sent
 */
public record PublishedType(
        String name,
        int version,
        Class<? extends Published> data,
        String collection,
        String readAt,
        String event,
        String title,
        String english,
        String description,
        Duty duty,
        Optional<LocalDate> deprecated,
        Optional<LocalDate> sunset) {

    private static final String PREFIX = "nl.leerspoor.";
    private static final Pattern RECORD = Pattern.compile("(?<fact>\\w+?)(V(?<version>[2-9]))?");

    static PublishedType of(Class<? extends Published> data, About about) {
        Told told = data.getAnnotation(Told.class);
        String type = name(about.collection(), data.getSimpleName());
        return new PublishedType(
                type,
                version(data.getSimpleName()),
                data,
                about.collection(),
                firstOf(told.readAt(), about.readAt(), "/v1/" + about.collection() + "?id={subject}"),
                about.stream() + "." + fact(data.getSimpleName()),
                told.title(),
                told.english(),
                told.description(),
                told.duty(),
                day(told.deprecated()),
                day(told.sunset()));
    }

    /** The name of the type whose data is a record of this name. */
    static String name(String collection, String record) {
        return PREFIX + collection + "." + kebab(fact(record)) + ".v" + version(record);
    }

    private static String fact(String record) {
        return parts(record).group("fact");
    }

    private static int version(String record) {
        return Optional.ofNullable(parts(record).group("version"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private static Matcher parts(String record) {
        Matcher parts = RECORD.matcher(record);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No published record is named '" + record + "'");
        }
        return parts;
    }

    private static String firstOf(String... addresses) {
        return Arrays.stream(addresses)
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The topic of a broker for what is told of one kind of thing, behind what the installation begins its names with. */
    public static String topic(String collection) {
        return collection + ".v1";
    }

    /** The JSON Schema of the data, whose {@code $id} is relative to the address of the installation that sends it. */
    public String schema() {
        return contract("/published/" + name + ".json");
    }

    /** A CloudEvent of this type, of nobody in particular. */
    public String example() {
        return contract("/published/examples/" + name + ".json");
    }

    private static String contract(String file) {
        try (InputStream stream = PublishedType.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The published contract lacks " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The published contract can't be read: " + file, e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
