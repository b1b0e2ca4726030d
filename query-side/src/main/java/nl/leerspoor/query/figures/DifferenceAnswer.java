package nl.leerspoor.query.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.query.question.Described;

/** How figures of a day differ between two moments of knowledge, and why. */
@Schema(name = "FiguresDifference", description = "Verschil van kengetallen tussen twee kennisdata, verklaard")
public record DifferenceAnswer(
        @Schema(description = "Arbeidsmarktregio; null voor alle regio's samen", example = "AM05", nullable = true)
        String region,

        @Schema(description = "Peildatum: de dag waarover de kengetallen gaan")
        LocalDate validOn,

        @Schema(description = "De eerste kennisdatum", example = "2020-03-25")
        String knownOn,

        @Schema(description = "De tweede kennisdatum; null als alles telt wat is verwerkt", nullable = true)
        String knownOnOther,

        @Schema(description = "Versie van de definities van de kengetallen", example = "1")
        int definitionVersion,

        @Schema(description = Described.POSITION) long position,

        @Schema(description = "Ieder getal, en delen van uitsplitsingen waarin iets veranderde")
        List<NumberDifference> numbers) {

    /** One number. */
    @Schema(name = "FiguresNumberDifference")
    public record NumberDifference(
            @Schema(example = "onHold") String figure,

            @Schema(description = "Naam binnen het kengetal, met punten: `total`, `bySector.LOG`", example = "total")
            String number,

            @Schema(description = "Zoals bekend op de eerste kennisdatum", example = "0", nullable = true)
            Long before,

            @Schema(description = "Zoals bekend op de tweede kennisdatum", example = "25", nullable = true)
            Long after,

            @Schema(
                    description =
                            "Voor wie alleen totalen krijgt null als het om minder dan 5 gaat, of als een van beide"
                                    + " is weggelaten",
                    example = "25",
                    nullable = true)
            Long difference,

            @Schema(description = "Wat anders telt; samen is dat het verschil. Leeg voor wie geen regio heeft")
            List<Change> changes) {}

    /** One thing that counts for something else. */
    @Schema(name = "FiguresChange")
    public record Change(
            @Schema(description = "Wat voor iets er anders telt", example = "TRAJECTORY")
            Thing.Sort sort,

            @Schema(
                    description = "Null voor wachtenden die op geen leerbedrijf in het bijzonder wachten",
                    nullable = true)
            UUID id,

            @Schema(example = "K025", nullable = true) String reference,

            @Schema(description = "Waarvoor het eerst telde", example = "0")
            long before,

            @Schema(description = "Waarvoor het daarna telt", example = "1")
            long after,

            @Schema(
                    description =
                            "De gebeurtenis die daarover het laatst besliste; meer als zij samen werden ingevoerd")
            List<Cause> causes) {}

    /** An event that changed what counts. */
    @Schema(name = "FiguresChangeCause")
    public record Cause(
            UUID eventId,
            @Schema(example = "trajectory.CandidateOnHold") String name,

            @Schema(description = "Waarover de gebeurtenis gaat: het traject, de begeleider …")
            UUID streamId,

            @Schema(description = "Ingangsdatum") LocalDate effectiveOn,
            @Schema(description = "Registratiemoment") Instant recordedAt,

            @Schema(description = "Wie het invoerde, onder pseudoniem", example = "testprojectleider")
            String author,

            @Schema(description = "Rol waarin dat gebeurde; leeg als onbekend", example = "PROJECTLEIDER")
            String role,

            @Schema(description = "Plaats in de hele administratie")
            long position) {}

    /** One change in a file for spreadsheets. */
    record Line(
            String figure,
            String number,
            Thing.Sort sort,
            UUID id,
            String reference,
            long before,
            long after,
            List<Cause> causes) {}

    /** Every change on a line of its own. */
    static Stream<Line> lines(List<NumberDifference> numbers) {
        return numbers.stream()
                .flatMap(number -> number.changes().stream()
                        .map(change -> new Line(
                                number.figure(),
                                number.number(),
                                change.sort(),
                                change.id(),
                                change.reference(),
                                change.before(),
                                change.after(),
                                change.causes())));
    }
}
