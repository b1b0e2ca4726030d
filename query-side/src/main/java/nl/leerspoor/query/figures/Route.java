package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.query.figures.Trajectory.Status;

/**
 * A trajectory on the day that figures are about, with its candidate and its papers.
 *
 * @param candidate null when it was not asked for, or not in view that day
 */
record Route(Trajectory trajectory, Candidate candidate, Papers papers, AsOf asOf) {

    /** The papers of a trajectory: the first days of approval and issue, or null. */
    record Papers(boolean drafted, boolean approved, LocalDate approvedOn, LocalDate issuedOn) {

        static final Papers NONE = new Papers(false, false, null, null);

        Papers with(Verklaring paper) {
            return new Papers(
                    drafted || paper.stands(),
                    approved || paper.isApproved(),
                    earlier(approvedOn, paper.approvedOn()),
                    earlier(issuedOn, paper.issuedOn()));
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? one : other;
        }
    }

    UUID person() {
        return candidate == null ? trajectory.candidateId() : candidate.person();
    }

    boolean is(Status status) {
        return trajectory.status() == status;
    }

    boolean isOnHold() {
        return trajectory.hold() != null;
    }

    /** F02: follows the traject. */
    boolean isInProgress() {
        return is(Status.IN_PROGRESS) && !isOnHold();
    }

    /** F02b: all who came through the intake and did not end, on hold or not. */
    boolean isInProgressBroadly() {
        return switch (trajectory.status()) {
            case SUITABLE, MATCHED, CONTRACTED, IN_PROGRESS -> true;
            case REGISTERED, NOT_SUITABLE, COMPLETED, STOPPED, REFERRED, TRANSFERRED_OUT -> false;
        };
    }

    /** F04: on the waiting list and not on hold. */
    boolean isWaiting() {
        return trajectory.waiting() != null && !isOnHold();
    }

    /** F05: the start was moved at least once. */
    boolean isPostponed() {
        return !trajectory.postponements().isEmpty();
    }

    int timesPostponed() {
        return trajectory.postponements().size();
    }

    int daysPostponed() {
        return trajectory.postponements().stream()
                .mapToInt(Trajectory.Postponement::days)
                .sum();
    }

    /** F06: ended this way within the period asked for. */
    boolean isInPeriod(Status end) {
        return is(end) && asOf.inPeriod(trajectory.milestones().endedOn());
    }

    /** F08: completed, and nobody has drafted a paper. */
    boolean isWithoutDraft() {
        return is(Status.COMPLETED) && !papers.drafted();
    }

    /** F08: a paper is still to be handed over. */
    boolean isToBeIssued() {
        return isWithoutDraft() || papers.approved();
    }

    /** F16: matched in the sector that the candidate prefers. */
    boolean isMatchedAsPreferred() {
        return trajectory.place() != null && trajectory.place().preferred();
    }

    LocalDate completedOn() {
        return is(Status.COMPLETED) ? trajectory.milestones().endedOn() : null;
    }
}
