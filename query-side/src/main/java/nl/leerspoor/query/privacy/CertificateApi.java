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

    private static final String ERASED = "candidate.PersonalDataErased";

    /** What was done, without anything that tells who it was about. */
    @Schema(name = "ErasureCertificate", description = "Bewijs dat een persoon gewist is, zonder persoonsgegevens")
    record Certificate(
            UUID privacyCaseId,
            @Schema(example = "AM05") String region,
            UUID personId,

            @Schema(description = "De kandidaten die deze persoon is, in alle regio's")
            List<UUID> candidates,

            LocalDate receivedOn,
            LocalDate erasedOn,
            Instant recordedAt,
            String recordedBy,
            @Schema(example = "ALL") String scope,
            @Schema(example = "AVG_17_1_A") String legalBasis,

            @Schema(
                    description =
                            "De gebeurtenissen die het vertellen, een per kandidaat; te bewijzen met `/proof/inclusion`")
            List<UUID> events,

            @Schema(description = "Wat er nu is nagekeken") List<Check> checks,

            @Schema(description = "Of nergens iets gevonden is")
            boolean nothingLeft) {}

    private record Case(String region, UUID personId, LocalDate receivedOn) {}

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
        List<UUID> candidates = candidates(scope, about.personId());
        List<EventLog.Entry> told = candidates.stream()
                .flatMap(candidate -> log.ofStream(candidate).stream())
                .filter(entry -> entry.name().equals(ERASED))
                .toList();
        EventLog.Entry first = told.stream()
                .findFirst()
                .orElseThrow(
                        () -> notFound("Dit verzoek is nog niet uitgevoerd.", "This request was not carried out yet."));
        List<Check> checks = sweep.of(about.personId(), candidates);
        return new Certificate(
                privacyCaseId,
                about.region(),
                about.personId(),
                candidates,
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
        String rows = "select region, person_id, received_on from query.privacy_case_period"
                + " where privacy_case_id = :id and known_until = 'infinity' and " + scope.condition(Own.NOTHING)
                + " limit 1";
        return views.read(
                scope,
                jdbc -> scope.bind(jdbc.sql(rows))
                        .param("id", id)
                        .query((row, n) -> new Case(
                                row.getString("region"),
                                row.getObject("person_id", UUID.class),
                                row.getObject("received_on", LocalDate.class)))
                        .optional());
    }

    /** In all regions: a person is erased everywhere. */
    private List<UUID> candidates(Scope scope, UUID person) {
        return views.read(
                scope.beyondRegions(),
                jdbc -> jdbc.sql("select distinct candidate_id"
                                + " from query.candidate_details_period where person_id = :person order by 1")
                        .param("person", person)
                        .query(UUID.class)
                        .list());
    }

    private static ProblemException notFound(String dutch, String english) {
        return new ProblemException(HttpProblem.NOT_FOUND.saying(dutch, english));
    }
}
