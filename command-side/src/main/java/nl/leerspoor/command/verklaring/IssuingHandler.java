package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.verklaring.VerklaringRefusal.DOCUMENT_NUMBER_IN_USE;

import java.util.List;
import java.util.Locale;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.verklaring.VerklaringCommand.IssueVerklaring;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.IssuedWerkproces;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringIssued;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Issues verklaringen, one by one or as many as a ceremony hands over.
 */
@Component
public class IssuingHandler {

    private final Repository<VerklaringStream> verklaringen;
    private final Repository<TrajectoryStream> trajectories;
    private final Lines lines;
    private final ClaimedKeys claims;

    IssuingHandler(
            Repository<VerklaringStream> verklaringen,
            Repository<TrajectoryStream> trajectories,
            Lines lines,
            ClaimedKeys claims) {
        this.verklaringen = verklaringen;
        this.trajectories = trajectories;
        this.lines = lines;
        this.claims = claims;
    }

    @CommandHandler
    Outcome handle(IssueVerklaring command, By by) {
        Aggregate<VerklaringStream> paper = Streams.load(verklaringen, command.verklaringId());
        return add(Joint.by(by), paper, decide(paper, Issue.by(command))).record();
    }

    /** What issuing a paper would record; nothing is recorded yet. */
    public Decision<VerklaringEvent> decide(Aggregate<VerklaringStream> paper, Issue issue) {
        Trajectory trajectory = Streams.load(trajectories, paper.invoke(VerklaringStream::trajectoryId))
                .invoke(stream -> stream.on(issue.on()));
        return paper.invoke(stream -> Issuing.issue(stream.on(issue.on()), trajectory, issue));
    }

    /** Adds the issue of a paper to what is recorded together, with the document number and lines that it claims. */
    public Joint add(Joint joint, Aggregate<VerklaringStream> paper, Decision<VerklaringEvent> issue) {
        joint.with(paper, issue);
        if (issue instanceof Decision.Accepted<VerklaringEvent> accepted) {
            accepted.events().stream()
                    .filter(VerklaringIssued.class::isInstance)
                    .map(VerklaringIssued.class::cast)
                    .forEach(issued -> claim(joint, issued));
        }
        return joint;
    }

    /** People read {@code roc-1} and {@code ROC-1} as the same number. */
    private void claim(Joint joint, VerklaringIssued e) {
        String number = e.documentNo().toUpperCase(Locale.ROOT);
        joint.claiming(claims, "document-number/" + e.schoolId(), number, e.verklaringId(), DOCUMENT_NUMBER_IN_USE);
        List<String> codes =
                e.werkprocessen().stream().map(IssuedWerkproces::code).toList();
        lines.claiming(joint, e.trajectoryId(), codes, e.verklaringId());
    }
}
