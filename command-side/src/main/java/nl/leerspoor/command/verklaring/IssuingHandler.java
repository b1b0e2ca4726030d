package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.DOCUMENT_NUMBER_IN_USE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
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
 * Issues verklaringen, one by one or as many as a ceremony hands over. Who issues several decides on all of them first,
 * then claims what they need, and only then publishes.
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
        Decision<VerklaringEvent> issue = decide(paper, Issue.by(command), by).then(this::claim);
        return paper.invoke(stream -> stream.publish(issue, by));
    }

    /** What issuing a paper would record; it claims and publishes nothing yet. */
    public Decision<VerklaringEvent> decide(Aggregate<VerklaringStream> paper, Issue issue, By by) {
        Trajectory trajectory = Streams.load(trajectories, paper.invoke(VerklaringStream::trajectoryId))
                .invoke(stream -> stream.on(issue.on()));
        return paper.invoke(stream -> stream.check(Issuing.issue(stream.on(issue.on()), trajectory, issue), by));
    }

    /** Claims document numbers and lines for papers that are about to be issued: these events, or a refusal and none. */
    public Decision<VerklaringEvent> claim(List<VerklaringEvent> events) {
        List<VerklaringIssued> issued = events.stream()
                .filter(VerklaringIssued.class::isInstance)
                .map(VerklaringIssued.class::cast)
                .toList();
        for (int i = 0; i < issued.size(); i++) {
            if (claim(issued.get(i)) instanceof Decision.Rejected<VerklaringEvent> rejected) {
                issued.subList(0, i).forEach(this::releaseNumber);
                return rejected;
            }
        }
        return accepted(events);
    }

    private Decision<VerklaringEvent> claim(VerklaringIssued e) {
        List<String> codes =
                e.werkprocessen().stream().map(IssuedWerkproces::code).toList();
        return lines.take(e.trajectoryId(), codes, e.verklaringId())
                .then(none -> claims.take(numbersOf(e), key(e), e.verklaringId())
                        ? accepted(List.of())
                        : rejected(
                                DOCUMENT_NUMBER_IN_USE,
                                Map.of("documentNo", e.documentNo(), "verklaringId", e.verklaringId())));
    }

    private void releaseNumber(VerklaringIssued e) {
        claims.release(numbersOf(e), key(e));
    }

    private static String numbersOf(VerklaringIssued e) {
        return "document-number/" + e.schoolId();
    }

    /** People read {@code roc-1} and {@code ROC-1} as the same number. */
    private static String key(VerklaringIssued e) {
        return e.documentNo().toUpperCase(Locale.ROOT);
    }
}
