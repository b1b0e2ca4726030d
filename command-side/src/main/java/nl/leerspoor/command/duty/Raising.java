package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyKind.ERKENNING_TO_CHECK;
import static nl.leerspoor.command.duty.DutyKind.MISSING_SIGNATURE;
import static nl.leerspoor.command.duty.DutyKind.OUTCOME_TO_ASK;
import static nl.leerspoor.command.duty.DutyKind.VERKLARING_TO_DRAFT;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstAmended;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryTransferredOut;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDraftWithdrawn;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRefused;

/** Which duties an event raises. Those of a place are the work of {@link PlaceInDoubt}. */
final class Raising {

    static final int WORKING_DAYS_TO_SIGN = 10;
    private static final int WEEKS_TO_DRAFT = 4;
    static final int YEARS_BETWEEN_ASSESSMENTS = 4;

    private Raising() {}

    /** The duties that somebody has from now on; those whose day had passed by then are marked as missed. */
    static List<DutyRaised> of(Cause cause, Whereabouts around) {
        return switch (cause.event()) {
            case PraktijkovereenkomstDrafted e ->
                signatures(
                        Subject.place(e.trajectoryId(), e.candidateId(), e.leerbedrijfId(), e.supervisorId(), e.crebo())
                                .under(e.praktijkovereenkomstId()),
                        cause,
                        around);
            case PraktijkovereenkomstAmended e ->
                signatures(
                        Subject.trajectory(e.trajectoryId(), e.candidateId()).under(e.praktijkovereenkomstId()),
                        cause,
                        around);
            case TrajectoryCompleted e ->
                Stream.concat(outcomes(e, cause), papers(e, cause, around)).toList();
            case TrajectoryStopped e ->
                Stream.concat(outcomes(e, cause), papers(e, cause, around)).toList();
            case TrajectoryTransferredOut e -> papers(e, cause, around).toList();
            case WerkprocesConfirmed e -> papers(e, cause, around).toList();
            case VerklaringDraftWithdrawn e ->
                papers(Subject.trajectory(e.trajectoryId(), e.candidateId()), cause, around)
                        .toList();
            case VerklaringRefused e ->
                papers(Subject.trajectory(e.trajectoryId(), e.candidateId()), cause, around)
                        .toList();
            case ErkenningConfirmed e ->
                List.of(Subject.erkenning(e.leerbedrijfId(), e.crebo())
                        .raise(ERKENNING_TO_CHECK, e.lastAssessedOn().plusYears(YEARS_BETWEEN_ASSESSMENTS), cause));
            default -> PlaceInDoubt.of(cause, around);
        };
    }

    /** One at a time: the draft that follows a match asks for the same signatures as the match. */
    private static List<DutyRaised> signatures(Subject subject, Cause cause, Whereabouts around) {
        UUID trajectory = subject.trajectoryId();
        return around.isOpen(MISSING_SIGNATURE, trajectory)
                        || Needs.moving(around.trajectory(trajectory)).isEmpty()
                ? List.of()
                : List.of(subject.raise(
                        MISSING_SIGNATURE, WorkingDays.after(cause.effectiveOn(), WORKING_DAYS_TO_SIGN), cause));
    }

    /** A transfer is not the end of a person's route: the other region asks when it ends there. */
    private static Stream<DutyRaised> outcomes(TrajectoryEvent end, Cause cause) {
        Subject subject = Subject.trajectory(end.trajectoryId(), end.candidateId());
        return Stream.of(3, 6, 12)
                .map(months -> subject.raise(
                        OUTCOME_TO_ASK, "M" + months, end.effectiveOn().plusMonths(months), cause));
    }

    private static Stream<DutyRaised> papers(TrajectoryEvent event, Cause cause, Whereabouts around) {
        return papers(Subject.trajectory(event.trajectoryId(), event.candidateId()), cause, around);
    }

    /** For what was proven by the end, also when it was entered after it or when a draft came to nothing. */
    private static Stream<DutyRaised> papers(Subject subject, Cause cause, Whereabouts around) {
        return Needs.papers(subject.trajectoryId(), around)
                        && !around.isOpen(VERKLARING_TO_DRAFT, subject.trajectoryId())
                ? Stream.of(
                        subject.raise(VERKLARING_TO_DRAFT, cause.effectiveOn().plusWeeks(WEEKS_TO_DRAFT), cause))
                : Stream.of();
    }
}
