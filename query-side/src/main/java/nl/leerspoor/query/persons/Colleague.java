package nl.leerspoor.query.persons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.query.question.WhoState;

/** Who somebody is who works with candidates, opened for an answer. */
@Schema(name = "Colleague", description = "Wie iemand is die met kandidaten werkt, op een peildatum")
record Colleague(
        @Schema(description = "Waar het over gaat: de praktijkbegeleider, of het leerbedrijf")
        UUID id,

        @Schema(example = "AM05", nullable = true) String region,

        @Schema(description = "Wie het is, als dat bekend is of was", nullable = true)
        UUID personId,

        @Schema(description = "Of bekend is wie het is, of dat die gegevens zijn gewist")
        WhoState state,

        @Schema(example = "Testbegeleider D01", nullable = true)
        String name,

        @Schema(example = "testbegeleider-d01@voorbeeld.example", nullable = true)
        String email,

        @Schema(example = "06-00000011", nullable = true) String telephone,

        @Schema(description = "De dag vanaf welke dit geldt", nullable = true)
        LocalDate since,

        @Schema(nullable = true) Instant recordedAt,
        LocalDate validOn,
        @Schema(nullable = true) String knownOn) {}
