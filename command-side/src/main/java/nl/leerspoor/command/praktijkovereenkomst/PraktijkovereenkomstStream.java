package nl.leerspoor.command.praktijkovereenkomst;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Active;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Parties;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DissolvePok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.EndPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.RejectPok;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEndRetracted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEnded;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

/** The stream of one praktijkovereenkomst. Drafting and signing concern the trajectory too and have a handler. */
@Aggregate(type = "praktijkovereenkomst", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class PraktijkovereenkomstStream extends Stream<PraktijkovereenkomstEvent, Praktijkovereenkomst> {

    /** Scope of the claims that keep a trajectory to one agreement at a time; the key is the trajectory's id. */
    public static final String ONE_PER_TRAJECTORY = "live-praktijkovereenkomst";

    public PraktijkovereenkomstStream() {
        super(new Praktijkovereenkomst.Absent(), Praktijkovereenkomst::evolve);
    }

    @CommandHandler
    Outcome handle(DissolvePok command, By by, ClaimedKeys claims) {
        return releasing(claims, decide(command, by, state -> Contracting.dissolve(state, command)));
    }

    @CommandHandler
    Outcome handle(EndPok command, By by, ClaimedKeys claims) {
        return releasing(claims, decide(command, by, state -> Contracting.end(state, command)));
    }

    @CommandHandler
    Outcome handle(RejectPok command, By by, ClaimedKeys claims) {
        return releasing(claims, decide(command, by, state -> Contracting.reject(state, command)));
    }

    /** Between whom the agreement is; the stream exists, so it was drafted. */
    public Parties parties() {
        return switch (timeline().latest()) {
            case Praktijkovereenkomst.Absent s -> throw new IllegalStateException("An agreement begins with its draft");
            case Praktijkovereenkomst.Pending s -> s.parties();
            case Active s -> s.parties();
            case Praktijkovereenkomst.Over s -> s.parties();
        };
    }

    /** The agreement in force on a day, if one is. */
    public Optional<Active> activeOn(LocalDate day) {
        return on(day) instanceof Active active ? Optional.of(active) : Optional.empty();
    }

    /** Ends the agreement on a day with what it is for; refused when it was drafted only after that day. */
    public Decision<PraktijkovereenkomstEvent> finish(
            LocalDate on, Function<Praktijkovereenkomst, Decision<PraktijkovereenkomstEvent>> end) {
        return on(on) instanceof Praktijkovereenkomst.Absent
                ? conflictWith(timeline().effective().getFirst())
                : end.apply(on(on));
    }

    /** Takes back the end or dissolution that fell on a day, because the end of the trajectory never was. */
    public Decision<PraktijkovereenkomstEvent> retractEnd(LocalDate on, String reason, By by) {
        return timeline().effective().stream()
                .filter(fact -> fact.effectiveOn().equals(on) && isEnd(fact.event()))
                .findFirst()
                .map(fact -> Decision.accepted(retraction(fact, reason, by)))
                .orElseGet(() -> Decision.accepted(List.of()));
    }

    @EventSourcingHandler
    void on(PraktijkovereenkomstEvent event, EventMessage<?> message) {
        append(event.praktijkovereenkomstId(), event, message);
    }

    private Outcome releasing(ClaimedKeys claims, Outcome outcome) {
        if (outcome instanceof Outcome.Recorded) {
            claims.release(ONE_PER_TRAJECTORY, parties().trajectoryId().toString());
        }
        return outcome;
    }

    private static boolean isEnd(PraktijkovereenkomstEvent event) {
        return event instanceof PraktijkovereenkomstEnded || event instanceof PraktijkovereenkomstDissolved;
    }

    private static PraktijkovereenkomstEvent retraction(Fact<PraktijkovereenkomstEvent> fact, String reason, By by) {
        PraktijkovereenkomstEvent event = fact.event();
        return new PraktijkovereenkomstEndRetracted(
                event.praktijkovereenkomstId(),
                event.trajectoryId(),
                event.candidateId(),
                event.region(),
                event.effectiveOn(),
                fact.id(),
                reason,
                by.name());
    }
}
