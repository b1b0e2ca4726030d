package nl.leerspoor.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One event in a history. */
@Schema(name = "HistoryEntry", description = "Eén gebeurtenis, met wie haar invoerde, wanneer, en wat zij herstelde")
record HistoryEntry(
        UUID id,
        @Schema(example = "trajectory.CandidateOnHold") String name,

        @Schema(description = "Revisie van de vorm van de gebeurtenis", example = "1")
        int revision,

        @Schema(description = "Plaats in de stroom, vanaf 0")
        long version,

        @Schema(description = "Plaats in de hele administratie")
        long position,

        @Schema(description = "Ingangsdatum zoals ingevoerd")
        LocalDate effectiveOn,

        @Schema(description = "Ingangsdatum na correctie") LocalDate holdsOn,
        @Schema(description = "Registratiemoment") Instant recordedAt,

        @Schema(
                description = "Wanneer het eerste ijkpunt met deze gebeurtenis ondertekend is, volgens de klok van wie"
                        + " verzegelde; null zolang zij niet verzegeld is",
                nullable = true)
        Instant sealedAt,

        @Schema(description = "Wie het invoerde, onder pseudoniem", example = "testwerkcoach-zorg")
        String author,

        @Schema(description = "Rol waarin dat gebeurde; leeg als onbekend", example = "WERKCOACH")
        String role,

        @Schema(description = "Organisatie waarvoor; leeg als onbekend")
        String organisation,

        @Schema(description = "Verbindt alle gebeurtenissen van één besluit")
        String correlationId,

        String causationId,

        @Schema(description = "De Idempotency-Key van het verzoek")
        String commandId,

        @Schema(example = "API") String source,

        @Schema(description = "Gebeurtenis die hiermee werd gecorrigeerd", nullable = true)
        UUID corrects,

        @Schema(description = "Gebeurtenissen die hiermee werden herroepen")
        List<UUID> retracts,

        @Schema(description = "Gebeurtenissen die deze corrigeerden")
        List<UUID> correctedBy,

        @Schema(description = "Gebeurtenis die deze herriep", nullable = true)
        UUID retractedBy,

        @Schema(description = "De inhoud zoals vastgelegd", type = "object")
        JsonNode payload) {}
