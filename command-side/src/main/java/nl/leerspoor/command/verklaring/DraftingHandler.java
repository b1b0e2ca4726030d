package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.UNKNOWN_TRAJECTORY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.verklaring.VerklaringCommand.ApproveVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.DraftVerklaring;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Drafts and approves verklaringen on what their trajectory proved. */
@Component
class DraftingHandler {

    private final Repository<VerklaringStream> verklaringen;
    private final Repository<TrajectoryStream> trajectories;
    private final Lines lines;

    DraftingHandler(Repository<VerklaringStream> verklaringen, Repository<TrajectoryStream> trajectories, Lines lines) {
        this.verklaringen = verklaringen;
        this.trajectories = trajectories;
        this.lines = lines;
    }

    @CommandHandler
    Outcome handle(DraftVerklaring command, By by) {
        Optional<Trajectory> trajectory = Streams.find(trajectories, command.trajectoryId())
                .map(found -> found.invoke(stream -> stream.on(command.effectiveOn())));
        Aggregate<VerklaringStream> paper = Streams.create(verklaringen, command.verklaringId(), VerklaringStream::new);
        Decision<VerklaringEvent> draft = paper.invoke(stream -> draft(stream, trajectory, command));
        return lines.claiming(
                        Joint.by(by).with(paper, draft),
                        command.trajectoryId(),
                        linesToTake(command),
                        command.verklaringId())
                .record();
    }

    private static Decision<VerklaringEvent> draft(
            VerklaringStream paper, Optional<Trajectory> trajectory, DraftVerklaring command) {
        return trajectory
                .map(found -> Drafting.draft(paper.timeline().latest(), found, command))
                .orElse(rejected(UNKNOWN_TRAJECTORY));
    }

    private List<String> linesToTake(DraftVerklaring c) {
        List<String> codes = new ArrayList<>(c.werkprocessen());
        if (c.replaces() != null) {
            codes.removeAll(lines.heldBy(c.replaces(), c.trajectoryId(), codes));
        }
        return codes;
    }

    @CommandHandler
    Outcome handle(ApproveVerklaring command, By by) {
        Aggregate<VerklaringStream> paper = Streams.load(verklaringen, command.verklaringId());
        Trajectory trajectory = Streams.load(trajectories, paper.invoke(VerklaringStream::trajectoryId))
                .invoke(stream -> stream.on(command.effectiveOn()));
        return paper.invoke(stream ->
                stream.publish(Examining.approve(stream.on(command.effectiveOn()), trajectory, command, by), by));
    }
}
