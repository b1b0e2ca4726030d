package nl.leerspoor.command.training;

import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_SCHEDULED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.training.Training.NotScheduled;
import nl.leerspoor.command.training.Training.Planned;
import nl.leerspoor.command.training.TrainingCommand.CompleteTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent;
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
            case NotScheduled s -> publish(training, rejected(TRAINING_NOT_SCHEDULED), by);
            case Planned s -> complete(training, s, command, by);
        };
    }

    private Outcome complete(Aggregate<TrainingStream> training, Planned state, CompleteTraining command, By by) {
        List<UUID> participants = new Seats(claims, command.trainingId()).participants();
        Decision<TrainingEvent> completion =
                training.invoke(stream -> stream.check(Scheduling.complete(state, command, participants), by));
        return switch (completion) {
            case Decision.Rejected<TrainingEvent> rejected -> publish(training, rejected, by);
            case Decision.Accepted<TrainingEvent> accepted ->
                passAll(training, accepted, state.course().trainingKind(), command, by);
        };
    }

    private Outcome passAll(
            Aggregate<TrainingStream> training,
            Decision<TrainingEvent> completion,
            String trainingKind,
            CompleteTraining command,
            By by) {
        Map<Aggregate<SupervisorStream>, Decision<SupervisorEvent>> passes = new LinkedHashMap<>();
        for (UUID supervisorId : command.passed().stream().distinct().toList()) {
            Aggregate<SupervisorStream> supervisor = Streams.load(supervisors, supervisorId);
            Decision<SupervisorEvent> pass = supervisor.invoke(stream -> stream.check(
                    stream.pass(command.trainingId(), trainingKind, command.validUntil(), command.effectiveOn()), by));
            if (pass instanceof Decision.Rejected<SupervisorEvent> refused) {
                return publish(training, rejected(refused.refusal(), naming(supervisorId, refused)), by);
            }
            passes.put(supervisor, pass);
        }
        Outcome outcome = publish(training, completion, by);
        passes.forEach((supervisor, pass) -> supervisor.invoke(stream -> stream.publish(pass, by)));
        return outcome;
    }

    private static Outcome publish(Aggregate<TrainingStream> training, Decision<TrainingEvent> decision, By by) {
        return training.invoke(stream -> stream.publish(decision, by));
    }

    private static Map<String, Object> naming(UUID supervisorId, Decision.Rejected<SupervisorEvent> refused) {
        Map<String, Object> details = new LinkedHashMap<>(refused.details());
        details.put("supervisorId", supervisorId);
        return details;
    }
}
