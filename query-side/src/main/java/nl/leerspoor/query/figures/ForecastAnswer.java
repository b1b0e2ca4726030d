package nl.leerspoor.query.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.query.question.Described;

/** What would be if trainings were completed on assumed days: an expectation, never a fact. */
@Schema(name = "FiguresForecast", description = "Verwachting onder aannames; geen feit en nergens opgeslagen")
record ForecastAnswer(
        @Schema(description = "Altijd waar: dit zijn geen feiten", example = "true")
        boolean forecast,

        @Schema(description = "Arbeidsmarktregio; null voor alle regio's samen", example = "AM05", nullable = true)
        String region,

        @Schema(description = "Peildatum vanaf welke vooruit wordt gekeken")
        LocalDate validOn,

        @Schema(description = "Kennisdatum zoals gevraagd; null als alles telt wat is verwerkt", nullable = true)
        String knownOn,

        @Schema(description = "De dag van de verwachting") LocalDate on,

        @Schema(description = "Versie van de definities van de kengetallen", example = "1")
        int definitionVersion,

        @Schema(description = Described.POSITION) long position,
        List<Assumption> assumptions,

        @Schema(
                description = "Kengetallen op de peildatum",
                example = "{\"freePlaces\":{\"total\":6},\"shortage\":{\"total\":5}}")
        Map<String, Map<String, Object>> present,

        @Schema(
                description = "Kengetallen op de dag van de verwachting, als verder niets gebeurt",
                example = "{\"freePlaces\":{\"total\":12},\"shortage\":{\"total\":0}}")
        Map<String, Map<String, Object>> expected,

        @Schema(description = "Leerbedrijven waarop iemand wacht of waar een begeleider opgeleid zou zijn")
        List<AtLeerbedrijf> leerbedrijven) {

    /** A training that is assumed to be completed on a day. */
    @Schema(name = "ForecastAssumption")
    record Assumption(
            UUID trainingId,
            @Schema(example = "BO-4", nullable = true) String reference,

            @Schema(description = "Stand op de peildatum", example = "SUSPENDED")
            String state,

            LocalDate completedOn,

            @Schema(description = "Of dat op de dag van de verwachting al zo zou zijn")
            boolean counts,

            @Schema(description = "Begeleiders die er opgeleid door zouden zijn", example = "2")
            int supervisors,

            @Schema(description = "Plaatsen die zij hebben en die voor niemand zijn gereserveerd", example = "6")
            int newPlaces) {}

    /** The waiting list of one leerbedrijf. */
    @Schema(name = "ForecastAtLeerbedrijf")
    record AtLeerbedrijf(
            @Schema(description = "Null voor wie op geen leerbedrijf in het bijzonder wacht", nullable = true)
            UUID leerbedrijfId,

            @Schema(example = "LB09", nullable = true) String reference,
            @Schema(example = "5") long waiting,
            @Schema(example = "0") long freePlaces,
            @Schema(example = "6") long expectedFreePlaces,
            @Schema(example = "5") long shortage,
            @Schema(example = "0") long expectedShortage) {}
}
