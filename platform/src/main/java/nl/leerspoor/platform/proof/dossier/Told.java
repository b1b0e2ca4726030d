package nl.leerspoor.platform.proof.dossier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import nl.leerspoor.platform.proof.JsonLine;

/**
 * An event as people read it, in Dutch and in the time of the Netherlands. What can't be read is told as it is stored.
 *
 * @param row the columns of the table, in the order of {@link #COLUMNS}
 */
record Told(List<String> row) {

    static final List<String> COLUMNS = List.of(
            "Nr",
            "Geldt vanaf",
            "Vastgelegd (Nederlandse tijd)",
            "Wat er gebeurde",
            "Waarover",
            "Door",
            "Rol",
            "Organisatie",
            "Herstelt of herroept",
            "Reden",
            "Gemachtigd door",
            "Inhoud",
            "Naam en versie",
            "Gebeurtenis",
            "Stroom en plaats daarin",
            "Positie in het logboek",
            "Blad van de boom");

    private static final Properties WORDS = words();
    private static final DateTimeFormatter DUTCH_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Amsterdam"));

    /** A value that is sealed for one person; nothing in it has a brace. */
    private static final String SEALED = "\\{\"pd\":\\d+,[^{}]*}";

    /** Members that have a column of their own. */
    private static final Set<String> ELSEWHERE = Set.of(
            "effectiveOn", "correctsEventId", "retractsEventId", "alsoRetracts", "reason", "authorisedBy", "region");

    static Told of(int number, ProvenEvent event) {
        Map<String, String> payload = members(event.row().payload());
        Map<String, String> metadata = members(event.row().metadata());
        return new Told(List.of(
                String.valueOf(number),
                payload.getOrDefault("effectiveOn", ""),
                time(metadata.getOrDefault("recordedAt", event.row().timestamp())),
                word(event.row().name(), event.row().name()),
                word(event.row().streamType(), event.row().streamType()),
                metadata.getOrDefault("recordedBy", ""),
                metadata.getOrDefault("role", ""),
                metadata.getOrDefault("organisation", ""),
                undone(payload),
                payload.getOrDefault("reason", ""),
                payload.getOrDefault("authorisedBy", ""),
                content(payload),
                event.row().name() + " " + event.row().revision(),
                event.row().eventId(),
                event.row().stream() + " " + event.row().version(),
                String.valueOf(event.row().position()),
                String.valueOf(event.proof().index())));
    }

    /** The Dutch word for an event or a kind of stream, or another when there is none. */
    static String word(String name, String otherwise) {
        return WORDS.getProperty(name, otherwise);
    }

    static String time(String moment) {
        try {
            return DUTCH_TIME.format(Instant.parse(moment));
        } catch (DateTimeException noMoment) {
            return moment;
        }
    }

    private static String undone(Map<String, String> payload) {
        String also = payload.getOrDefault("alsoRetracts", "");
        return List.of(
                        payload.getOrDefault("correctsEventId", ""),
                        payload.getOrDefault("retractsEventId", ""),
                        also.equals("[]") ? "" : also)
                .stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String content(Map<String, String> payload) {
        return payload.entrySet().stream()
                .filter(member -> !ELSEWHERE.contains(member.getKey()))
                .map(member -> member.getKey() + ": " + member.getValue().replaceAll(SEALED, "[verzegeld]"))
                .collect(Collectors.joining("; "));
    }

    /** The outer members, without those that are null. */
    private static Map<String, String> members(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        try {
            Map<String, String> members = new LinkedHashMap<>(JsonLine.outer(text));
            members.values().removeIf("null"::equals);
            return members;
        } catch (IllegalArgumentException unreadable) {
            return Map.of("?", text);
        }
    }

    private static Properties words() {
        var words = new Properties();
        try (var file =
                new InputStreamReader(Told.class.getResourceAsStream("words-nl.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
