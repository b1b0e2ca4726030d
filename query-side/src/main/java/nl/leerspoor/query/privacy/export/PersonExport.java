package nl.leerspoor.query.privacy.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.query.question.KeptUntil.Until;
import tools.jackson.databind.JsonNode;

/**
 * Everything about one person, opened and ready to be written.
 *
 * @param exportId as the processing log and the privacy case have it
 * @param madeAt   when it was gathered
 * @param events   in the order of recording
 * @param views    rows of what the administration makes of the events, by the name of the table
 * @param withheld what of it the person doesn't get, by the codes of {@code export-parts}
 * @param looks    who looked, the newest first
 * @param keptUntil when everything is due to be erased, as things stand; empty when that is not sure
 */
record PersonExport(
        UUID exportId,
        Kind kind,
        UUID privacyCaseId,
        UUID personId,
        Instant madeAt,
        List<Told> events,
        Map<String, List<JsonNode>> views,
        List<Look> looks,
        List<String> recipients,
        Optional<Until> keptUntil,
        List<String> withheld) {

    /** Whether the person gets a part. */
    boolean has(Part part) {
        return !withheld.contains(part.name());
    }

    /** The parts of a copy, as the list {@code export-parts} has them. */
    enum Part {
        DETAILS,
        NOTES,
        COURSE,
        OVERVIEWS,
        LOOKS,
        RECIPIENTS;

        private static final Set<String> WHO = Set.of(
                "candidate.CandidateDetailsRecorded",
                "candidate.CandidateDetailsRectified",
                "supervisor.SupervisorDetailsRecorded",
                "leerbedrijf.ContactPersonNamed");

        /** The part that an event is in. */
        static Part of(String event) {
            return WHO.contains(event) ? DETAILS : event.equals("candidate.NoteAdded") ? NOTES : COURSE;
        }
    }

    /** What the copy is for, and so what is in it. */
    enum Kind {
        /** To know what is known (AVG art. 15): everything. */
        ACCESS("leerspoor-inzage-1", "inzage"),
        /** To take along (AVG art. 20): what the person gave. */
        PORTABILITY("leerspoor-overdracht-1", "overdracht");

        private final String format;
        private final String fileName;

        Kind(String format, String fileName) {
            this.format = format;
            this.fileName = fileName;
        }

        /** The name and version of the format of the JSON. */
        String format() {
            return format;
        }

        String fileName() {
            return fileName;
        }
    }

    /**
     * An event, with what is personal opened and without who else is in it.
     *
     * @param role         of who entered it, whose name is not the person's to know (AVG art. 15(4))
     * @param retracted    whether a later event took it back
     * @param payload      as it is stored, in the revision in which it was written
     */
    record Told(
            UUID eventId,
            UUID stream,
            long version,
            String name,
            int revision,
            LocalDate effectiveOn,
            Instant recordedAt,
            String role,
            String organisation,
            boolean retracted,
            JsonNode payload) {}

    /** That somebody read personal data of this person. */
    record Look(Instant at, String activity, List<String> roles, String organisation, String region) {}
}
