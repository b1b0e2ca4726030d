package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_MERGED;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;
import static nl.leerspoor.command.candidate.CandidateRefusal.EDUCATION_LEVEL_WITHOUT_EDUCATION;
import static nl.leerspoor.command.candidate.CandidateRefusal.SCALE_EMPTY;
import static nl.leerspoor.command.candidate.CandidateRefusal.SCORE_OUTSIDE_SCALE;
import static nl.leerspoor.command.candidate.CandidateRefusal.TRAJECTORY_NOT_ENDED;
import static nl.leerspoor.command.candidate.CandidateRefusal.TRAJECTORY_NOT_OPENED;
import static nl.leerspoor.command.candidate.CandidateRefusal.TRAJECTORY_OF_ANOTHER_CANDIDATE;
import static nl.leerspoor.command.candidate.CandidateRefusal.WORK_DETAILS_WITHOUT_WORK;

import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.candidate.Candidate.Active;
import nl.leerspoor.command.candidate.Candidate.Erased;
import nl.leerspoor.command.candidate.Candidate.Merged;
import nl.leerspoor.command.candidate.Candidate.NotRegistered;
import nl.leerspoor.command.candidate.CandidateCommand.DeclineConfidenceMeasurement;
import nl.leerspoor.command.candidate.CandidateCommand.MeasureConfidence;
import nl.leerspoor.command.candidate.CandidateCommand.OnTrajectory;
import nl.leerspoor.command.candidate.CandidateCommand.RecordOutcome;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.ConfidenceMeasured;
import nl.leerspoor.events.candidate.CandidateEvent.ConfidenceMeasurementDeclined;
import nl.leerspoor.events.candidate.CandidateEvent.OutcomeRecorded;

/** The rules of following a candidate along a trajectory and after it: confidence and outcome. */
final class FollowingUp {

    private FollowingUp() {}

    /** Decides on the candidate and on the trajectory, both as they stood on the command's date. */
    static Decision<CandidateEvent> decide(Candidate state, Trajectory trajectory, OnTrajectory command) {
        return switch (state) {
            case NotRegistered none -> rejected(CANDIDATE_NOT_REGISTERED);
            case Merged merged -> rejected(CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> rejected(PERSON_ERASED);
            case Active known ->
                switch (trajectory) {
                    case Trajectory.NotOpened none -> rejected(TRAJECTORY_NOT_OPENED);
                    case Trajectory.Open open -> decide(known, open.route().candidateId(), false, command);
                    case Trajectory.Ended ended -> decide(known, ended.route().candidateId(), true, command);
                };
        };
    }

    private static Decision<CandidateEvent> decide(Active known, UUID owner, boolean ended, OnTrajectory command) {
        if (!owner.equals(known.registration().candidateId())) {
            return rejected(TRAJECTORY_OF_ANOTHER_CANDIDATE);
        }
        String region = known.registration().region();
        return switch (command) {
            case MeasureConfidence c -> confidence(region, c);
            case DeclineConfidenceMeasurement c ->
                accepted(new ConfidenceMeasurementDeclined(
                        c.candidateId(), region, c.effectiveOn(), c.trajectoryId(), c.moment()));
            case RecordOutcome c -> ended ? outcome(region, c) : rejected(TRAJECTORY_NOT_ENDED);
        };
    }

    /** Rule B23: any score within its own scale will do; it is a coaching tool, not a test. */
    private static Decision<CandidateEvent> confidence(String region, MeasureConfidence c) {
        if (c.scaleMin() >= c.scaleMax()) {
            return rejected(SCALE_EMPTY);
        }
        if (c.score() < c.scaleMin() || c.score() > c.scaleMax()) {
            return rejected(SCORE_OUTSIDE_SCALE);
        }
        return accepted(new ConfidenceMeasured(
                c.candidateId(),
                region,
                c.effectiveOn(),
                c.trajectoryId(),
                c.instrument(),
                c.instrumentVersion(),
                c.score(),
                c.scaleMin(),
                c.scaleMax(),
                c.moment()));
    }

    private static Decision<CandidateEvent> outcome(String region, RecordOutcome c) {
        boolean tellsOfWork = c.workKind() != null || c.contractKind() != null || c.sameLeerbedrijf() != null;
        if (tellsOfWork && !c.outcome().equals("EMPLOYED")) {
            return rejected(WORK_DETAILS_WITHOUT_WORK);
        }
        if (c.educationLevel() != null && !c.outcome().equals("EDUCATION")) {
            return rejected(EDUCATION_LEVEL_WITHOUT_EDUCATION);
        }
        return accepted(new OutcomeRecorded(
                c.candidateId(),
                region,
                c.effectiveOn(),
                c.trajectoryId(),
                c.moment(),
                c.outcome(),
                c.workKind(),
                c.contractKind(),
                c.sameLeerbedrijf(),
                c.educationLevel(),
                c.source()));
    }
}
