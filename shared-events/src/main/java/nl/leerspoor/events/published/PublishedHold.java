package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.trajectory.HoldEvent;

/** What is told of holds. */
public sealed interface PublishedHold extends PublishedTrajectory {

    @Told(
            title = "Kandidaat on hold",
            english = "Candidate on hold",
            description = "Het traject staat stil vanaf een dag; de status blijft.")
    record CandidateOnHold(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String sector,
            String cause,
            String phase,
            @IfKnown UUID cohortId,
            @IfKnown LocalDate expectedResumeOn)
            implements PublishedHold {}

    @Told(
            title = "Kandidaat hervat",
            english = "Candidate resumed",
            description = "Het traject staat niet meer stil, of het is afgelopen terwijl het stilstond.")
    record CandidateResumed(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID holdEventId,
            @IfKnown UUID cohortId,
            boolean endOfTrajectory)
            implements PublishedHold {}

    @Told(
            title = "On hold herroepen",
            english = "Hold retracted",
            description = "Het traject heeft nooit stilgestaan; anders dan een hervat traject telt het nergens mee.",
            duty = Duty.RETRACT)
    record CandidateHoldRetracted(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, List<UUID> retracts)
            implements PublishedHold {}

    static Telling of(HoldEvent event) {
        return switch (event) {
            case HoldEvent.CandidateOnHold e ->
                told(new CandidateOnHold(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.sector(),
                        PersonalCauses.outside(e.cause()),
                        e.phase(),
                        e.cohortId(),
                        e.expectedResumeOn()));
            case HoldEvent.CandidateResumed e ->
                told(new CandidateResumed(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.holdEventId(),
                        e.cohortId(),
                        e.endOfTrajectory()));
            case HoldEvent.CandidateHoldRetracted e ->
                told(new CandidateHoldRetracted(
                        e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn(), e.retracts()));
        };
    }
}
