package nl.leerspoor.command.supervisor;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.command.By;
import nl.leerspoor.command.CommonRefusal;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.supervisor.SupervisorCommand.ChangeCapacity;
import nl.leerspoor.command.supervisor.SupervisorCommand.EnrolInTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.ExpireTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkAvailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkTrained;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkUnavailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.PostCommand;
import nl.leerspoor.command.supervisor.SupervisorCommand.QualificationCommand;
import nl.leerspoor.command.supervisor.SupervisorCommand.RecogniseExperience;
import nl.leerspoor.command.supervisor.SupervisorCommand.RecordSupervisorDetails;
import nl.leerspoor.command.supervisor.SupervisorCommand.RegisterSupervisor;
import nl.leerspoor.command.supervisor.SupervisorCommand.RetractTrained;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.PersonalDataErased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorDetailsRecorded;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The stream of one supervisor. It handles what it can decide alone; what needs a leerbedrijf too is handled by
 * {@link EmploymentHandler}, what needs a training by the handlers of package {@code training}, and places are taken and given
 * back by the handlers of trajectories.
 */
@Aggregate(type = "supervisor", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class SupervisorStream extends Stream<SupervisorEvent, Supervisor> {

    public SupervisorStream() {
        super(new Supervisor.NotRegistered(), Supervisor::evolve);
    }

    /**
     * Takes a place for a trajectory (rule B5). Refused when the supervisor works for another leerbedrijf, is not
     * trained or not available on that day, or when all places are taken as far as recorded.
     */
    public Decision<SupervisorEvent> reserve(
            UUID trajectoryId, UUID candidateId, UUID leerbedrijfId, LocalDate effectiveOn) {
        return Places.reserve(timeline(), trajectoryId, candidateId, leerbedrijfId, effectiveOn);
    }

    /** Gives the place of a trajectory back; nothing follows when none was taken. */
    public Decision<SupervisorEvent> release(UUID trajectoryId, LocalDate effectiveOn) {
        return Places.release(on(effectiveOn), trajectoryId, effectiveOn);
    }

    /** Takes part in a training, if it has a seat. */
    public Decision<SupervisorEvent> enrol(EnrolInTraining command) {
        return Qualifying.decide(on(command.effectiveOn()), command);
    }

    /**
     * Passes a training. Refused when the supervisor was not enrolled by then.
     *
     * @param validUntil the last day on which it counts, or null when it counts without end
     */
    public Decision<SupervisorEvent> pass(
            UUID trainingId, String trainingKind, LocalDate validUntil, LocalDate effectiveOn) {
        return Qualifying.passed(on(effectiveOn), trainingId, trainingKind, validUntil, effectiveOn);
    }

    /** Whether the supervisor was known to a region on a day. */
    public boolean isRegistered(String region, LocalDate day) {
        return on(day) instanceof Supervisor.Registered known
                && known.post().region().equals(region);
    }

    /** Whether the person was erased, on whatever day. */
    public boolean isErased() {
        return timeline().recorded().stream().anyMatch(fact -> fact.event() instanceof PersonalDataErased);
    }

    /** The decision to erase what tells who the supervisor is; it has to be published by the caller. */
    public Decision<SupervisorEvent> erase(UUID privacyCaseId, LocalDate day, String legalBasis) {
        return Posts.erase(timeline().latest(), privacyCaseId, day, legalBasis);
    }

    /** The same whatever they do now. */
    public Decision<SupervisorEvent> eraseAgain(UUID privacyCaseId, LocalDate day, String legalBasis) {
        return Posts.eraseAgain(timeline().latest(), privacyCaseId, day, legalBasis);
    }

    /** The facts that tell anew who the supervisor is and were entered on a day or later. */
    public Set<UUID> detailsSince(LocalDate day) {
        return timeline().recorded().stream()
                .filter(fact -> fact.event() instanceof SupervisorDetailsRecorded)
                .filter(fact -> !LocalDate.ofInstant(fact.recordedAt(), By.ZONE).isBefore(day))
                .map(Fact::id)
                .collect(Collectors.toSet());
    }

    /** Nothing more is recorded of whoever was erased, for earlier days neither. */
    @Override
    public Decision<SupervisorEvent> check(Decision<SupervisorEvent> decision, By by) {
        return isErased() && !(decision instanceof Decision.Accepted<SupervisorEvent>(var events) && events.isEmpty())
                ? Decision.rejected(CommonRefusal.PERSON_ERASED)
                : super.check(decision, by);
    }

    Decision<SupervisorEvent> register(RegisterSupervisor command) {
        return Posts.register(timeline().latest(), command);
    }

    Decision<SupervisorEvent> post(PostCommand command) {
        return Posts.decide(timeline(), command);
    }

    @CommandHandler
    Outcome handle(ChangeCapacity command, By by) {
        return publish(post(command), by);
    }

    @CommandHandler
    Outcome handle(MarkUnavailable command, By by) {
        return publish(post(command), by);
    }

    @CommandHandler
    Outcome handle(MarkAvailable command, By by) {
        return publish(post(command), by);
    }

    @CommandHandler
    Outcome handle(MarkTrained command, By by) {
        return qualify(command, by);
    }

    @CommandHandler
    Outcome handle(RecogniseExperience command, By by) {
        return qualify(command, by);
    }

    @CommandHandler
    Outcome handle(ExpireTraining command, By by) {
        return qualify(command, by);
    }

    @CommandHandler
    Outcome handle(RetractTrained command, By by) {
        return publish(Qualifying.retract(timeline(), command, by.name()), by);
    }

    @CommandHandler
    Outcome handle(RecordSupervisorDetails command, By by) {
        return decide(command, by, state -> Posts.details(state, command));
    }

    @EventSourcingHandler
    void on(SupervisorEvent event, EventMessage<?> message) {
        append(event.supervisorId(), event, message);
    }

    private Outcome qualify(QualificationCommand command, By by) {
        return decide(command, by, state -> Qualifying.decide(state, command));
    }
}
