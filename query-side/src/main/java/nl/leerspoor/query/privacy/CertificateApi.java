package nl.leerspoor.query.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.privacy.Sweep.Check;
import nl.leerspoor.query.projection.EventLog;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The certificate of an erasure over HTTP: that it was done, by whom and why, and that nothing is left. */
@RestController
@Tag(name = "privacy-cases")
class CertificateApi {

    private static final String ERASED = ".PersonalDataErased";

    /** What was done, without anything that tells who it was about. */
    @Schema(name = "ErasureCertificate", description = "Bewijs dat een persoon gewist is, zonder persoonsgegevens")
    record Certificate(
            UUID privacyCaseId,
            @Schema(example = "AM05") String region,
            UUID personId,

            @Schema(description = "CANDIDATE, SUPERVISOR of CONTACT_PERSON", example = "CANDIDATE")
            String subjectKind,

            @Schema(
                    description = "Waar stond wie het was: de kandidaten die deze persoon is, in alle regio's, de"
                            + " praktijkbegeleider, of de leerbedrijven van de contactpersoon")
            List<UUID> subjects,

            LocalDate receivedOn,
            LocalDate erasedOn,
            Instant recordedAt,
            String recordedBy,
            @Schema(example = "ALL") String scope,
            @Schema(example = "AVG_17_1_A") String legalBasis,

            @Schema(
                    description =
                            "De gebeurtenissen die het vertellen, bij elk van die een; te bewijzen met `/proof/inclusion`")
            List<UUID> events,

            @Schema(description = "Wat er nu is nagekeken") List<Check> checks,

            @Schema(description = "Of nergens iets gevonden is")
            boolean nothingLeft) {}

    private record Case(String region, String subjectKind, UUID subjectId, UUID personId, LocalDate receivedOn) {}

    private final ScopedViews views;
    private final EventLog log;
    private final Sweep sweep;

    CertificateApi(ScopedViews views, EventLog log, Sweep sweep) {
        this.views = views;
        this.log = log;
        this.sweep = sweep;
    }

    @GetMapping("/v1/privacy-cases/{privacyCaseId}/certificate")
    @Operation(
            operationId = "getErasureCertificate",
            summary = "Het bewijs dat een persoon gewist is, en wat er nu nog van te vinden is: niets")
    Certificate certificate(Scope scope, @PathVariable UUID privacyCaseId) {
        Case about = find(scope, privacyCaseId)
                .orElseThrow(() -> notFound("Dit verzoek is er niet.", "There is no such request."));
        List<UUID> subjects = subjects(about);
        boolean candidate = about.subjectKind().equals("CANDIDATE");
        String person = about.personId().toString();
        List<EventLog.Entry> told = subjects.stream()
                .flatMap(stream -> log.ofStream(stream).stream())
                .filter(entry -> entry.name().endsWith(ERASED))
                .filter(entry ->
                        candidate || entry.payload().path("personId").asString().equals(person))
                .toList();
        EventLog.Entry first = told.stream()
                .findFirst()
                .orElseThrow(
                        () -> notFound("Dit verzoek is nog niet uitgevoerd.", "This request was not carried out yet."));
        List<Check> checks = sweep.of(about.personId(), subjects, candidate);
        return new Certificate(
                privacyCaseId,
                about.region(),
                about.personId(),
                about.subjectKind(),
                subjects,
                about.receivedOn(),
                LocalDate.parse(first.payload().path("effectiveOn").asString()),
                first.recordedAt(),
                first.metadata().path("recordedBy").asString(),
                first.payload().path("scope").asString(),
                first.payload().path("legalBasis").asString(),
                told.stream().map(EventLog.Entry::id).toList(),
                checks,
                checks.stream().allMatch(check -> check.left() == 0));
    }

    private Optional<Case> find(Scope scope, UUID id) {
        String rows = "select region, subject_kind, subject_id, person_id, received_on from query.privacy_case_period"
                + " where privacy_case_id = :id and known_until = 'infinity' and " + scope.condition(Own.NOTHING)
                + " limit 1";
        return views.read(
                scope,
                jdbc -> scope.bind(jdbc.sql(rows))
                        .param("id", id)
                        .query((row, n) -> new Case(
                                row.getString("region"),
                                row.getString("subject_kind"),
                                row.getObject("subject_id", UUID.class),
                                row.getObject("person_id", UUID.class),
                                row.getObject("received_on", LocalDate.class)))
                        .optional());
    }

    /** In all regions: a person is erased everywhere. */
    private List<UUID> subjects(Case about) {
        return switch (about.subjectKind()) {
            case "CANDIDATE" -> log.candidatesOf(about.personId());
            case "CONTACT_PERSON" -> log.spokenFor(about.personId());
            default -> List.of(about.subjectId());
        };
    }

    private static ProblemException notFound(String dutch, String english) {
        return new ProblemException(HttpProblem.NOT_FOUND.saying(dutch, english));
    }
}
