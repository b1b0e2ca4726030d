package nl.leerspoor.command.trajectory;

import java.util.UUID;
import nl.leerspoor.command.Command;

/** What one can ask of a trajectory; each phase has a sealed family of its own. */
public interface TrajectoryCommand extends Command {

    UUID trajectoryId();

    @Override
    default UUID target() {
        return trajectoryId();
    }
}
