package nl.leerspoor.events.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;

/** What happens to a course that makes supervisors trained. */
public sealed interface TrainingEvent extends Event {

    UUID trainingId();

    /**
     * A course was planned.
     *
     * @param sector null when it is for all sectors
     */
    record SupervisorTrainingScheduled(
            UUID trainingId,
            String region,
            LocalDate effectiveOn,
            String trainingKind,
            LocalDate start,
            LocalDate end,
            String sector,
            int places,
            String reference)
            implements TrainingEvent {}

    /**
     * The course lies still; {@code effectiveOn} is the day of the decision.
     *
     * @param participants the supervisors who wait for it
     */
    record SupervisorTrainingSuspended(
            UUID trainingId,
            String region,
            LocalDate effectiveOn,
            String sector,
            String cause,
            List<UUID> participants,
            LocalDate plannedEndBefore,
            LocalDate expectedResumeOn)
            implements TrainingEvent {}

    /** The course goes on. */
    record SupervisorTrainingResumed(UUID trainingId, String region, LocalDate effectiveOn, LocalDate newEnd)
            implements TrainingEvent {}

    /** The course is off. */
    record SupervisorTrainingCancelled(UUID trainingId, String region, LocalDate effectiveOn, String cause)
            implements TrainingEvent {}

    /**
     * The course ended.
     *
     * @param passed the supervisors who are trained now
     */
    record SupervisorTrainingCompleted(
            UUID trainingId, String region, LocalDate effectiveOn, List<UUID> passed, LocalDate validUntil)
            implements TrainingEvent {}
}
