package nl.leerspoor.command.leerbedrijf;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TakenIds;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ApproachLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ConfirmErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.Decline;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ErkenningCommand;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.JoinPilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.LapseErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.LeavePilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.NameContactPerson;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.OfferPlaces;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.PipelineCommand;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RecordInterest;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RegisterErkenningWithdrawal;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ReopenContact;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RequestErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ResumeLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.SuspendLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.WithdrawPlaces;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ContactPersonNamed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PersonalDataErased;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The stream of one leerbedrijf: commands in, decisions of {@link Pipeline} and {@link Erkenningen}, events out. */
@Aggregate(type = "leerbedrijf", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class LeerbedrijfStream extends Stream<LeerbedrijfEvent, Leerbedrijf> {

    public LeerbedrijfStream() {
        super(new Leerbedrijf.NotApproached(), Leerbedrijf::evolve);
    }

    /**
     * Why there can be no match with this leerbedrijf; empty when there can. It takes part, and has an active erkenning
     * for the crebo, on the day (rule B4); a loss of erkenning blocks new matches only (rule B26).
     *
     * @param on the planned start, or the day of signing
     */
    public Optional<Refusal> refusesMatch(String crebo, LocalDate on, String region) {
        return Erkenningen.refusesMatch(on(on), crebo, region);
    }

    /** Why nobody can be a supervisor at this leerbedrijf on a day; empty when somebody can. */
    public Optional<Refusal> refusesSupervisor(LocalDate on, String region) {
        return Erkenningen.refusesSupervisor(on(on), region);
    }

    /** Whether somebody was named as contact person by a day. */
    public boolean wasNamed(UUID person, LocalDate day) {
        return timeline().effective().stream()
                .anyMatch(fact -> names(fact, person) && !fact.effectiveOn().isAfter(day));
    }

    /** Whether somebody who spoke for it was erased. */
    public boolean isErased(UUID person) {
        return timeline().recorded().stream()
                .anyMatch(fact -> fact.event() instanceof PersonalDataErased erased
                        && erased.personId().equals(person));
    }

    /** The decision to erase who somebody is who spoke for it; it has to be published by the caller. */
    public Decision<LeerbedrijfEvent> erase(UUID person, UUID privacyCaseId, LocalDate day, String legalBasis) {
        return ContactPersons.erase(timeline(), person, privacyCaseId, day, legalBasis);
    }

    /** The same whoever speaks now. */
    public Decision<LeerbedrijfEvent> eraseAgain(UUID person, UUID privacyCaseId, LocalDate day, String legalBasis) {
        return ContactPersons.eraseAgain(timeline().latest(), person, privacyCaseId, day, legalBasis);
    }

    /** The facts that tell anew who a contact person is and were entered on a day or later. */
    public Set<UUID> namedSince(UUID person, LocalDate day) {
        return timeline().recorded().stream()
                .filter(fact -> names(fact, person))
                .filter(fact -> !LocalDate.ofInstant(fact.recordedAt(), By.ZONE).isBefore(day))
                .map(Fact::id)
                .collect(Collectors.toSet());
    }

    private static boolean names(Fact<LeerbedrijfEvent> fact, UUID person) {
        return fact.event() instanceof ContactPersonNamed named
                && named.contactPersonId().equals(person);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(ApproachLeerbedrijf command, By by) {
        return publish(Pipeline.approach(timeline().latest(), command), by);
    }

    @CommandHandler
    Outcome handle(RecordInterest command, By by) {
        return pipeline(command, by);
    }

    @CommandHandler
    Outcome handle(Decline command, By by) {
        return pipeline(command, by);
    }

    @CommandHandler
    Outcome handle(ReopenContact command, By by) {
        return pipeline(command, by);
    }

    @CommandHandler
    Outcome handle(JoinPilot command, By by) {
        return pipeline(command, by);
    }

    @CommandHandler
    Outcome handle(SuspendLeerbedrijf command, By by) {
        return pipeline(command, by);
    }

    @CommandHandler
    Outcome handle(ResumeLeerbedrijf command, By by) {
        return pipeline(command, by);
    }

    @CommandHandler
    Outcome handle(LeavePilot command, By by) {
        return pipeline(command, by);
    }

    @CommandHandler
    Outcome handle(OfferPlaces command, By by) {
        return pipeline(command, by);
    }

    @CommandHandler
    Outcome handle(WithdrawPlaces command, By by) {
        return pipeline(command, by);
    }

    @CommandHandler
    Outcome handle(RequestErkenning command, By by) {
        return erkenning(command, by);
    }

    @CommandHandler
    Outcome handle(ConfirmErkenning command, By by) {
        return erkenning(command, by);
    }

    @CommandHandler
    Outcome handle(RegisterErkenningWithdrawal command, By by) {
        return erkenning(command, by);
    }

    @CommandHandler
    Outcome handle(LapseErkenning command, By by) {
        return erkenning(command, by);
    }

    @CommandHandler
    Outcome handle(NameContactPerson command, By by, TakenIds ids) {
        boolean somebodyElse = ids.has(command.contactPersonId());
        return decide(command, by, state -> Pipeline.contactPerson(state, command, somebodyElse));
    }

    @EventSourcingHandler
    void on(LeerbedrijfEvent event, EventMessage<?> message) {
        append(event.leerbedrijfId(), event, message);
    }

    private Outcome pipeline(PipelineCommand command, By by) {
        return decide(command, by, state -> Pipeline.decide(state, command));
    }

    private Outcome erkenning(ErkenningCommand command, By by) {
        return decide(command, by, state -> Erkenningen.decide(state, command));
    }
}
