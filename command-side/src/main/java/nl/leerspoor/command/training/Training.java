package nl.leerspoor.command.training;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCancelled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCompleted;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingResumed;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingScheduled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingSuspended;

/** A training of supervisors, as its facts make it. Who takes part is kept as claimed seats, see {@link Seats}. */
public sealed interface Training {

    /** Nobody planned it yet. */
    record NotScheduled() implements Training {}

    /** Somebody planned it. */
    sealed interface Planned extends Training {

        Course course();
    }

    /** To come, or running once its start is reached; no fact marks that. */
    record Scheduled(Course course) implements Planned {

        boolean isRunningOn(LocalDate day) {
            return !day.isBefore(course.start());
        }
    }

    /** Lies still. */
    record Suspended(Course course) implements Planned {}

    /** Done. */
    record Completed(Course course) implements Planned {}

    /** Off. */
    record Cancelled(Course course) implements Planned {}

    /**
     * What is planned.
     *
     * @param sector null when it is for all sectors
     * @param places how many supervisors can take part
     */
    record Course(
            UUID id, String region, String trainingKind, LocalDate start, LocalDate end, String sector, int places) {

        Course until(LocalDate newEnd) {
            return new Course(id, region, trainingKind, start, newEnd, sector, places);
        }
    }

    /** The state after one more fact. */
    static Training evolve(Training state, Fact<TrainingEvent> fact) {
        TrainingEvent event = fact.event();
        return switch (event) {
            case SupervisorTrainingScheduled e
            when state instanceof NotScheduled ->
                new Scheduled(new Course(
                        e.trainingId(), e.region(), e.trainingKind(), e.start(), e.end(), e.sector(), e.places()));
            case SupervisorTrainingScheduled e -> throw new Impossible(state, e);
            case SupervisorTrainingSuspended e when state instanceof Scheduled(Course course) -> new Suspended(course);
            case SupervisorTrainingSuspended e -> throw new Impossible(state, e);
            case SupervisorTrainingResumed e
            when state instanceof Suspended(Course course) -> new Scheduled(course.until(e.newEnd()));
            case SupervisorTrainingResumed e -> throw new Impossible(state, e);
            case SupervisorTrainingCompleted e
            when state instanceof Scheduled s && s.isRunningOn(fact.effectiveOn()) -> new Completed(s.course());
            case SupervisorTrainingCompleted e -> throw new Impossible(state, e);
            case SupervisorTrainingCancelled e when state instanceof Scheduled(Course course) -> new Cancelled(course);
            case SupervisorTrainingCancelled e when state instanceof Suspended(Course course) -> new Cancelled(course);
            case SupervisorTrainingCancelled e -> throw new Impossible(state, e);
        };
    }
}
