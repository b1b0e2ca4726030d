package nl.leerspoor.query.privacy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.privacy.PrivacyState.Phase;
import nl.leerspoor.query.privacy.Recipients.Recipient;
import nl.leerspoor.query.projection.EventLog;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Filter;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.ListOf;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Listing;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import nl.leerspoor.query.question.Sort;
import nl.leerspoor.query.question.TwoClocks;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Requests of people about their own data over HTTP. */
@RestController
@Tag(name = "privacy-cases")
class PrivacyCasesApi {

    private static final List<String> VIEWS = List.of(Views.PRIVACY_CASES, Views.CANDIDATE_DETAILS);

    /** The parameters of one case, as they come. */
    record Asked(
            @Parameter(description = Described.VALID_ON, example = "2020-11-01", schema = @Schema(format = "date"))
            String validOn,

            @Parameter(description = Described.KNOWN_ON, example = "2020-11-01")
            String knownOn,

            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition) {}

    /** One step in a case. */
    @Schema(name = "PrivacyCaseStep")
    record Step(
            UUID eventId,
            @Schema(example = "privacy.PrivacyCaseGranted") String event,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Schema(example = "testprivacy") String recordedBy) {

        private static Step of(EventLog.Entry entry) {
            return new Step(
                    entry.id(),
                    entry.name(),
                    LocalDate.parse(entry.payload().path("effectiveOn").asString()),
                    entry.recordedAt(),
                    entry.metadata().path("recordedBy").asString());
        }
    }

    /** One case, with what was done in it. */
    @Schema(name = "PrivacyCaseOnADay")
    record Answer(
            @JsonUnwrapped PrivacyCaseView privacyCase,

            @Schema(description = "Wat er tot de kennisdatum in het verzoek is vastgelegd, en door wie")
            List<Step> steps,

            @Schema(
                    description =
                            "Wie gegevens van de kandidaat heeft gekregen, in welke regio ook: die moeten horen wat"
                                    + " verbeterd of gewist is. Afnemers van gebeurtenissen krijgen dat vanzelf")
            List<Recipient> hadData,

            LocalDate validOn,
            @Schema(nullable = true) String knownOn,
            @Schema(description = Described.POSITION) long position) {}

    private static final ListQuestion<PrivacyCaseView> QUESTION = new ListQuestion<>(
            "privacy-cases",
            VIEWS,
            PrivacyCaseView.SOURCE,
            "privacy_case_id",
            List.of(
                    Filter.id("id", "Dit verzoek", "privacy_case_id = :id"),
                    Filter.id(
                            "candidate",
                            "Over deze kandidaat",
                            "(subject_kind = 'CANDIDATE' and subject_id = :candidate)"),
                    Filter.someOf(
                            "subjectKind",
                            "Wat de persoon hier is",
                            List.of("CANDIDATE", "SUPERVISOR", "CONTACT_PERSON"),
                            "subject_kind = any(:subjectKind)"),
                    Filter.id("person", "Over deze persoon", "person_id = :person"),
                    Filter.someOf(
                            "kind",
                            "Soort",
                            List.of("ERASURE", "ACCESS", "RECTIFICATION", "OBJECTION", "PORTABILITY"),
                            "kind = any(:kind)"),
                    Filter.someOf("state", "Stand op de peildatum", Phase.values(), "phase = any(:state)"),
                    Filter.day("dueBy", "Uiterlijk die dag te antwoorden", "due_on <= :dueBy"),
                    Filter.yesOrNo(
                            "overdue",
                            "Of de laatste dag voorbij is en er nog iets te doen is",
                            "coalesce(days_left < 0, false) = :overdue"),
                    Filter.yesOrNo("toInform", "Of ontvangers nog iets moeten horen", "to_inform = :toInform")),
            List.of(
                    Sort.day("dueOn", "due_on"),
                    Sort.day("receivedOn", "received_on"),
                    Sort.text("state", "phase"),
                    Sort.text("kind", "kind")),
            PrivacyCaseView.class,
            PrivacyCaseView::of);

    private final Listing<PrivacyCaseView> list;
    private final ScopedViews views;
    private final EventLog log;
    private final Recipients recipients;
    private final CaughtUp caughtUp;
    private final Clock clock;

    PrivacyCasesApi(
            Lists lists, ScopedViews views, EventLog log, Recipients recipients, CaughtUp caughtUp, Clock clock) {
        this.list = lists.declare(QUESTION);
        this.views = views;
        this.log = log;
        this.recipients = recipients;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    @ListMapping("/v1/privacy-cases")
    @Operation(
            operationId = "listPrivacyCases",
            summary = "Verzoeken over eigen gegevens, op volgorde van uiterste datum")
    ResponseEntity<ListOf<PrivacyCaseView>> list(
            Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }

    @GetMapping("/v1/privacy-cases/{privacyCaseId}")
    @Operation(
            operationId = "getPrivacyCase",
            summary = "Een verzoek over eigen gegevens, met de termijn en wat er is gedaan")
    ResponseEntity<Answer> one(
            Scope scope, @PathVariable UUID privacyCaseId, @ParameterObject Asked asked, ServletWebRequest request) {
        var reading = new Reading();
        TwoClocks clocks = reading.twoClocks(asked.validOn(), asked.knownOn(), clock);
        long minPosition = reading.minPosition(asked.minPosition());
        reading.check();
        long position = caughtUp.position(VIEWS, minPosition);
        return Revalidation.answer(
                request,
                Revalidation.weakTag(position, caughtUp.versions(VIEWS), scope, privacyCaseId, clocks),
                HttpHeaders.EMPTY,
                () -> {
                    PrivacyCaseView told = find(scope, privacyCaseId, clocks).orElseThrow(PrivacyCasesApi::notFound);
                    return new Answer(
                            told,
                            steps(privacyCaseId, clocks),
                            hadData(scope, told),
                            clocks.validOn(),
                            clocks.knownOn(),
                            position);
                });
    }

    private List<Recipient> hadData(Scope scope, PrivacyCaseView about) {
        return about.subjectKind().equals("CANDIDATE")
                ? recipients.of(scope, log.candidatesOf(about.personId()))
                : List.of();
    }

    private List<Step> steps(UUID privacyCaseId, TwoClocks clocks) {
        return log.ofStream(privacyCaseId).stream()
                .filter(entry -> clocks.known()
                        .map(known -> !entry.recordedAt().isAfter(known.at()))
                        .orElse(true))
                .map(Step::of)
                .toList();
    }

    private static ProblemException notFound() {
        return new ProblemException(HttpProblem.NOT_FOUND.saying(
                "Dit verzoek is er niet op deze datums.", "There is no such request on these dates."));
    }

    private Optional<PrivacyCaseView> find(Scope scope, UUID id, TwoClocks clocks) {
        String rows = "select * from (" + ListQuestion.on(clocks, PrivacyCaseView.SOURCE)
                + ") one where privacy_case_id = :id and " + scope.condition(Own.NOTHING);
        return views.read(
                scope,
                jdbc -> scope.bind(clocks.bind(jdbc.sql(rows)))
                        .param("id", id)
                        .query((row, n) -> PrivacyCaseView.of(new Columns(row), clocks))
                        .optional());
    }
}
