package nl.leerspoor.query.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The figures and the question that they answer. */
@Schema(name = "Figures", description = "Kengetallen van een regio, of van alle regio's samen, op twee klokken")
record FiguresAnswer(
        @Schema(
                description = "Arbeidsmarktregio; null voor alle regio's, waarin ieder mens één keer telt",
                example = "AM05",
                nullable = true)
        String region,

        @Schema(description = "Peildatum: de dag waarover de kengetallen gaan")
        LocalDate validOn,

        @Schema(
                description = "Kennisdatum zoals gevraagd; null als alles telt wat is verwerkt",
                example = "2020-11-01",
                nullable = true)
        String knownOn,

        @Schema(description = "Begin van de periode, als daarnaar is gevraagd", nullable = true)
        LocalDate from,

        @Schema(description = "Versie van de definities van de kengetallen", example = "1")
        int definitionVersion,

        @Schema(description = "Positie tot en met welke alle gebeurtenissen zijn verwerkt", example = "1316")
        long position,

        @Schema(
                description = "Kengetallen op naam, elk met aantallen en uitsplitsingen (`bySector`, `byCause` …)",
                example = "{\"inProgress\":{\"total\":54,\"bySector\":{\"LOG\":19,\"DZ\":16,\"GP\":6,\"HV\":13}}}")
        Map<String, Map<String, Object>> figures,

        @Schema(description = Suppression.DESCRIPTION) List<String> suppressed) {}
