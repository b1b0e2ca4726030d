package nl.leerspoor.query.processing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import nl.leerspoor.query.processing.LogCheck.Found;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the processing log is as it was written, over HTTP. */
@RestController
@Tag(name = "proof")
class LogCheckApi {

    /** Which lines are looked at. */
    record Asked(
            @Parameter(
                    description =
                            "Een dag in de maand waarvan de regels bekeken worden; zonder deze de lopende maand (UTC)",
                    schema = @Schema(type = "string", format = "date"))
            String on) {}

    /** A month with another number of lines. */
    @Schema(name = "MiscountedMonth", description = "Een maand met meer of minder regels dan er in de keten staan")
    record Miscounted(
            @Schema(description = "Eerste dag van de maand") LocalDate month,

            @Schema(description = "Zoveel regels zijn er in de keten gezet")
            long chained,

            @Schema(description = "Zoveel regels staan er") long found) {}

    /** What was found. */
    @Schema(
            name = "ProcessingLogCheck",
            description = "Of het logboek van dataverwerkingen nog is zoals het geschreven werd: hashes en aantallen")
    record Checked(
            @Schema(description = "Eerste dag van de maand") LocalDate month,

            @Schema(description = "Regels van die maand in de keten")
            long chained,

            @Schema(description = "Schakels van de hele keten")
            long links,

            @Schema(
                    description =
                            "Hash van de nieuwste schakel, in hex; wie hem bewaart, merkt dat er later een afging")
            String head,

            @Schema(description = "De eerste schakel die niet op de vorige volgt; 0 als ze dat allemaal doen")
            long brokenAt,

            @Schema(description = "Schakels van die maand waarvan een regel gewijzigd, weggehaald of toegevoegd is")
            List<Long> changed,

            @Schema(description = "Alle maanden met meer of minder regels dan er in de keten staan")
            List<Miscounted> miscounted,

            @Schema(
                    description = "Schakels van die maand met een regel die meer dan een uur ouder zegt te zijn dan de"
                            + " schakel: de keten stond stil, of de regel is later geschreven dan hij zegt")
            List<Long> late,

            @Schema(description = "Regels van alle maanden die nog in geen schakel staan")
            long unchained,

            @Schema(description = "Wanneer het lezen eindigde waarover de oudste daarvan gaat", nullable = true)
            Instant oldestUnchained,

            @Schema(description = "Of alles nog is zoals het was")
            boolean whole) {

        private static Checked of(LocalDate month, Found found) {
            return new Checked(
                    month,
                    found.chained(),
                    found.links(),
                    HexFormat.of().formatHex(found.head()),
                    found.broken(),
                    found.changed(),
                    found.miscounted().stream()
                            .map(of -> new Miscounted(of.month(), of.chained(), of.found()))
                            .toList(),
                    found.late(),
                    found.unchained(),
                    found.oldest().orElse(null),
                    found.broken() == 0
                            && found.changed().isEmpty()
                            && found.miscounted().isEmpty());
        }
    }

    private final LogCheck log;
    private final Clock clock;

    LogCheckApi(LogCheck log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/v1/proof/processing-log")
    @Operation(
            operationId = "checkProcessingLog",
            summary = "Kijk na of het logboek van dataverwerkingen nog is zoals het geschreven werd")
    Checked check(Scope scope, @ParameterObject Asked asked) {
        Reading reading = new Reading();
        LocalDate day =
                reading.day("on", asked.on()).orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        reading.check();
        LocalDate month = day.withDayOfMonth(1);
        return Checked.of(month, log.of(month));
    }
}
