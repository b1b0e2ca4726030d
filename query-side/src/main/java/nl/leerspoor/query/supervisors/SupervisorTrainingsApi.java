package nl.leerspoor.query.supervisors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Filter;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.ListOf;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Listing;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.Sort;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Trainings of supervisors over HTTP: who takes part, and whose start waits for them. */
@RestController
@Tag(name = "supervisor-trainings")
class SupervisorTrainingsApi {

    /** A supervisor who takes part. */
    @Schema(name = "TrainingParticipant")
    record Participant(
            UUID supervisorId, @Schema(nullable = true) String reference, UUID leerbedrijfId) {}

    /** A candidate who waits for a place at the leerbedrijf of a participant. */
    @Schema(name = "TrainingHoldsUp", description = "Wacht op een plaats bij het leerbedrijf van een deelnemer")
    record HeldUp(
            UUID trajectoryId,
            @Schema(nullable = true) String reference,
            UUID leerbedrijfId,
            LocalDate waitingSince,
            @Schema(nullable = true) LocalDate plannedStart) {}

    /** What is told of a training. */
    @Schema(name = "SupervisorTraining", description = "Een training van praktijkbegeleiders op een peildatum")
    record Training(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(example = "BO-4", nullable = true) String reference,
            String kind,

            @Schema(description = "Leeg als zij voor alle sectoren is", nullable = true)
            String sector,

            @Schema(
                    description = "SCHEDULED, RUNNING, SUSPENDED, COMPLETED of CANCELLED, op de peildatum",
                    example = "SUSPENDED")
            String state,

            LocalDate startsOn,
            LocalDate endsOn,
            int places,
            @Schema(nullable = true) LocalDate suspendedSince,
            @Schema(example = "CORONA", nullable = true) String suspendedCause,
            @Schema(nullable = true) LocalDate expectedResumeOn,

            @Schema(description = "Dagen van alle onderbrekingen, tot de peildatum")
            int daysSuspended,

            List<Participant> participants,
            List<HeldUp> holdsUp) {

        private static Training of(Columns row, TwoClocks clocks) {
            return new Training(
                    row.id("training_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.text("training_kind"),
                    row.text("sector"),
                    row.text("phase"),
                    row.day("starts_on"),
                    row.day("ends_on"),
                    row.number("places"),
                    row.day("suspended_since"),
                    row.text("suspended_cause"),
                    row.day("expected_resume_on"),
                    row.number("days_still"),
                    row.parts("participants", Participant.class),
                    row.parts("holds_up", HeldUp.class));
        }
    }

    private static final String TAKING_PART = """
            left join lateral (
                  select jsonb_agg(jsonb_build_object('supervisorId', s.supervisor_id, 'reference', s.reference,
                                                      'leerbedrijfId', s.leerbedrijf_id)
                                   order by s.reference, s.supervisor_id) as participants
                    from query.supervisor_period s
                   where s.training_id = page.training_id and hold(s) and own(s.leerbedrijf_id)) taking_part on true""";

    private static final String WAITING = """
            left join lateral (
                  select jsonb_agg(jsonb_build_object('trajectoryId', w.trajectory_id, 'reference', w.reference,
                                                      'leerbedrijfId', w.waiting_leerbedrijf_id,
                                                      'waitingSince', w.waiting_since,
                                                      'plannedStart', w.planned_start)
                                   order by w.waiting_since, w.waiting_entered_at, w.trajectory_id) as holds_up
                    from query.trajectory_period w
                   where page.state in ('SCHEDULED', 'SUSPENDED') and w.waiting_since is not null and hold(w)
                     and own(w.waiting_leerbedrijf_id)
                     and w.waiting_leerbedrijf_id = any(array(
                         select s.leerbedrijf_id from query.supervisor_period s
                          where s.training_id = page.training_id and s.state = 'IN_TRAINING' and hold(s)))
                 ) waiting on true""";

    private static final ListQuestion<Training> QUESTION = new ListQuestion<>(
                    "supervisor-trainings",
                    List.of(Views.TRAININGS, Views.SUPERVISORS, Views.TRAJECTORIES),
                    """
            select t.*, case when t.state = 'SCHEDULED' and t.starts_on <= cast(:validOn as date) then 'RUNNING'
                             else t.state end as phase,
                   t.days_suspended + coalesce(cast(:validOn as date) - t.suspended_since, 0) as days_still
              from query.training_period t
             where hold(t)""",
                    "select page.*, taking_part.participants, waiting.holds_up from page " + TAKING_PART + " "
                            + WAITING,
                    "training_id",
                    List.of(
                            Filter.id("id", "Deze training", "training_id = :id"),
                            Filter.someOf(
                                    "state",
                                    "Stand op de peildatum",
                                    List.of("SCHEDULED", "RUNNING", "SUSPENDED", "COMPLETED", "CANCELLED"),
                                    "phase = any(:state)"),
                            Filter.codes("sector", "Sector", CodeList.SECTORS, "sector = any(:sector)"),
                            Filter.codes(
                                    "suspendedCause",
                                    "Oorzaak van de onderbreking",
                                    CodeList.CAUSES,
                                    "suspended_cause = any(:suspendedCause)"),
                            Filter.id(
                                            "leerbedrijf",
                                            "Met een praktijkbegeleider van dit leerbedrijf",
                                            "participants @> jsonb_build_array(jsonb_build_object('leerbedrijfId', :leerbedrijf))")
                                    .joining(TAKING_PART),
                            Filter.yesOrNo("holdsUp", "Of er een start op wacht", "(holds_up is not null) = :holdsUp")
                                    .joining(WAITING),
                            Filter.search("q", "Een deel van de aanduiding", "reference ilike :q")),
                    List.of(
                            Sort.day("startsOn", "starts_on"),
                            Sort.text("reference", "reference"),
                            Sort.text("state", "phase"),
                            Sort.day("suspendedSince", "suspended_since")),
                    Training.class,
                    Training::of)
            .with(new Own("""
                    training_id in (select s.training_id from query.supervisor_period s
                                     where cast(s.leerbedrijf_id as text) = :scopeOrganisation and hold(s))""", null));

    private final Listing<Training> list;

    SupervisorTrainingsApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/supervisor-trainings")
    @Operation(
            operationId = "listSupervisorTrainings",
            summary = "Trainingen van praktijkbegeleiders, met wie er op wachten")
    ResponseEntity<ListOf<Training>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
