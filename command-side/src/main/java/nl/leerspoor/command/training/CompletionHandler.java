package nl.leerspoor.command.training;

import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_SCHEDULED;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.training.Training.NotScheduled;
import nl.leerspoor.command.training.Training.Planned;
import nl.leerspoor.command.training.TrainingCommand.CompleteTraining;
import nl.leerspoor.events.training.TrainingEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Completes a training and makes those who passed trained, all in one transaction or not at all. */
@Component
class CompletionHandler {

    private final Repository<TrainingStream> trainings;
    private final Repository<SupervisorStream> supervisors;
    private final ClaimedKeys claims;

    CompletionHandler(
            Repository<TrainingStream> trainings, Repository<SupervisorStream> supervisors, ClaimedKeys claims) {
        this.trainings = trainings;
        this.supervisors = supervisors;
        this.claims = claims;
    }

    @CommandHandler
    Outcome handle(CompleteTraining command, By by) {
        Aggregate<TrainingStream> training = Streams.load(trainings, command.trainingId());
        return switch (training.invoke(stream -> stream.on(command.effectiveOn()))) {
            case NotScheduled s ->
                Joint.by(by).with(training, rejected(TRAINING_NOT_SCHEDULED)).record();
            case Planned s -> complete(training, s, command, by);
        };
    }

    private Outcome complete(Aggregate<TrainingStream> training, Planned state, CompleteTraining command, By by) {
        List<UUID> participants = new Seats(claims, command.trainingId()).participants();
        Decision<TrainingEvent> completion = Scheduling.complete(state, command, participants);
        Joint joint = Joint.by(by).with(training, completion);
        if (completion instanceof Decision.Accepted<TrainingEvent>) {
            command.passed().stream().distinct().forEach(id -> pass(joint, id, state, command));
        }
        return joint.record();
    }

    private void pass(Joint joint, UUID supervisorId, Planned state, CompleteTraining command) {
        Aggregate<SupervisorStream> supervisor = Streams.load(supervisors, supervisorId);
        joint.with(
                supervisor,
                supervisor.invoke(stream -> stream.pass(
                        command.trainingId(),
                        state.course().trainingKind(),
                        command.validUntil(),
                        command.effectiveOn())));
    }
}
