package nl.leerspoor.platform.proof.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leerspoor.platform.proof.EventRow;
import nl.leerspoor.platform.proof.JsonLine;

/**
 * What a dossier has in it.
 *
 * @param about   what it is of
 * @param streams how many events each of its streams had in the log of the checkpoint
 * @param files   all files but itself
 */
public record Manifest(About about, List<Stream> streams, List<Summed> files) {

    private static final String FORMAT = "leerspoor-dossier-1";

    public Manifest {
        streams = List.copyOf(streams);
        files = List.copyOf(files);
    }

    /**
     * What a dossier is of.
     *
     * @param kind     the type of the stream that it is about, as {@code trajectory}
     * @param id       of that stream
     * @param key      name and id of the public key that the checkpoint is signed with
     * @param sealedAt when the checkpoint was made, by the clock of who made it
     * @param page     how page and table are made; a verifier compares them when it makes them likewise
     */
    public record About(String kind, String id, String key, String sealedAt, long page) {}

    /**
     * A stream.
     *
     * @param type   as {@code trajectory}
     * @param events how many it had
     */
    public record Stream(String id, String type, long events) {}

    /**
     * A file.
     *
     * @param sha256 in hexadecimal digits
     */
    public record Summed(String name, String sha256, long bytes) {}

    /** As it is written: a line for each of what it says, and their number last. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(JsonLine.of(members(
                "format",
                FORMAT,
                "events",
                EventRow.FORMAT,
                "kind",
                about.kind(),
                "id",
                about.id(),
                "key",
                about.key(),
                "sealedAt",
                about.sealedAt(),
                "page",
                about.page())));
        streams.forEach(stream -> lines.add(
                JsonLine.of(members("stream", stream.id(), "streamType", stream.type(), "events", stream.events()))));
        files.forEach(file ->
                lines.add(JsonLine.of(members("file", file.name(), "sha256", file.sha256(), "bytes", file.bytes()))));
        lines.add(JsonLine.of(Map.of("end", lines.size())));
        return String.join("\n", lines) + "\n";
    }

    /** Reads one; throws when it is none, or not whole. */
    public static Manifest parse(String text) {
        List<Map<String, String>> lines = text.lines().map(JsonLine::parse).toList();
        if (lines.isEmpty()
                || !FORMAT.equals(lines.getFirst().get("format"))
                || !EventRow.FORMAT.equals(lines.getFirst().get("events"))) {
            throw new IllegalArgumentException("this is no dossier in the format " + FORMAT + " of " + EventRow.FORMAT);
        }
        if (!String.valueOf(lines.size() - 1).equals(lines.getLast().get("end"))) {
            throw new IllegalArgumentException("the manifest is not whole");
        }
        List<Stream> streams = new ArrayList<>();
        List<Summed> files = new ArrayList<>();
        for (Map<String, String> line : lines.subList(1, lines.size() - 1)) {
            if (line.containsKey("stream")) {
                streams.add(new Stream(
                        member(line, "stream"), member(line, "streamType"), Long.parseLong(member(line, "events"))));
            } else {
                files.add(new Summed(
                        member(line, "file"), member(line, "sha256"), Long.parseLong(member(line, "bytes"))));
            }
        }
        Map<String, String> first = lines.getFirst();
        return new Manifest(
                new About(
                        member(first, "kind"),
                        member(first, "id"),
                        member(first, "key"),
                        member(first, "sealedAt"),
                        Long.parseLong(member(first, "page"))),
                streams,
                files);
    }

    static String member(Map<String, String> members, String name) {
        String text = members.get(name);
        if (text == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return text;
    }

    private static Map<String, Object> members(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            members.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return members;
    }
}
