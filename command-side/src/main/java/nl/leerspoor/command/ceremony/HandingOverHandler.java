package nl.leerspoor.command.ceremony;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.UNKNOWN_VERKLARING;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.VERKLARINGEN_NOT_ISSUABLE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
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
        Map<UUID, Aggregate<VerklaringStream>> papers = new LinkedHashMap<>();
        command.present()
                .forEach(paper -> papers.put(paper.verklaringId(), Streams.load(verklaringen, paper.verklaringId())));
        return switch (decide(papers, command, by).then(issuing::claim)) {
            case Decision.Rejected<VerklaringEvent> rejected -> publish(ceremony, rejected.cast(), by);
            case Decision.Accepted<VerklaringEvent> issued -> {
                Outcome outcome = publish(ceremony, held, by);
                issued.events()
                        .forEach(event ->
                                papers.get(event.verklaringId()).invoke(stream -> stream.publish(accepted(event), by)));
                yield outcome;
            }
        };
    }

    private Decision<VerklaringEvent> decide(
            Map<UUID, Aggregate<VerklaringStream>> papers, HoldCeremony command, By by) {
        List<VerklaringEvent> issued = new ArrayList<>();
        List<Map<String, Object>> objections = new ArrayList<>();
        for (HandedOver paper : command.present()) {
            Issue issue = Issue.at(command.ceremonyId(), command.effectiveOn(), paper.documentNo());
            switch (issuing.decide(papers.get(paper.verklaringId()), issue, by)) {
                case Decision.Accepted<VerklaringEvent> accepted -> issued.addAll(accepted.events());
                case Decision.Rejected<VerklaringEvent> rejected ->
                    objections.add(Map.of(
                            "verklaringId", paper.verklaringId(),
                            "code", rejected.refusal().name(),
                            "details", rejected.details()));
            }
        }
        return objections.isEmpty()
                ? accepted(issued)
                : rejected(VERKLARINGEN_NOT_ISSUABLE, Map.of("verklaringen", objections));
    }

    private static Outcome publish(Aggregate<CeremonyStream> ceremony, Decision<CeremonyEvent> decision, By by) {
        return ceremony.invoke(stream -> stream.publish(decision, by));
    }
}
