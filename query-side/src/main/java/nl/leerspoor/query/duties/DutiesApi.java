package nl.leerspoor.query.duties;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.query.duties.DutyState.Stand;
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

/** Duties over HTTP: what somebody has to do, by when, and because of what. */
@RestController
@Tag(name = "duties")
class DutiesApi {

    /** What the administration does by itself when the day of a duty comes while it stands open. */
    enum Next {
        REMINDER,
        ESCALATION
    }

    private static final String ESCALATED_KIND = "REPLACEMENT_PLACE";

    /** What is told of a duty. */
    @Schema(name = "Duty", description = "Een taak op een peildatum")
    record Duty(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(example = "MISSING_SIGNATURE") String kind,

            @Schema(description = "Wie het te doen heeft", example = "WERKCOACH")
            String forRole,

            @Schema(example = "OPEN") Stand state,
            LocalDate raisedOn,

            @Schema(description = "De dag waarop of voor welke het gedaan moet zijn")
            LocalDate dueOn,

            @Schema(description = "Open, en de dag is voorbij op de peildatum")
            boolean overdue,

            @Schema(description = "De dag was al voorbij toen de oorzaak werd ingevoerd; er is niemand aan herinnerd")
            boolean missed,

            @Schema(description = "Gebeurtenis waardoor zij ontstond")
            UUID causeEventId,

            @Schema(example = "trajectory.CandidateMatched") String cause,
            @Schema(nullable = true) UUID trajectoryId,

            @Schema(description = "Aanduiding van het traject", example = "K009", nullable = true)
            String trajectory,

            @Schema(nullable = true) String werkcoachId,
            @Schema(nullable = true) UUID candidateId,
            @Schema(nullable = true) UUID leerbedrijfId,
            @Schema(nullable = true) UUID supervisorId,
            @Schema(nullable = true) UUID trainingId,
            @Schema(nullable = true) UUID praktijkovereenkomstId,
            @Schema(nullable = true) String crebo,

            @Schema(description = "Uitkomstmoment", example = "M6", nullable = true)
            String moment,

            @Schema(description = "Verzoek over eigen gegevens", nullable = true)
            UUID privacyCaseId,

            @Schema(
                    description = "Wat op die dag vanzelf volgt als zij dan nog open staat: een herinnering, of iemand"
                            + " hogerop hoort het. Leeg als er niets meer volgt",
                    example = "REMINDER",
                    nullable = true)
            Next next,

            @Schema(description = "De dag waarop dat volgt, 's ochtends om zeven uur", nullable = true)
            LocalDate nextOn,

            @Schema(nullable = true) LocalDate remindedOn,

            @Schema(description = "Wie het hogerop hoorde", nullable = true)
            String escalatedTo,

            @Schema(nullable = true) LocalDate dischargedOn,
            @Schema(example = "FULFILLED", nullable = true) String dischargeGround,
            @Schema(nullable = true) String dischargeReason) {

        private static Duty of(Columns row, TwoClocks clocks) {
            LocalDate nextOn = row.day("next_on");
            return new Duty(
                    row.id("duty_id"),
                    row.text("region"),
                    row.text("kind"),
                    row.text("for_role"),
                    Stand.valueOf(row.text("state")),
                    row.day("raised_on"),
                    row.day("due_on"),
                    row.yesOrNo("overdue"),
                    row.yesOrNo("missed"),
                    row.id("cause_event_id"),
                    row.text("cause"),
                    row.id("trajectory_id"),
                    row.text("trajectory"),
                    row.text("werkcoach_id"),
                    row.id("candidate_id"),
                    row.id("leerbedrijf_id"),
                    row.id("supervisor_id"),
                    row.id("training_id"),
                    row.id("praktijkovereenkomst_id"),
                    row.text("crebo"),
                    row.text("moment"),
                    row.id("privacy_case_id"),
                    nextOn == null ? null : next(row.text("kind")),
                    nextOn,
                    row.day("reminded_on"),
                    row.text("escalated_to"),
                    row.day("discharged_on"),
                    row.text("discharge_ground"),
                    row.text("discharge_reason"));
        }

        private static Next next(String kind) {
            return kind.equals(ESCALATED_KIND) ? Next.ESCALATION : Next.REMINDER;
        }
    }

    private static final String TRAJECTORY = """
            left join (select t.trajectory_id as of_trajectory, t.reference as trajectory, t.werkcoach_id
                         from query.trajectory_period t where hold(t)) t on t.of_trajectory = page.trajectory_id""";

    private static final ListQuestion<Duty> QUESTION = new ListQuestion<>(
                    "duties",
                    List.of(Views.DUTIES, Views.TRAJECTORIES),
                    """
            select d.*, d.state = 'OPEN' and d.due_on < cast(:validOn as date) as overdue,
                   case when d.state = 'OPEN' and not d.missed and d.reminded_on is null then d.due_on end as next_on
              from query.duty_period d
             where hold(d)""",
                    "select page.*, t.trajectory, t.werkcoach_id from page " + TRAJECTORY,
                    "duty_id",
                    List.of(
                            Filter.id("id", "Deze taak", "duty_id = :id"),
                            Filter.codes("kind", "Soort", CodeList.DUTY_KINDS, "kind = any(:kind)"),
                            Filter.someOf("state", "Stand", Stand.values(), "state = any(:state)"),
                            Filter.text("forRole", "Wie het te doen heeft", "for_role = :forRole"),
                            Filter.text("werkcoach", "Werkcoach van het traject, onder pseudoniem", """
                            trajectory_id in (select t.trajectory_id from query.trajectory_period t
                                               where t.werkcoach_id = :werkcoach and hold(t))"""),
                            Filter.day("dueBy", "Uiterlijk die dag te doen", "due_on <= :dueBy"),
                            Filter.day("nextBy", "Wat uiterlijk die dag vanzelf volgt", "next_on <= :nextBy"),
                            Filter.yesOrNo(
                                    "overdue", "Of de dag voorbij is en zij nog open staat", "overdue = :overdue"),
                            Filter.yesOrNo("missed", "Of de dag al voorbij was bij invoer", "missed = :missed"),
                            Filter.yesOrNo(
                                    "escalated",
                                    "Of iemand hogerop het hoorde",
                                    "(escalated_to is not null) = :escalated"),
                            Filter.id("trajectory", "Traject", "trajectory_id = :trajectory"),
                            Filter.id("leerbedrijf", "Leerbedrijf", "leerbedrijf_id = :leerbedrijf"),
                            Filter.id("supervisor", "Praktijkbegeleider", "supervisor_id = :supervisor"),
                            Filter.id("training", "Training", "training_id = :training"),
                            Filter.id("privacyCase", "Verzoek over eigen gegevens", "privacy_case_id = :privacyCase")),
                    List.of(
                            Sort.day("dueOn", "due_on").always(),
                            Sort.day("raisedOn", "raised_on"),
                            Sort.text("kind", "kind"),
                            Sort.text("trajectory", "trajectory").joining(TRAJECTORY)),
                    Duty.class,
                    Duty::of)
            .with(Own.ofTrajectories());

    private final Listing<Duty> list;

    DutiesApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/duties")
    @Operation(operationId = "listDuties", summary = "Taken: wat iemand te doen staat, op volgorde van de dag")
    ResponseEntity<ListOf<Duty>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
