package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.UNKNOWN_VERKLARING;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.verklaring.VerklaringCommand.RefuseVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.ReplaceVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.RevokeVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.WithdrawDraft;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Ends verklaringen, each in its way; their lines are free for another one then. */
@Component
class ClosingHandler {

    private final Repository<VerklaringStream> verklaringen;
    private final Lines lines;

    ClosingHandler(Repository<VerklaringStream> verklaringen, Lines lines) {
        this.verklaringen = verklaringen;
        this.lines = lines;
    }

    @CommandHandler
    Outcome handle(WithdrawDraft command, By by) {
        return close(command, by, state -> Drafting.withdraw(state, command));
    }

    @CommandHandler
    Outcome handle(RefuseVerklaring command, By by) {
        return close(command, by, state -> Examining.refuse(state, command, by));
    }

    @CommandHandler
    Outcome handle(RevokeVerklaring command, By by) {
        return close(
                command,
                by,
                state -> canReplace(state, command.replacedBy(), command)
                        .then(none -> Issuing.revoke(state, command, by)));
    }

    @CommandHandler
    Outcome handle(ReplaceVerklaring command, By by) {
        return close(
                command,
                by,
                state -> canReplace(state, command.replacedBy(), command)
                        .then(none -> Issuing.replace(state, command, by)));
    }

    private Decision<VerklaringEvent> canReplace(Verklaring state, UUID replacement, VerklaringCommand command) {
        if (replacement == null) {
            return accepted(List.of());
        }
        return Streams.find(verklaringen, replacement)
                .map(found -> found.invoke(other -> other.on(command.effectiveOn())))
                .map(other -> Issuing.canReplace(state, other))
                .orElse(rejected(UNKNOWN_VERKLARING));
    }

    private Outcome close(VerklaringCommand command, By by, Function<Verklaring, Decision<VerklaringEvent>> decision) {
        Aggregate<VerklaringStream> paper = Streams.load(verklaringen, command.verklaringId());
        Decision<VerklaringEvent> decided = decision.apply(paper.invoke(stream -> stream.on(command.effectiveOn())));
        UUID trajectory = paper.invoke(VerklaringStream::trajectoryId);
        return Joint.by(by)
                .with(paper, decided)
                .releasing(() -> lines.release(trajectory, command.verklaringId()))
                .record();
    }
}
