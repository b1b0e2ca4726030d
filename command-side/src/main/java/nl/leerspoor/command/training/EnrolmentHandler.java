package nl.leerspoor.command.training;

import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_FULL;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_SCHEDULED;
import static nl.leerspoor.command.training.TrainingRefusal.UNKNOWN_TRAINING;

import java.util.Optional;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.supervisor.SupervisorCommand.EnrolInTraining;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.training.Training.NotScheduled;
import nl.leerspoor.command.training.Training.Planned;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Gives supervisors a seat in a training: a fact of the supervisor, and a seat that nobody else can have. */
@Component
class EnrolmentHandler {

    private final Repository<TrainingStream> trainings;
    private final Repository<SupervisorStream> supervisors;
    private final ClaimedKeys claims;

    EnrolmentHandler(
            Repository<TrainingStream> trainings, Repository<SupervisorStream> supervisors, ClaimedKeys claims) {
        this.trainings = trainings;
        this.supervisors = supervisors;
        this.claims = claims;
    }

    @CommandHandler
    Outcome handle(EnrolInTraining command, By by) {
        // Training before supervisor, as at completion: the other way round the two could lock each other out.
        Optional<Training> training = Streams.find(trainings, command.trainingId())
                .map(found -> found.invoke(stream -> stream.on(command.effectiveOn())));
        Aggregate<SupervisorStream> supervisor = Streams.load(supervisors, command.supervisorId());
        return supervisor.invoke(stream -> {
            Decision<SupervisorEvent> enrolment = stream.check(stream.enrol(command), by);
            // The seat comes last, so that none is taken for an enrolment that is refused.
            return stream.publish(
                    enrolment.then(events -> refuse(
                                    training, command, events.getFirst().region())
                            .<Decision<SupervisorEvent>>map(Decision::rejected)
                            .orElse(enrolment)),
                    by);
        });
    }

    private Optional<Refusal> refuse(Optional<Training> training, EnrolInTraining command, String region) {
        if (training.isEmpty()) {
            return Optional.of(UNKNOWN_TRAINING);
        }
        return switch (training.get()) {
            case NotScheduled s -> Optional.of(TRAINING_NOT_SCHEDULED);
            case Planned s -> Scheduling.refusesParticipant(s, region).or(() -> takeSeat(s, command));
        };
    }

    private Optional<Refusal> takeSeat(Planned training, EnrolInTraining command) {
        Seats seats = new Seats(claims, command.trainingId());
        return seats.take(training.course(), command.supervisorId()) ? Optional.empty() : Optional.of(TRAINING_FULL);
    }
}
