package nl.leerspoor.command.privacy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.PersonCandidates;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.ToldExports;
import nl.leerspoor.command.candidate.CandidateStream;
import nl.leerspoor.command.privacy.PrivacyCase.Granted;
import nl.leerspoor.command.privacy.PrivacyCommand.EndProcessing;
import nl.leerspoor.command.privacy.PrivacyCommand.FinishRectification;
import nl.leerspoor.command.privacy.PrivacyCommand.HandOverExport;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Does what was granted where that reads or changes what is kept of the person, or was made for them. */
@Component
class CarryingOutHandler {

    private final Repository<PrivacyStream> cases;
    private final Repository<CandidateStream> candidates;
    private final PersonCandidates candidatesOf;
    private final Colleagues colleagues;
    private final ToldExports copies;

    CarryingOutHandler(
            Repository<PrivacyStream> cases,
            Repository<CandidateStream> candidates,
            PersonCandidates candidatesOf,
            Colleagues colleagues,
            ToldExports copies) {
        this.cases = cases;
        this.candidates = candidates;
        this.candidatesOf = candidatesOf;
        this.colleagues = colleagues;
        this.copies = copies;
    }

    @CommandHandler
    Outcome handle(FinishRectification command, By by) {
        Aggregate<PrivacyStream> granted = Streams.load(cases, command.target());
        PrivacyCase state = granted.invoke(stream -> stream.on(command.effectiveOn()));
        Set<UUID> corrections = state instanceof Granted toDo ? corrections(toDo) : Set.of();
        return Joint.by(by)
                .with(granted, CarryingOut.rectified(state, command, corrections))
                .record();
    }

    @CommandHandler
    Outcome handle(HandOverExport command, By by) {
        Aggregate<PrivacyStream> granted = Streams.load(cases, command.target());
        PrivacyCase state = granted.invoke(stream -> stream.on(command.effectiveOn()));
        boolean made = copies.isOf(command.exportId(), command.privacyCaseId());
        return Joint.by(by)
                .with(granted, CarryingOut.handOver(state, command, made))
                .record();
    }

    private Set<UUID> corrections(Granted granted) {
        return Stream.concat(
                        of(granted).stream()
                                .flatMap(candidate -> candidate.invoke(
                                        stream -> stream
                                                .correctionsSince(
                                                        granted.request().receivedOn())
                                                .stream())),
                        colleagues.corrections(granted.request()).stream())
                .collect(Collectors.toSet());
    }

    /** What was consented to is taken back, by every candidate that the person is. */
    @CommandHandler
    Outcome handle(EndProcessing command, By by) {
        Aggregate<PrivacyStream> granted = Streams.load(cases, command.target());
        PrivacyCase state = granted.invoke(stream -> stream.on(command.effectiveOn()));
        List<Aggregate<CandidateStream>> all = state instanceof Granted toDo ? of(toDo) : List.of();
        Set<String> consents = all.stream()
                .flatMap(candidate -> candidate.invoke(stream -> stream.consentsOn(command.effectiveOn()).stream()))
                .collect(Collectors.toSet());
        Joint joint = Joint.by(by).with(granted, CarryingOut.end(state, command, consents));
        all.forEach(candidate -> joint.with(
                candidate, candidate.invoke(stream -> stream.withdraw(command.processings(), command.effectiveOn()))));
        return joint.record();
    }

    private List<Aggregate<CandidateStream>> of(Granted granted) {
        return candidatesOf.of(granted.request().personId()).stream()
                .map(id -> Streams.load(candidates, id))
                .toList();
    }
}
