package nl.leerspoor.command.training;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.training.TrainingRefusal.END_BEFORE_RESUMPTION;
import static nl.leerspoor.command.training.TrainingRefusal.END_BEFORE_START;
import static nl.leerspoor.command.training.TrainingRefusal.PASSED_NOT_ENROLLED;
import static nl.leerspoor.command.training.TrainingRefusal.RESUMPTION_BEFORE_SUSPENSION;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_CANCELLED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_COMPLETED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_SCHEDULED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_STARTED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_SUSPENDED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_SUSPENDED;
import static nl.leerspoor.command.training.TrainingRefusal.VALID_UNTIL_BEFORE_COMPLETION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.training.Training.Cancelled;
import nl.leerspoor.command.training.Training.Completed;
import nl.leerspoor.command.training.Training.Course;
import nl.leerspoor.command.training.Training.NotScheduled;
import nl.leerspoor.command.training.Training.Planned;
import nl.leerspoor.command.training.Training.Scheduled;
import nl.leerspoor.command.training.Training.Suspended;
import nl.leerspoor.command.training.TrainingCommand.CancelTraining;
import nl.leerspoor.command.training.TrainingCommand.CompleteTraining;
import nl.leerspoor.command.training.TrainingCommand.ResumeTraining;
import nl.leerspoor.command.training.TrainingCommand.ScheduleTraining;
import nl.leerspoor.command.training.TrainingCommand.SuspendTraining;
import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCancelled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCompleted;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingResumed;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingScheduled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingSuspended;

/** The rules of a training of supervisors, from plan to completion. */
final class Scheduling {

    private Scheduling() {}

    static Decision<TrainingEvent> schedule(Training state, ScheduleTraining c) {
        return switch (state) {
            case Planned s -> rejected(ID_IN_USE);
            case NotScheduled s when c.end().isBefore(c.start()) -> rejected(END_BEFORE_START);
            case NotScheduled s ->
                accepted(new SupervisorTrainingScheduled(
                        c.trainingId(),
                        c.region(),
                        c.effectiveOn(),
                        c.trainingKind(),
                        c.start(),
                        c.end(),
                        c.sector(),
                        c.places(),
                        c.reference()));
        };
    }

    /**
     * Has the training lie still. What that means for those who wait for a supervisor is for people to decide.
     *
     * @param participants the supervisors who have a seat
     */
    static Decision<TrainingEvent> suspend(Training state, SuspendTraining c, List<UUID> participants) {
        return switch (state) {
            case NotScheduled s -> rejected(TRAINING_NOT_SCHEDULED);
            case Scheduled s -> suspend(s.course(), c, participants);
            case Suspended s -> rejected(TRAINING_SUSPENDED);
            case Completed s -> rejected(TRAINING_COMPLETED);
            case Cancelled s -> rejected(TRAINING_CANCELLED);
        };
    }

    private static Decision<TrainingEvent> suspend(Course course, SuspendTraining c, List<UUID> participants) {
        if (c.expectedResumeOn() != null && c.expectedResumeOn().isBefore(c.effectiveOn())) {
            return rejected(RESUMPTION_BEFORE_SUSPENSION);
        }
        return accepted(new SupervisorTrainingSuspended(
                course.id(),
                course.region(),
                c.effectiveOn(),
                course.sector(),
                c.cause(),
                participants,
                course.end(),
                c.expectedResumeOn()));
    }

    static Decision<TrainingEvent> resume(Training state, ResumeTraining c) {
        return switch (state) {
            case NotScheduled s -> rejected(TRAINING_NOT_SCHEDULED);
            case Scheduled s -> rejected(TRAINING_NOT_SUSPENDED);
            case Suspended s -> resume(s.course(), c);
            case Completed s -> rejected(TRAINING_COMPLETED);
            case Cancelled s -> rejected(TRAINING_CANCELLED);
        };
    }

    private static Decision<TrainingEvent> resume(Course course, ResumeTraining c) {
        if (c.newEnd().isBefore(course.start())) {
            return rejected(END_BEFORE_START);
        }
        if (c.newEnd().isBefore(c.effectiveOn())) {
            return rejected(END_BEFORE_RESUMPTION);
        }
        return accepted(new SupervisorTrainingResumed(course.id(), course.region(), c.effectiveOn(), c.newEnd()));
    }

    static Decision<TrainingEvent> cancel(Training state, CancelTraining c) {
        return switch (state) {
            case NotScheduled s -> rejected(TRAINING_NOT_SCHEDULED);
            case Scheduled s -> accepted(cancellation(s.course(), c));
            case Suspended s -> accepted(cancellation(s.course(), c));
            case Completed s -> rejected(TRAINING_COMPLETED);
            case Cancelled s -> rejected(TRAINING_CANCELLED);
        };
    }

    private static SupervisorTrainingCancelled cancellation(Course course, CancelTraining c) {
        return new SupervisorTrainingCancelled(course.id(), course.region(), c.effectiveOn(), c.cause());
    }

    /**
     * Ends a training that runs. Nobody passes without a seat; everybody else may fail.
     *
     * @param participants the supervisors who have a seat
     */
    static Decision<TrainingEvent> complete(Planned state, CompleteTraining c, List<UUID> participants) {
        return switch (state) {
            case Scheduled s when !s.isRunningOn(c.effectiveOn()) -> rejected(TRAINING_NOT_STARTED);
            case Scheduled s -> complete(s.course(), c, participants);
            case Suspended s -> rejected(TRAINING_SUSPENDED);
            case Completed s -> rejected(TRAINING_COMPLETED);
            case Cancelled s -> rejected(TRAINING_CANCELLED);
        };
    }

    private static Decision<TrainingEvent> complete(Course course, CompleteTraining c, List<UUID> participants) {
        List<UUID> passed = c.passed().stream().distinct().toList();
        List<UUID> strangers =
                passed.stream().filter(id -> !participants.contains(id)).toList();
        if (!strangers.isEmpty()) {
            return rejected(PASSED_NOT_ENROLLED, Map.of("notEnrolled", strangers));
        }
        if (c.validUntil() != null && c.validUntil().isBefore(c.effectiveOn())) {
            return rejected(VALID_UNTIL_BEFORE_COMPLETION);
        }
        return accepted(
                new SupervisorTrainingCompleted(course.id(), course.region(), c.effectiveOn(), passed, c.validUntil()));
    }

    /** Why a supervisor of a region can't take part; empty when they can, if there is a seat. */
    static Optional<Refusal> refusesParticipant(Planned state, String region) {
        return switch (state) {
            case Planned s when !s.course().region().equals(region) -> Optional.of(OTHER_REGION);
            case Scheduled s -> Optional.empty();
            case Suspended s -> Optional.empty();
            case Completed s -> Optional.of(TRAINING_COMPLETED);
            case Cancelled s -> Optional.of(TRAINING_CANCELLED);
        };
    }
}
