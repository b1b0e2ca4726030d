package nl.leerspoor.query.supervisors;

import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCancelled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCompleted;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingResumed;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingScheduled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingSuspended;
import nl.leerspoor.query.supervisors.TrainingState.Phase;
import nl.leerspoor.query.supervisors.TrainingState.Plan;
import nl.leerspoor.query.supervisors.TrainingState.Suspension;

/** What each fact changes in what is told of a training. */
final class TrainingCourse {

    private TrainingCourse() {}

    static TrainingState evolve(TrainingState state, Fact<TrainingEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case SupervisorTrainingScheduled e ->
                new TrainingState(
                        new Plan(e.region(), e.reference(), e.trainingKind(), e.sector(), e.start(), e.places()),
                        Phase.SCHEDULED,
                        e.end(),
                        Optional.empty(),
                        0);
            case SupervisorTrainingSuspended e ->
                state.suspended(new Suspension(day, e.cause(), Optional.ofNullable(e.expectedResumeOn())));
            case SupervisorTrainingResumed e -> state.resumed(day, e.newEnd());
            case SupervisorTrainingCancelled e -> state.over(Phase.CANCELLED, day);
            case SupervisorTrainingCompleted e -> state.over(Phase.COMPLETED, day);
        };
    }
}
