package nl.leerspoor.command.pilot;

import static nl.leerspoor.command.Decision.rejected;

import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Ids;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.pilot.PilotCommand.AddPartner;
import nl.leerspoor.command.pilot.PilotCommand.CompletePilot;
import nl.leerspoor.command.pilot.PilotCommand.ConfirmPilotPlan;
import nl.leerspoor.command.pilot.PilotCommand.RecordLesson;
import nl.leerspoor.command.pilot.PilotCommand.ReschedulePilotEnd;
import nl.leerspoor.command.pilot.PilotCommand.SetTarget;
import nl.leerspoor.command.pilot.PilotCommand.StartRegionPilot;
import nl.leerspoor.events.pilot.PilotEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The stream of one pilot: commands in, decisions of {@link Piloting}, events out. */
@Aggregate(type = "pilot", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class PilotStream extends Stream<PilotEvent, Pilot> {

    PilotStream() {
        super(new Pilot.Planned(), Pilot::evolve);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(StartRegionPilot command, By by, ClaimedKeys claims) {
        Decision<PilotEvent> start = check(Piloting.start(timeline().latest(), command), by);
        return publish(
                start.then(events -> claims.take(running(command.region()), command.programmeId(), command.pilotId())
                        ? start
                        : rejected(PilotRefusal.PILOT_ALREADY_RUNNING)),
                by);
    }

    @CommandHandler
    Outcome handle(AddPartner command, By by) {
        return simply(command, by);
    }

    @CommandHandler
    Outcome handle(SetTarget command, By by) {
        return simply(command, by);
    }

    @CommandHandler
    Outcome handle(ConfirmPilotPlan command, By by) {
        return simply(command, by);
    }

    @CommandHandler
    Outcome handle(ReschedulePilotEnd command, By by) {
        return simply(command, by);
    }

    @CommandHandler
    Outcome handle(RecordLesson command, By by) {
        return simply(command, by);
    }

    @CommandHandler
    Outcome handle(CompletePilot command, By by, ClaimedKeys claims) {
        Set<UUID> open = on(command.effectiveOn()) instanceof Pilot.Running pilot
                ? claims.holders("open-trajectory/" + pilot.region())
                : Set.of();
        Outcome outcome = decide(command, by, state -> Piloting.decide(state, command, open, Ids.next()));
        if (outcome instanceof Outcome.Recorded && timeline().latest() instanceof Pilot.Completed pilot) {
            claims.release(running(pilot.region()), pilot.programmeId());
        }
        return outcome;
    }

    @EventSourcingHandler
    void on(PilotEvent event, EventMessage<?> message) {
        append(event.pilotId(), event, message);
    }

    private static String running(String region) {
        return "running-pilot/" + region;
    }

    private Outcome simply(PilotCommand command, By by) {
        return decide(command, by, state -> Piloting.decide(state, command, Set.of(), Ids.next()));
    }
}
