package nl.leerspoor.command.trajectory.learning;

import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstStream;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.learning.LearningCommand.ConfirmWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.JudgeWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.RecordProgress;
import nl.leerspoor.command.trajectory.learning.LearningCommand.RegisterAttendance;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Learning is judged by the praktijkovereenkomst of the day, which is a stream of its own. */
@Component
class LearningHandler {

    private final Repository<TrajectoryStream> trajectories;
    private final Repository<PraktijkovereenkomstStream> agreements;

    LearningHandler(Repository<TrajectoryStream> trajectories, Repository<PraktijkovereenkomstStream> agreements) {
        this.trajectories = trajectories;
        this.agreements = agreements;
    }

    @CommandHandler
    Outcome handle(RecordProgress command, By by) {
        return decide(command, by);
    }

    @CommandHandler
    Outcome handle(RegisterAttendance command, By by) {
        return Streams.load(trajectories, command.target()).invoke(stream -> {
            Decision<TrajectoryEvent> attendance =
                    Judging.decide(stream.on(command.effectiveOn()), command, Optional.empty(), by);
            return stream.publish(
                    attendance.then(events -> Judging.bySomebodyElse(attendance, stream.timeline(), command, by)), by);
        });
    }

    @CommandHandler
    Outcome handle(JudgeWerkproces command, By by) {
        return decide(command, by);
    }

    @CommandHandler
    Outcome handle(ConfirmWerkproces command, By by) {
        return decide(command, by);
    }

    private Outcome decide(LearningCommand command, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.target());
        Trajectory state = trajectory.invoke(stream -> stream.on(command.effectiveOn()));
        var agreement = (state instanceof Open open ? open.stage().agreement() : Optional.<UUID>empty())
                .flatMap(id -> Streams.load(agreements, id).invoke(stream -> stream.activeOn(command.effectiveOn())));
        return trajectory.invoke(stream -> stream.publish(Judging.decide(state, command, agreement, by), by));
    }
}
