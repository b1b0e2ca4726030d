package nl.leerspoor.query.figures.snapshot;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.TwoClocks;

/** What is told of a published report besides its figures. */
@Schema(name = "Snapshot", description = "Een gepubliceerd verslag; wat erin staat, verandert nooit")
record SnapshotView(
        UUID id,
        @Schema(example = "AM05") String region,

        @Schema(description = "Peildatum: de dag waarover de kengetallen gaan")
        LocalDate validOn,

        @Schema(description = "Kennisdatum: de dag, in Nederland, tot wanneer invoer telt")
        LocalDate knownOn,

        @Schema(description = "Tot welk tijdstip van die dag invoer telt: het einde, of eerder als zij nog niet om was")
        Instant knownAt,

        @Schema(description = "Versie van de definities van de kengetallen", example = "1")
        int definitionVersion,

        @Schema(
                description = "SHA-256 van het verslag in canonieke JSON (RFC 8785); zie docs/snapshots.md",
                example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        String hash,

        @Schema(description = "PUBLISHED, of SUPERSEDED als een ander het vervangt", example = "PUBLISHED")
        String state,

        @Schema(description = "De gebeurtenis; te bewijzen met `/proof/inclusion`")
        UUID eventId,

        @Schema(description = "Dag van publicatie") LocalDate publishedOn,
        @Schema(description = "Registratiemoment") Instant publishedAt,

        @Schema(description = "Wie het publiceerde, onder pseudoniem", example = "testprojectleider")
        String publishedBy,

        @Schema(description = "Het verslag dat dit vervangt", nullable = true)
        UUID supersededBy,

        @Schema(nullable = true) LocalDate supersededOn,

        @Schema(description = "Waarom het vervangen is", example = "LATE_ENTRIES", nullable = true)
        String reason) {

    static SnapshotView of(Columns row, TwoClocks clocks) {
        return new SnapshotView(
                row.id("snapshot_id"),
                row.text("region"),
                row.day("valid_on"),
                row.day("known_on"),
                row.moment("known_at"),
                row.number("definition_version"),
                row.text("hash"),
                row.text("state"),
                row.id("event_id"),
                row.day("published_on"),
                row.moment("published_at"),
                row.text("published_by"),
                row.id("superseded_by"),
                row.day("superseded_on"),
                row.text("superseding_reason"));
    }
}
