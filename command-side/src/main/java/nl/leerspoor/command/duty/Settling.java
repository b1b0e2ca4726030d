package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyKind.ERKENNING_TO_CHECK;
import static nl.leerspoor.command.duty.DutyKind.MISSING_SIGNATURE;
import static nl.leerspoor.command.duty.DutyKind.OUTCOME_TO_ASK;
import static nl.leerspoor.command.duty.DutyKind.PRIVACY_CASE_TO_CARRY_OUT;
import static nl.leerspoor.command.duty.DutyKind.PRIVACY_CASE_TO_DECIDE;
import static nl.leerspoor.command.duty.DutyKind.RECIPIENTS_TO_INFORM;
import static nl.leerspoor.command.duty.DutyKind.REPLACEMENT_PLACE;
import static nl.leerspoor.command.duty.DutyKind.START_AT_RISK;
import static nl.leerspoor.command.duty.DutyKind.SUPERVISION_AT_RISK;
import static nl.leerspoor.command.duty.DutyKind.VERKLARING_TO_DRAFT;
import static nl.leerspoor.command.duty.Ground.CAUSE_RETRACTED;
import static nl.leerspoor.command.duty.Ground.FULFILLED;
import static nl.leerspoor.command.duty.Ground.NOT_NEEDED_ANY_MORE;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Retraction;
import nl.leerspoor.events.candidate.CandidateEvent.OutcomeRecorded;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ContactPersonNamed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningLapsed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningRequested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningWithdrawn;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfApproached;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfDeclined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfInterested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfJoined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfLeft;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfReopened;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfResumed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfSuspended;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesOffered;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesWithdrawn;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstAmended;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEndRetracted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEnded;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstRejected;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstSigned;
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
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorAvailableAgain;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorBecameUnavailable;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorCapacityChanged;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorDetailsRecorded;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorExemptedFromTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorMoved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReleased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainedRetracted;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainingExpired;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCancelled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingResumed;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingSuspended;
import nl.leerspoor.events.trajectory.CorrectionEvent;
import nl.leerspoor.events.trajectory.EndingEvent;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryTransferredOut;
import nl.leerspoor.events.trajectory.HoldEvent;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.IntakeEvent;
import nl.leerspoor.events.trajectory.IntakeEvent.CandidateReferred;
import nl.leerspoor.events.trajectory.LearningEvent;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmationRetracted;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateUnmatched;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;

/**
 * Which open duties an event settles: because it is what they asked for, or because it takes the need away. What makes a
 * place good again settles only the duties that nothing else asks for.
 */
final class Settling {

    private static final List<DutyKind> OF_A_PLACE = List.of(REPLACEMENT_PLACE, START_AT_RISK, SUPERVISION_AT_RISK);
    private static final List<DutyKind> SIGNATURES = List.of(MISSING_SIGNATURE);

    /**
     * Duties that an event settles.
     *
     * @param subject whose duties of that kind
     * @param which   which of them
     */
    record Settlement(DutyKind kind, UUID subject, Ground ground, Predicate<DutyRaised> which) {

        private Settlement(DutyKind kind, UUID subject, Ground ground) {
            this(kind, subject, ground, duty -> true);
        }

        /** The same for fewer. */
        Settlement only(Predicate<DutyRaised> those) {
            return new Settlement(kind, subject, ground, which.and(those));
        }
    }

    private Settling() {}

    static List<Settlement> of(Event event, Whereabouts around) {
        Predicate<DutyRaised> idle = duty -> !Needs.stands(duty, around);
        return switch (event) {
            case TrajectoryEvent e ->
                Stream.concat(retracted(e), trajectory(e, idle)).toList();
            case PraktijkovereenkomstEvent e -> praktijkovereenkomst(e).toList();
            case SupervisorEvent e -> supervisor(e, idle).toList();
            case LeerbedrijfEvent e -> leerbedrijf(e, idle).toList();
            case SupervisorTrainingResumed e ->
                List.of(new Settlement(
                        START_AT_RISK,
                        e.trainingId(),
                        NOT_NEEDED_ANY_MORE,
                        duty -> !duty.dueOn().isBefore(e.newEnd())));
            case SupervisorTrainingCancelled e ->
                List.of(new Settlement(
                        START_AT_RISK,
                        e.trainingId(),
                        NOT_NEEDED_ANY_MORE,
                        raisedBy(SupervisorTrainingSuspended.class)));
            case OutcomeRecorded e ->
                List.of(new Settlement(
                        OUTCOME_TO_ASK,
                        e.trajectoryId(),
                        FULFILLED,
                        duty -> e.moment().equals(duty.moment())));
            case VerklaringDrafted e -> List.of(new Settlement(VERKLARING_TO_DRAFT, e.trajectoryId(), FULFILLED));
            case PrivacyEvent e -> ofTheCase(e);
            default -> List.of();
        };
    }

    private static List<Settlement> ofTheCase(PrivacyEvent event) {
        UUID id = event.privacyCaseId();
        List<Settlement> carriedOut = List.of(new Settlement(PRIVACY_CASE_TO_CARRY_OUT, id, FULFILLED));
        List<Settlement> decided = List.of(new Settlement(PRIVACY_CASE_TO_DECIDE, id, FULFILLED));
        return switch (event) {
            case Requested e -> List.of();
            case PrivacyCaseExtended e -> List.of(new Settlement(PRIVACY_CASE_TO_DECIDE, id, NOT_NEEDED_ANY_MORE));
            case PrivacyCaseGranted e -> decided;
            case PrivacyCasePartlyGranted e -> decided;
            case PrivacyCaseRefused e -> decided;
            case ErasureCarriedOut e -> carriedOut;
            case ExportHandedOver e -> carriedOut;
            case RectificationCarriedOut e -> carriedOut;
            case ProcessingEnded e -> carriedOut;
            case RecipientsInformed e -> List.of(new Settlement(RECIPIENTS_TO_INFORM, id, FULFILLED));
        };
    }

    /** What the retracted events of a trajectory had raised. */
    private static Stream<Settlement> retracted(TrajectoryEvent event) {
        return event instanceof Retraction retraction
                ? Arrays.stream(DutyKind.values())
                        .map(kind -> new Settlement(
                                kind,
                                event.trajectoryId(),
                                CAUSE_RETRACTED,
                                duty -> retraction.retracts().contains(duty.causeEventId())))
                : Stream.of();
    }

    private static Stream<Settlement> trajectory(TrajectoryEvent event, Predicate<DutyRaised> idle) {
        UUID trajectory = event.trajectoryId();
        return switch (event) {
            case CandidateOnHold e ->
                Stream.concat(all(OF_A_PLACE, trajectory, FULFILLED), all(SIGNATURES, trajectory, NOT_NEEDED_ANY_MORE));
            case PlanningEvent e -> all(List.of(START_AT_RISK), trajectory, FULFILLED);
            case CandidateMatched e -> all(List.of(START_AT_RISK), trajectory, FULFILLED);
            case TrajectoryStarted e -> all(List.of(START_AT_RISK), trajectory, NOT_NEEDED_ANY_MORE);
            case PlaceReplaced e ->
                Stream.concat(all(OF_A_PLACE, trajectory, FULFILLED), all(SIGNATURES, trajectory, NOT_NEEDED_ANY_MORE));
            case WerkprocesConfirmationRetracted e -> each(List.of(VERKLARING_TO_DRAFT), trajectory, idle);
            case CandidateUnmatched e -> placeGone(trajectory);
            case CandidateReferred e -> placeGone(trajectory);
            case TrajectoryCompleted e -> placeGone(trajectory);
            case TrajectoryStopped e -> placeGone(trajectory);
            case TrajectoryTransferredOut e -> placeGone(trajectory);
            case IntakeEvent e -> Stream.of();
            case TrajectoryContracted e -> Stream.of();
            case HoldEvent e -> Stream.of();
            case LearningEvent e -> Stream.of();
            case EndingEvent e -> Stream.of();
            case CorrectionEvent e -> Stream.of();
        };
    }

    /** Nothing is left to be arranged for a place. */
    private static Stream<Settlement> placeGone(UUID trajectory) {
        return Stream.concat(
                all(OF_A_PLACE, trajectory, NOT_NEEDED_ANY_MORE), all(SIGNATURES, trajectory, NOT_NEEDED_ANY_MORE));
    }

    private static Stream<Settlement> praktijkovereenkomst(PraktijkovereenkomstEvent event) {
        return switch (event) {
            case PraktijkovereenkomstActivated e -> all(SIGNATURES, e.trajectoryId(), FULFILLED);
            case PraktijkovereenkomstRejected e -> all(SIGNATURES, e.trajectoryId(), NOT_NEEDED_ANY_MORE);
            case PraktijkovereenkomstDissolved e -> all(SIGNATURES, e.trajectoryId(), NOT_NEEDED_ANY_MORE);
            case PraktijkovereenkomstEnded e -> all(SIGNATURES, e.trajectoryId(), NOT_NEEDED_ANY_MORE);
            case PraktijkovereenkomstDrafted e -> Stream.of();
            case PraktijkovereenkomstSigned e -> Stream.of();
            case PraktijkovereenkomstAmended e -> Stream.of();
            case PraktijkovereenkomstEndRetracted e -> Stream.of();
        };
    }

    private static Stream<Settlement> supervisor(SupervisorEvent event, Predicate<DutyRaised> idle) {
        return switch (event) {
            case SupervisorAvailableAgain e -> each(OF_A_PLACE, e.supervisorId(), idle);
            case SupervisorTrained e -> each(OF_A_PLACE, e.supervisorId(), idle.or(duty -> duty.trainingId() != null));
            case SupervisorExemptedFromTraining e ->
                each(OF_A_PLACE, e.supervisorId(), idle.or(duty -> duty.trainingId() != null));
            case SupervisorRegistered e -> Stream.of();
            case SupervisorEnrolledInTraining e -> Stream.of();
            case SupervisorReserved e -> Stream.of();
            case SupervisorReleased e -> Stream.of();
            case SupervisorBecameUnavailable e -> Stream.of();
            case SupervisorMoved e -> Stream.of();
            case SupervisorCapacityChanged e -> Stream.of();
            case SupervisorTrainingExpired e -> Stream.of();
            case SupervisorTrainedRetracted e -> Stream.of();
            case SupervisorDetailsRecorded e -> Stream.of();
            case SupervisorEvent.PersonalDataErased e -> Stream.of();
        };
    }

    private static Stream<Settlement> leerbedrijf(LeerbedrijfEvent event, Predicate<DutyRaised> idle) {
        UUID leerbedrijf = event.leerbedrijfId();
        return switch (event) {
            case LeerbedrijfResumed e -> each(List.of(REPLACEMENT_PLACE), leerbedrijf, idle);
            case ErkenningConfirmed e ->
                Stream.concat(
                        Stream.of(new Settlement(ERKENNING_TO_CHECK, leerbedrijf, FULFILLED, of(e.crebo()))),
                        each(List.of(REPLACEMENT_PLACE), leerbedrijf, idle));
            case ErkenningWithdrawn e -> each(List.of(ERKENNING_TO_CHECK), leerbedrijf, of(e.crebo()));
            case ErkenningLapsed e -> each(List.of(ERKENNING_TO_CHECK), leerbedrijf, of(e.crebo()));
            case LeerbedrijfLeft e -> all(List.of(ERKENNING_TO_CHECK), leerbedrijf, NOT_NEEDED_ANY_MORE);
            case LeerbedrijfApproached e -> Stream.of();
            case LeerbedrijfInterested e -> Stream.of();
            case LeerbedrijfDeclined e -> Stream.of();
            case LeerbedrijfReopened e -> Stream.of();
            case LeerbedrijfJoined e -> Stream.of();
            case LeerbedrijfSuspended e -> Stream.of();
            case ErkenningRequested e -> Stream.of();
            case PlacesOffered e -> Stream.of();
            case PlacesWithdrawn e -> Stream.of();
            case ContactPersonNamed e -> Stream.of();
            case LeerbedrijfEvent.PersonalDataErased e -> Stream.of();
        };
    }

    private static Stream<Settlement> all(List<DutyKind> kinds, UUID subject, Ground ground) {
        return kinds.stream().map(kind -> new Settlement(kind, subject, ground));
    }

    private static Stream<Settlement> each(List<DutyKind> kinds, UUID subject, Predicate<DutyRaised> which) {
        return kinds.stream().map(kind -> new Settlement(kind, subject, NOT_NEEDED_ANY_MORE, which));
    }

    private static Predicate<DutyRaised> raisedBy(Class<? extends Event> cause) {
        return duty -> duty.cause().equals(Catalogue.nameOf(cause));
    }

    private static Predicate<DutyRaised> of(String crebo) {
        return duty -> crebo.equals(duty.crebo());
    }
}
