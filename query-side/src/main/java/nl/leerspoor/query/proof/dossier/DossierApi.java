package nl.leerspoor.query.proof.dossier;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.proof.JsonLine;
import nl.leerspoor.platform.proof.dossier.DossierZip;
import nl.leerspoor.platform.proof.dossier.ProvenEvent;
import nl.leerspoor.query.processing.Activity;
import nl.leerspoor.query.processing.ProcessingLog;
import nl.leerspoor.query.processing.ProcessingLog.Subject;
import nl.leerspoor.query.proof.ProofProblem;
import nl.leerspoor.query.proof.dossier.Dossiers.Made;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Scope;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The dossier of a trajectory over HTTP. Nothing sealed in it is opened, but it is all about one person, which is written down
 * before it leaves.
 */
@RestController
@Tag(name = "audit")
class DossierApi {

    private static final String ZIP = "application/zip";

    private final Dossiers dossiers;
    private final ProcessingLog log;

    DossierApi(Dossiers dossiers, ProcessingLog log) {
        this.dossiers = dossiers;
        this.log = log;
    }

    @GetMapping(path = "/v1/trajectories/{trajectoryId}/dossier", produces = ZIP)
    @Operation(
            operationId = "getTrajectoryDossier",
            summary = "Het dossier van een traject, om mee te nemen en elders na te rekenen",
            description = "Een zip met alle gebeurtenissen van het traject, de kandidaat, praktijkovereenkomsten,"
                    + " verklaringen en taken, zoals vastgelegd en zover zij verzegeld zijn, met bewijs, schema's, een"
                    + " leesbare bladzijde en een tabel. Persoonsgegevens blijven verzegeld. Kort na vastlegging is iets nog"
                    + " niet verzegeld: dan volgt 503, en even later het dossier.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Het dossier",
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    void dossier(
            Scope scope,
            Identity who,
            @PathVariable UUID trajectoryId,
            @Parameter(
                            description = "Positie tot waar het dossier moet reiken",
                            example = "0",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
                    @RequestParam(required = false)
                    String minPosition,
            ServletWebRequest request,
            HttpServletResponse response) {
        var reading = new Reading();
        long least = reading.minPosition(minPosition);
        reading.check();
        dossiers.region(trajectoryId)
                .filter(region -> scope.whole() && scope.regions().contains(region))
                .orElseThrow(() -> new ProblemException(
                        HttpProblem.NOT_FOUND.saying("Dit traject is er niet.", "There is no such trajectory.")));
        Made made = dossiers.of(trajectoryId, least).orElseThrow(ProofProblem.NOT_SEALED_YET::exception);
        if (request.checkNotModified("\"" + made.dossier().checkpoint().root() + "\"")) {
            return;
        }
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("dossier-" + trajectoryId + ".zip")
                        .build()
                        .toString());
        if (!HttpMethod.HEAD.matches(request.getRequest().getMethod())) {
            String resource = "/v1/trajectories/" + trajectoryId + "/dossier";
            write(log.reading(who, Activity.TAKE_DOSSIER, resource, () -> made, DossierApi::about), response);
        }
    }

    /** The person of the candidate whose trajectory it is. */
    private static List<Subject> about(Made made) {
        return made.dossier().events().stream()
                .map(ProvenEvent::row)
                .map(row -> JsonLine.outer(new String(row.payload(), StandardCharsets.UTF_8)))
                .filter(payload -> payload.containsKey("personId"))
                .map(payload -> new Subject(UUID.fromString(payload.get("personId")), payload.get("region")))
                .distinct()
                .toList();
    }

    private static void write(Made made, HttpServletResponse response) {
        try {
            var out = response.getOutputStream();
            DossierZip.write(out, made.dossier(), made.note(), made.schemas());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
