package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyKind.ERKENNING_TO_CHECK;
import static nl.leerspoor.command.duty.DutyKind.MISSING_SIGNATURE;
import static nl.leerspoor.command.duty.DutyKind.OUTCOME_TO_ASK;
import static nl.leerspoor.command.duty.DutyKind.PRIVACY_CASE_TO_CARRY_OUT;
import static nl.leerspoor.command.duty.DutyKind.PRIVACY_CASE_TO_DECIDE;
import static nl.leerspoor.command.duty.DutyKind.RECIPIENTS_TO_INFORM;
import static nl.leerspoor.command.duty.DutyKind.VERKLARING_TO_DRAFT;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.command.privacy.PrivacyCase;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstAmended;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureCarriedOut;
import nl.leerspoor.events.privacy.PrivacyEvent.ExportHandedOver;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseExtended;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCasePartlyGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseRefused;
import nl.leerspoor.events.privacy.PrivacyEvent.ProcessingEnded;
import nl.leerspoor.events.privacy.PrivacyEvent.RecipientsInformed;
import nl.leerspoor.events.privacy.PrivacyEvent.RectificationCarriedOut;
import nl.leerspoor.events.privacy.PrivacyEvent.Requested;
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
    private static final int WORKING_DAYS_TO_INFORM = 10;
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
            case PrivacyEvent e -> ofTheCase(e, cause, around);
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

    /** To decide and to do what was granted within one term, and to tell of what was put right or erased. */
    private static List<DutyRaised> ofTheCase(PrivacyEvent event, Cause cause, Whereabouts around) {
        Subject subject = Subject.privacyCase(event.privacyCaseId());
        return switch (event) {
            case Requested e -> List.of(subject.raise(PRIVACY_CASE_TO_DECIDE, e.dueOn(), cause));
            case PrivacyCaseExtended e -> List.of(subject.raise(PRIVACY_CASE_TO_DECIDE, e.dueOn(), cause));
            case PrivacyCaseGranted e -> toCarryOut(subject, cause, around);
            case PrivacyCasePartlyGranted e -> toCarryOut(subject, cause, around);
            case RectificationCarriedOut e -> toInform(subject, cause);
            case ErasureCarriedOut e -> toInform(subject, cause);
            case PrivacyCaseRefused e -> List.of();
            case ExportHandedOver e -> List.of();
            case ProcessingEnded e -> List.of();
            case RecipientsInformed e -> List.of();
        };
    }

    private static List<DutyRaised> toInform(Subject subject, Cause cause) {
        return List.of(subject.raise(
                RECIPIENTS_TO_INFORM, WorkingDays.after(cause.effectiveOn(), WORKING_DAYS_TO_INFORM), cause));
    }

    private static List<DutyRaised> toCarryOut(Subject subject, Cause cause, Whereabouts around) {
        return around.privacyCase(subject.privacyCaseId()) instanceof PrivacyCase.Granted granted
                ? List.of(subject.raise(PRIVACY_CASE_TO_CARRY_OUT, granted.dueOn(), cause))
                : List.of();
    }
}
