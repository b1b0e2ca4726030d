package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.supervisor.SupervisorRefusal.UNKNOWN_LEERBEDRIJF;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfStream;
import nl.leerspoor.command.supervisor.Supervisor.NotRegistered;
import nl.leerspoor.command.supervisor.Supervisor.Registered;
import nl.leerspoor.command.supervisor.SupervisorCommand.MoveSupervisor;
import nl.leerspoor.command.supervisor.SupervisorCommand.RegisterSupervisor;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Handles what ties a supervisor to a leerbedrijf, which must be known in the supervisor's own region. */
@Component
class EmploymentHandler {

    private final Repository<SupervisorStream> supervisors;
    private final Repository<LeerbedrijfStream> leerbedrijven;

    EmploymentHandler(Repository<SupervisorStream> supervisors, Repository<LeerbedrijfStream> leerbedrijven) {
        this.supervisors = supervisors;
        this.leerbedrijven = leerbedrijven;
    }

    @CommandHandler
    Outcome handle(RegisterSupervisor command, By by) {
        Optional<Refusal> refusal = refuses(command.leerbedrijfId(), command.effectiveOn(), command.region());
        return Streams.create(supervisors, command.supervisorId(), SupervisorStream::new)
                .invoke(stream -> stream.publish(unless(refusal, stream.register(command)), by));
    }

    @CommandHandler
    Outcome handle(MoveSupervisor command, By by) {
        Aggregate<SupervisorStream> supervisor = Streams.load(supervisors, command.supervisorId());
        Optional<Refusal> refusal = supervisor
                .invoke(stream -> region(stream.timeline().latest()))
                .flatMap(region -> refuses(command.leerbedrijfId(), command.effectiveOn(), region));
        return supervisor.invoke(stream -> stream.publish(unless(refusal, stream.post(command)), by));
    }

    private Optional<Refusal> refuses(UUID leerbedrijfId, LocalDate on, String region) {
        return Streams.find(leerbedrijven, leerbedrijfId)
                .map(leerbedrijf -> leerbedrijf.invoke(stream -> stream.refusesSupervisor(on, region)))
                .orElse(Optional.of(UNKNOWN_LEERBEDRIJF));
    }

    /** What is wrong with the supervisor is told before what is wrong with the leerbedrijf. */
    private static Decision<SupervisorEvent> unless(Optional<Refusal> refusal, Decision<SupervisorEvent> decision) {
        return decision.then(events ->
                refusal.<Decision<SupervisorEvent>>map(Decision::rejected).orElse(decision));
    }

    private static Optional<String> region(Supervisor state) {
        return switch (state) {
            case NotRegistered s -> Optional.empty();
            case Registered s -> Optional.of(s.post().region());
        };
    }
}
