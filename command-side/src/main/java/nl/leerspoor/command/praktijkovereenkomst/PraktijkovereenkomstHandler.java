package nl.leerspoor.command.praktijkovereenkomst;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.POK_EXISTS;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.UNKNOWN_TRAJECTORY;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstStream.ONE_PER_TRAJECTORY;

import java.util.List;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfStream;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Parties;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst.Pending;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.AmendPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DraftPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.SignPok;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What a praktijkovereenkomst does together with its trajectory: it is drafted for a match and contracts it. */
@Component
class PraktijkovereenkomstHandler {

    private final Repository<PraktijkovereenkomstStream> agreements;
    private final Repository<TrajectoryStream> trajectories;
    private final Repository<LeerbedrijfStream> leerbedrijven;
    private final ClaimedKeys claims;

    PraktijkovereenkomstHandler(
            Repository<PraktijkovereenkomstStream> agreements,
            Repository<TrajectoryStream> trajectories,
            Repository<LeerbedrijfStream> leerbedrijven,
            ClaimedKeys claims) {
        this.agreements = agreements;
        this.trajectories = trajectories;
        this.leerbedrijven = leerbedrijven;
        this.claims = claims;
    }

    @CommandHandler
    Outcome handle(DraftPok command, By by) throws Exception {
        Aggregate<PraktijkovereenkomstStream> agreement =
                agreements.loadOrCreate(command.target().toString(), PraktijkovereenkomstStream::new);
        Praktijkovereenkomst state =
                agreement.invoke(stream -> stream.timeline().latest());
        Decision<PraktijkovereenkomstEvent> draft = Streams.find(trajectories, command.trajectoryId())
                .map(stream -> stream.invoke(t -> t.on(command.effectiveOn())))
                .filter(trajectory ->
                        trajectory.region().filter(command.region()::equals).isPresent())
                .map(trajectory -> Contracting.draft(state, trajectory, command))
                .orElseGet(() -> rejected(UNKNOWN_TRAJECTORY));
        return Joint.by(by)
                .with(agreement, draft)
                .claiming(claims, ONE_PER_TRAJECTORY, command.trajectoryId().toString(), command.target(), POK_EXISTS)
                .record();
    }

    @CommandHandler
    Outcome handle(AmendPok command, By by) {
        Aggregate<PraktijkovereenkomstStream> agreement = Streams.load(agreements, command.target());
        Parties parties = agreement.invoke(PraktijkovereenkomstStream::parties);
        List<String> werkprocessen = Streams.load(trajectories, parties.trajectoryId())
                .invoke(stream -> stream.on(command.effectiveOn()) instanceof Open open
                        ? open.stage().place().map(Match::werkprocessen).orElse(List.of())
                        : List.of());
        return agreement.invoke(stream ->
                stream.publish(Contracting.amend(stream.on(command.effectiveOn()), command, werkprocessen), by));
    }

    @CommandHandler
    Outcome handle(SignPok command, By by) {
        Aggregate<PraktijkovereenkomstStream> agreement = Streams.load(agreements, command.target());
        Parties parties = agreement.invoke(PraktijkovereenkomstStream::parties);
        Praktijkovereenkomst state = agreement.invoke(stream -> stream.on(command.effectiveOn()));
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, parties.trajectoryId());
        boolean onHold =
                trajectory.invoke(stream -> stream.on(command.effectiveOn()) instanceof Open open && open.isOnHold());
        Decision<PraktijkovereenkomstEvent> signature =
                Contracting.sign(state, command, onHold).then(events -> whenErkend(parties, events));
        return Joint.by(by)
                .with(agreement, signature)
                .with(trajectory, contract(state, signature))
                .record();
    }

    /** The first activation contracts the trajectory; an amendment that becomes active changes nothing there. */
    private static Decision<TrajectoryEvent> contract(
            Praktijkovereenkomst before, Decision<PraktijkovereenkomstEvent> signature) {
        return switch (signature) {
            case Decision.Rejected<PraktijkovereenkomstEvent> refused -> refused.cast();
            case Decision.Accepted<PraktijkovereenkomstEvent> signed ->
                accepted(signed.events().stream()
                        .filter(event -> before instanceof Pending && event instanceof PraktijkovereenkomstActivated)
                        .<TrajectoryEvent>map(event -> new TrajectoryContracted(
                                event.trajectoryId(),
                                event.candidateId(),
                                event.region(),
                                event.effectiveOn(),
                                event.praktijkovereenkomstId()))
                        .toList());
        };
    }

    /** An agreement becomes active only at a leerbedrijf that is erkend on that day (rules B4 and B8). */
    private Decision<PraktijkovereenkomstEvent> whenErkend(Parties parties, List<PraktijkovereenkomstEvent> events) {
        return events.stream()
                .filter(PraktijkovereenkomstActivated.class::isInstance)
                .findFirst()
                .flatMap(activation -> Streams.load(leerbedrijven, parties.leerbedrijfId())
                        .invoke(stream ->
                                stream.refusesMatch(parties.crebo(), activation.effectiveOn(), parties.region())))
                .<Decision<PraktijkovereenkomstEvent>>map(Decision::rejected)
                .orElseGet(() -> accepted(events));
    }
}
