package nl.leerspoor.command.ceremony;

import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.UNKNOWN_VERKLARING;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.VERKLARINGEN_NOT_ISSUABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.ceremony.CeremonyCommand.HandedOver;
import nl.leerspoor.command.ceremony.CeremonyCommand.HoldCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.NominateForCeremony;
import nl.leerspoor.command.verklaring.Issue;
import nl.leerspoor.command.verklaring.IssuingHandler;
import nl.leerspoor.command.verklaring.VerklaringStream;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Nominates verklaringen for a ceremony, and issues those that were handed over at it. */
@Component
class HandingOverHandler {

    private final Repository<CeremonyStream> ceremonies;
    private final Repository<VerklaringStream> verklaringen;
    private final IssuingHandler issuing;

    HandingOverHandler(
            Repository<CeremonyStream> ceremonies, Repository<VerklaringStream> verklaringen, IssuingHandler issuing) {
        this.ceremonies = ceremonies;
        this.verklaringen = verklaringen;
        this.issuing = issuing;
    }

    @CommandHandler
    Outcome handle(NominateForCeremony command, By by) {
        Aggregate<CeremonyStream> ceremony = Streams.load(ceremonies, command.ceremonyId());
        Ceremony state = ceremony.invoke(stream -> stream.on(command.effectiveOn()));
        Decision<CeremonyEvent> nomination = Streams.find(verklaringen, command.verklaringId())
                .map(found -> found.invoke(stream -> stream.on(command.effectiveOn())))
                .map(verklaring -> Scheduling.nominate(state, verklaring, command))
                .orElse(rejected(UNKNOWN_VERKLARING));
        return publish(ceremony, nomination, by);
    }

    /** The ceremony and all that is issued at it are one transaction: all of it is recorded, or nothing is. */
    @CommandHandler
    Outcome handle(HoldCeremony command, By by) {
        Aggregate<CeremonyStream> ceremony = Streams.load(ceremonies, command.ceremonyId());
        Decision<CeremonyEvent> held = ceremony.invoke(
                stream -> stream.check(HandingOver.hold(stream.on(command.effectiveOn()), command), by));
        return switch (held) {
            case Decision.Rejected<CeremonyEvent> rejected -> publish(ceremony, rejected, by);
            case Decision.Accepted<CeremonyEvent> accepted -> issueAll(ceremony, accepted, command, by);
        };
    }

    private Outcome issueAll(
            Aggregate<CeremonyStream> ceremony, Decision<CeremonyEvent> held, HoldCeremony command, By by) {
        Joint joint = Joint.by(by).with(ceremony, held);
        List<Map<String, Object>> objections = new ArrayList<>();
        for (HandedOver paper : command.present()) {
            Aggregate<VerklaringStream> verklaring = Streams.load(verklaringen, paper.verklaringId());
            Issue issue = Issue.at(command.ceremonyId(), command.effectiveOn(), paper.documentNo());
            Decision<VerklaringEvent> decision = issuing.decide(verklaring, issue);
            issuing.add(joint, verklaring, decision);
            if (decision instanceof Decision.Rejected<VerklaringEvent> rejected) {
                objections.add(objection(paper.verklaringId(), rejected));
            }
        }
        return objections.isEmpty()
                ? joint.record()
                : publish(ceremony, rejected(VERKLARINGEN_NOT_ISSUABLE, Map.of("verklaringen", objections)), by);
    }

    private static Map<String, Object> objection(UUID verklaringId, Decision.Rejected<VerklaringEvent> rejected) {
        return Map.of(
                "verklaringId", verklaringId,
                "code", rejected.refusal().name(),
                "details", rejected.details());
    }

    private static Outcome publish(Aggregate<CeremonyStream> ceremony, Decision<CeremonyEvent> decision, By by) {
        return ceremony.invoke(stream -> stream.publish(decision, by));
    }
}
