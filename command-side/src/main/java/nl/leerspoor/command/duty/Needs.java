package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyKind.MISSING_SIGNATURE;
import static nl.leerspoor.command.duty.DutyKind.REPLACEMENT_PLACE;
import static nl.leerspoor.command.duty.DutyKind.START_AT_RISK;
import static nl.leerspoor.command.duty.DutyKind.SUPERVISION_AT_RISK;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.Erkenning;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.privacy.PrivacyCase;
import nl.leerspoor.command.supervisor.Supervisor;
import nl.leerspoor.command.supervisor.Supervisor.Qualification;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Stage;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;

/**
 * What is needed as things stand, whatever events made them so. What becomes of a candidate is for people to decide; a
 * trajectory on hold needs nothing before it goes on.
 */
final class Needs {

    private Needs() {}

    /** What the place of a trajectory asks for; nothing when it has none, stands on hold or is over. */
    static Set<DutyKind> ofThePlace(Trajectory trajectory, Whereabouts around) {
        Set<DutyKind> needs = EnumSet.noneOf(DutyKind.class);
        moving(trajectory)
                .ifPresent(open -> open.stage().place().ifPresent(match -> {
                    if (isSigned(open.stage()) && isLost(match, around)) {
                        needs.add(REPLACEMENT_PLACE);
                    }
                    if (!isSupervised(match, around)) {
                        needs.add(open.stage() instanceof Stage.InProgress ? SUPERVISION_AT_RISK : START_AT_RISK);
                    }
                    if (isUnsigned(open.stage(), around)) {
                        needs.add(MISSING_SIGNATURE);
                    }
                }));
        return needs;
    }

    /** Whether what a duty asks for is still needed. */
    static boolean stands(DutyRaised duty, Whereabouts around) {
        DutyKind kind = DutyKind.of(duty);
        return switch (kind) {
            case REPLACEMENT_PLACE, SUPERVISION_AT_RISK, MISSING_SIGNATURE ->
                ofThePlace(around.trajectory(duty.trajectoryId()), around).contains(kind);
            case START_AT_RISK ->
                duty.trainingId() == null
                        ? ofThePlace(around.trajectory(duty.trajectoryId()), around)
                                .contains(kind)
                        : moving(around.trajectory(duty.trajectoryId()))
                                .filter(open -> isWaitingFor(duty.leerbedrijfId(), open.stage()))
                                .isPresent();
            case OUTCOME_TO_ASK ->
                around.trajectory(duty.trajectoryId()) instanceof Trajectory.Ended
                        && !around.isOutcomeKnown(duty.candidateId(), duty.trajectoryId(), duty.moment());
            case VERKLARING_TO_DRAFT -> papers(duty.trajectoryId(), around);
            case ERKENNING_TO_CHECK ->
                around.leerbedrijf(duty.leerbedrijfId()) instanceof Leerbedrijf.Known company
                        && company.stage() != Leerbedrijf.Stage.LEFT
                        && company.erkenning(duty.crebo()) instanceof Erkenning.Active(var lastAssessedOn)
                        && duty.dueOn().equals(lastAssessedOn.plusYears(Raising.YEARS_BETWEEN_ASSESSMENTS));
            case PRIVACY_CASE_TO_DECIDE ->
                around.privacyCase(duty.privacyCaseId()) instanceof PrivacyCase.Open open
                        && open.dueOn().equals(duty.dueOn());
            case PRIVACY_CASE_TO_CARRY_OUT -> around.privacyCase(duty.privacyCaseId()) instanceof PrivacyCase.Granted;
            case RECIPIENTS_TO_INFORM ->
                around.privacyCase(duty.privacyCaseId()) instanceof PrivacyCase.CarriedOut done && done.toInform();
            // no event ends it: it is told every day whether there are any left
            case RETENTION_PROPOSALS -> true;
        };
    }

    /** A leaver keeps what was proven (rule B11), so a paper is needed as long as there is none. */
    static boolean papers(UUID trajectoryId, Whereabouts around) {
        return around.trajectory(trajectoryId) instanceof Trajectory.Ended ended
                && !ended.stage().learned().confirmed().isEmpty()
                && !around.hasPaper(trajectoryId);
    }

    /** A trajectory that goes on: open, and not on hold. */
    static Optional<Open> moving(Trajectory trajectory) {
        return trajectory instanceof Open open && !open.isOnHold() ? Optional.of(open) : Optional.empty();
    }

    static boolean isWaitingFor(UUID leerbedrijf, Stage stage) {
        return stage instanceof Stage.Suitable suitable
                && suitable.waiting().stream()
                        .anyMatch(waiting -> waiting.intendedLeerbedrijfId().equals(Optional.of(leerbedrijf)));
    }

    /** Whether the praktijkovereenkomst was signed, or people learn there already. */
    private static boolean isSigned(Stage stage) {
        return switch (stage) {
            case Stage.Registered s -> false;
            case Stage.NotSuitable s -> false;
            case Stage.Suitable s -> false;
            case Stage.Matched s -> false;
            case Stage.Contracted s -> true;
            case Stage.InProgress s -> true;
        };
    }

    /** Whether all have signed the text that is to hold. */
    private static boolean isUnsigned(Stage stage, Whereabouts around) {
        return stage.agreement()
                .map(around::praktijkovereenkomst)
                .map(agreement -> agreement instanceof Praktijkovereenkomst.Active active
                        && active.amendment().isPresent())
                .orElse(true);
    }

    /** WEB 7.2.9 lid 2, rule B26: the erkenning, the leerbedrijf or its supervisor is not there any more. */
    private static boolean isLost(Match match, Whereabouts around) {
        return isClosed(around.leerbedrijf(match.leerbedrijfId()), match.crebo())
                || !isAvailable(around.supervisor(match.supervisorId()));
    }

    private static boolean isClosed(Leerbedrijf leerbedrijf, String crebo) {
        return switch (leerbedrijf) {
            case Leerbedrijf.NotApproached s -> false;
            case Leerbedrijf.Known s ->
                !s.isErkend(crebo) || s.stage() == Leerbedrijf.Stage.SUSPENDED || s.stage() == Leerbedrijf.Stage.LEFT;
        };
    }

    private static boolean isSupervised(Match match, Whereabouts around) {
        Supervisor supervisor = around.supervisor(match.supervisorId());
        return isAvailable(supervisor) && isQualified(supervisor);
    }

    private static boolean isAvailable(Supervisor supervisor) {
        return switch (supervisor) {
            case Supervisor.NotRegistered s -> true;
            case Supervisor.Registered s -> s.available();
        };
    }

    private static boolean isQualified(Supervisor supervisor) {
        return switch (supervisor) {
            case Supervisor.NotRegistered s -> true;
            case Supervisor.Registered s ->
                switch (s.qualification()) {
                    case Qualification.Untrained q -> false;
                    case Qualification.Expired q -> false;
                    case Qualification.Trained q -> true;
                    case Qualification.Exempted q -> true;
                };
        };
    }
}
