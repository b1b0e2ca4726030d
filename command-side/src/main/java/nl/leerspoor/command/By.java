package nl.leerspoor.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who sends a command, when and on what occasion. It becomes the metadata of the events; decisions see it as a value, so
 * that they need no clock.
 *
 * @param name          pseudonymous id of the person, or {@code system:<job>}
 * @param role          the role that lets them do this; empty of a job
 * @param organisation  the organisation for which they act, empty when there is none
 * @param correlationId joins all facts of one decision
 * @param causationId   what caused the command
 * @param commandId     the idempotency key
 * @param source        {@code API}, {@code IMPORT} or {@code SYSTEM}
 * @param at            the moment of recording
 */
public record By(
        String name,
        String role,
        String organisation,
        String correlationId,
        String causationId,
        String commandId,
        String source,
        Instant at) {

    /** Where the people of the regions live; days begin and end there. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** The day of recording, in the Netherlands. */
    public LocalDate today() {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** Whether a fact may have this date: at most one day ahead of its recording. Plans may lie further ahead. */
    public boolean isFactual(LocalDate effectiveOn) {
        return !effectiveOn.isAfter(today().plusDays(1));
    }

    /** The metadata of an event that is recorded at a moment. */
    public Map<String, String> metadata(Instant recordedAt) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("recordedAt", recordedAt.toString());
        metadata.put("recordedBy", name);
        metadata.put("role", role);
        metadata.put("organisation", organisation);
        metadata.put("correlationId", correlationId);
        metadata.put("causationId", causationId);
        metadata.put("commandId", commandId);
        metadata.put("source", source);
        return metadata;
    }

    static By of(Map<String, ?> metadata) {
        return new By(
                text(metadata, "recordedBy"),
                text(metadata, "role"),
                text(metadata, "organisation"),
                text(metadata, "correlationId"),
                text(metadata, "causationId"),
                text(metadata, "commandId"),
                text(metadata, "source"),
                Instant.parse(text(metadata, "recordedAt")));
    }

    private static String text(Map<String, ?> metadata, String key) {
        Object value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("A command carries the metadata '" + key + "'");
        }
        return value.toString();
    }
}
