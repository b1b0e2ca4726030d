package nl.leerspoor.query.privacy.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.privacy.export.Gathering.Request;
import nl.leerspoor.query.privacy.export.PersonExport.Kind;
import nl.leerspoor.query.processing.Activity;
import nl.leerspoor.query.processing.ProcessingLog;
import nl.leerspoor.query.processing.ProcessingLog.Subject;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The copy for a person over HTTP. It is made for the answer, written down in the processing log before the first byte
 * leaves, and kept nowhere.
 */
@RestController
@Tag(name = "privacy-cases")
class ExportApi {

    private static final String ZIP = "application/zip";

    /** Of whatever a copy is made from, it has everything. */
    private static final List<String> VIEWS = List.of(
            Views.PRIVACY_CASES,
            Views.CANDIDATES,
            Views.CANDIDATE_DETAILS,
            Views.TRAJECTORIES,
            Views.PRAKTIJKOVEREENKOMSTEN,
            Views.VERKLARINGEN,
            Views.DUTIES,
            Views.SUPERVISORS,
            Views.LEERBEDRIJVEN,
            Views.RETENTION_RULES);

    private final ScopedViews views;
    private final Gathering gathering;
    private final MadeCopies copies;
    private final ProcessingLog log;
    private final CaughtUp caughtUp;
    private final JsonMapper json;

    ExportApi(
            ScopedViews views,
            Gathering gathering,
            MadeCopies copies,
            ProcessingLog log,
            CaughtUp caughtUp,
            JsonMapper json) {
        this.views = views;
        this.gathering = gathering;
        this.copies = copies;
        this.log = log;
        this.caughtUp = caughtUp;
        this.json = json;
    }

    @GetMapping(path = "/v1/privacy-cases/{privacyCaseId}/export", produces = ZIP)
    @Operation(
            operationId = "exportPerson",
            summary = "De kopie voor de persoon, van een toegewezen verzoek om inzage of overdracht",
            description = "Een zip met `gegevens.json` en een leesbare bladzijde. Van inzage alles over de persoon, van"
                    + " overdracht wat die zelf gaf; nooit gegevens van een ander. De kopie wordt nergens bewaard; haar"
                    + " nummer staat in de naam van het bestand, in de kopie zelf en in het logboek.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "De kopie",
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    void export(Scope scope, Identity who, @PathVariable UUID privacyCaseId, HttpServletResponse response) {
        caughtUp.position(VIEWS, gathering.newest());
        Request request = find(scope, privacyCaseId)
                .orElseThrow(() -> new ProblemException(HttpProblem.NOT_FOUND.saying(
                        "Er is geen toegewezen verzoek om inzage of overdracht met dit nummer.",
                        "There is no granted request for access or portability with this id.")));
        UUID exportId = UUID.randomUUID();
        PersonExport export = log.reading(
                who,
                request.kind() == Kind.ACCESS ? Activity.EXPORT_FOR_ACCESS : Activity.EXPORT_FOR_PORTABILITY,
                "/v1/privacy-cases/" + privacyCaseId + "/export#" + exportId,
                () -> gathering.of(scope, request, exportId),
                made -> List.of(new Subject(request.personId(), request.region())));
        copies.tell(exportId, privacyCaseId);
        send(gathering.withLooks(scope, export), response);
    }

    private Optional<Request> find(Scope scope, UUID id) {
        String rows = "select * from query.privacy_case_period where privacy_case_id = :id"
                + " and known_until = 'infinity' and holds_until = 'infinity' and kind in ('ACCESS', 'PORTABILITY')"
                + " and (state in ('GRANTED', 'PARTLY_GRANTED') or export_id is not null) and "
                + scope.condition(Own.NOTHING);
        return views.read(
                scope,
                jdbc -> scope.bind(jdbc.sql(rows))
                        .param("id", id)
                        .query((row, n) -> new Request(
                                id,
                                row.getString("region"),
                                Kind.valueOf(row.getString("kind")),
                                row.getString("subject_kind"),
                                row.getObject("subject_id", UUID.class),
                                row.getObject("person_id", UUID.class),
                                List.of((String[]) row.getArray("withheld").getArray())))
                        .optional());
    }

    private void send(PersonExport export, HttpServletResponse response) {
        String name = export.kind().fileName();
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "-" + export.exportId() + ".zip")
                        .build()
                        .toString());
        try {
            var zip = new ZipOutputStream(response.getOutputStream());
            put(zip, name + ".html", ExportPage.of(export).getBytes(StandardCharsets.UTF_8));
            put(zip, "gegevens.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(gathering.json(export)));
            zip.finish();
            response.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
