package nl.leerspoor.command.verklaring;

import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.verklaring.VerklaringCommand.ShareVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.SignForLeerbedrijf;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The stream of one verklaring. What reads the trajectory or claims keys is handled by {@link DraftingHandler},
 * {@link IssuingHandler} and {@link ClosingHandler}.
 */
@Aggregate(type = "verklaring", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class VerklaringStream extends Stream<VerklaringEvent, Verklaring> {

    public VerklaringStream() {
        super(new Verklaring.NotDrafted(), Verklaring::evolve);
    }

    /** Whether the paper is issued and counts, after everything that was recorded (rule B16 asks it). */
    public boolean isIssued() {
        return timeline().latest() instanceof Verklaring.Issued;
    }

    /** The code of the state after everything that was recorded, as {@code APPROVED}. */
    public String statusName() {
        return timeline().latest().code();
    }

    /** The trajectory on which the paper rests. */
    UUID trajectoryId() {
        return timeline().recorded().getFirst().event().trajectoryId();
    }

    @CommandHandler
    Outcome handle(SignForLeerbedrijf command, By by) {
        return decide(command, by, state -> Drafting.sign(state, command));
    }

    @CommandHandler
    Outcome handle(ShareVerklaring command, By by) {
        return decide(command, by, state -> Issuing.share(state, command));
    }

    @EventSourcingHandler
    void on(VerklaringEvent event, EventMessage<?> message) {
        append(event.verklaringId(), event, message);
    }
}
