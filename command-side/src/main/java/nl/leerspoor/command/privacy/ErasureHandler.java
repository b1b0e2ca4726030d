package nl.leerspoor.command.privacy;

import static nl.leerspoor.command.Decision.rejected;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.CommonRefusal;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.PersonCandidates;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.candidate.CandidateStream;
import nl.leerspoor.command.candidate.Erasing.Ground;
import nl.leerspoor.command.privacy.Handling.About;
import nl.leerspoor.command.privacy.PrivacyCase.Granted;
import nl.leerspoor.command.privacy.PrivacyCase.SubjectKind;
import nl.leerspoor.command.privacy.PrivacyCommand.EraseAgain;
import nl.leerspoor.command.privacy.PrivacyCommand.ExecuteErasure;
import nl.leerspoor.command.privacy.PrivacyCommand.OpenPrivacyCase;
import nl.leerspoor.command.trajectory.ending.Aftermath;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.platform.personaldata.PersonSealing;
import nl.leerspoor.platform.personaldata.ShredRegister.Erasure;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Takes in what people ask, and erases them: the key of the person is destroyed in the transaction of the events that tell of
 * it, one in each stream that says who the person is. Whatever the request was about, none of those may forbid it.
 */
@Component
class ErasureHandler {

    private static final long NO_STREAM = -1;

    private final Repository<PrivacyStream> cases;
    private final Repository<CandidateStream> candidates;
    private final PersonCandidates candidatesOf;
    private final Colleagues colleagues;
    private final ClaimedKeys claims;
    private final PersonSealing sealing;

    ErasureHandler(
            Repository<PrivacyStream> cases,
            Repository<CandidateStream> candidates,
            PersonCandidates candidatesOf,
            Colleagues colleagues,
            ClaimedKeys claims,
            PersonSealing sealing) {
        this.cases = cases;
        this.candidates = candidates;
        this.candidatesOf = candidatesOf;
        this.colleagues = colleagues;
        this.claims = claims;
        this.sealing = sealing;
    }

    @CommandHandler
    Outcome handle(OpenPrivacyCase command, By by) {
        Aggregate<PrivacyStream> opened = Streams.create(cases, command.target(), PrivacyStream::new);
        PrivacyCase state = opened.invoke(stream -> stream.timeline().latest());
        return Joint.by(by).with(opened, open(state, command)).record();
    }

    private Decision<PrivacyEvent> open(PrivacyCase state, OpenPrivacyCase command) {
        boolean candidate = command.candidateId() != null;
        boolean supervisor = command.supervisorId() != null;
        boolean contactPerson = command.contactPersonId() != null;
        boolean leerbedrijf = command.leerbedrijfId() != null;
        if (candidate && !supervisor && !contactPerson && !leerbedrijf) {
            return Streams.find(candidates, command.candidateId())
                    .map(found -> found.invoke(stream -> open(state, stream, command)))
                    .orElse(rejected(PrivacyRefusal.UNKNOWN_CANDIDATE_OF_CASE));
        }
        if (supervisor && !candidate && !contactPerson && !leerbedrijf) {
            return colleagues.ofSupervisor(state, command);
        }
        return contactPerson && leerbedrijf && !candidate && !supervisor
                ? colleagues.ofContactPerson(state, command)
                : rejected(PrivacyRefusal.REQUEST_OF_ONE_PERSON);
    }

    private static Decision<PrivacyEvent> open(PrivacyCase state, CandidateStream candidate, OpenPrivacyCase command) {
        if (candidate.isErased()) {
            return rejected(CommonRefusal.PERSON_ERASED);
        }
        return candidate.isRegistered(command.region(), command.effectiveOn())
                ? Handling.open(
                        state,
                        command,
                        new About(
                                SubjectKind.CANDIDATE,
                                command.candidateId(),
                                candidate.person().orElseThrow()))
                : rejected(PrivacyRefusal.UNKNOWN_CANDIDATE_OF_CASE);
    }

    @CommandHandler
    Outcome handle(ExecuteErasure command, By by) {
        Aggregate<PrivacyStream> granted = Streams.load(cases, command.target());
        PrivacyCase state = granted.invoke(stream -> stream.on(command.effectiveOn()));
        Joint joint = Joint.by(by).with(granted, CarryingOut.erase(state, command, by.name()));
        if (!(state instanceof Granted toDo) || !(toDo.request().right() instanceof Right.Erasure)) {
            return joint.record();
        }
        UUID person = toDo.request().personId();
        Ground ground = new Ground(command.privacyCaseId(), command.effectiveOn(), toDo.legalBasis());
        List<Aggregate<CandidateStream>> all = load(person);
        Optional<UUID> open = all.stream()
                .flatMap(candidate -> candidate.invoke(this::openTrajectory).stream())
                .findFirst();
        if (open.isPresent()) {
            return new Outcome.Refused(
                    granted.invoke(PrivacyStream::version),
                    PrivacyRefusal.CANDIDATE_HAS_OPEN_TRAJECTORY,
                    Map.of("trajectoryId", open.get()));
        }
        all.forEach(candidate -> joint.with(candidate, candidate.invoke(stream -> stream.erase(ground))));
        colleagues.erase(joint, person, ground);
        Outcome outcome = joint.record();
        if (outcome instanceof Outcome.Recorded) {
            destroyKeys(person, all, ground);
        }
        return outcome;
    }

    /** Whatever became of them since: it was decided on before, and is in the register. */
    @CommandHandler
    Outcome handle(EraseAgain command, By by) {
        Ground ground = new Ground(command.privacyCaseId(), command.effectiveOn(), command.legalBasis());
        List<Aggregate<CandidateStream>> all = load(command.personId());
        Joint joint = Joint.by(by);
        List<Aggregate<CandidateStream>> brought = all.stream()
                .filter(candidate -> !candidate.invoke(CandidateStream::isErased))
                .toList();
        brought.forEach(candidate -> joint.with(candidate, candidate.invoke(stream -> stream.erase(ground))));
        boolean colleague = colleagues.eraseAgain(joint, command.personId(), ground);
        var done = new ExecuteErasure(command.privacyCaseId(), command.effectiveOn());
        Streams.find(cases, command.privacyCaseId())
                .filter(found -> found.invoke(stream -> stream.on(command.effectiveOn())) instanceof Granted)
                .ifPresent(found -> joint.with(
                        found,
                        found.invoke(stream -> CarryingOut.erase(stream.on(command.effectiveOn()), done, by.name()))));
        Outcome outcome = brought.isEmpty() && !colleague
                ? new Outcome.Recorded(command.privacyCaseId(), NO_STREAM, NO_STREAM, Map.of())
                : joint.record();
        if (outcome instanceof Outcome.Recorded) {
            destroyKeys(command.personId(), all, ground);
        }
        return outcome;
    }

    private List<Aggregate<CandidateStream>> load(UUID person) {
        return candidatesOf.of(person).stream()
                .map(id -> Streams.load(candidates, id))
                .toList();
    }

    /** Of the person and of whoever turned out to be that person, in an order in which nobody waits for another. */
    private void destroyKeys(UUID person, List<Aggregate<CandidateStream>> all, Ground ground) {
        Stream.concat(
                        Stream.of(person),
                        all.stream().flatMap(candidate -> candidate.invoke(CandidateStream::person).stream()))
                .distinct()
                .sorted()
                .map(one -> new Erasure(one, ground.privacyCaseId(), ground.on(), ground.legalBasis()))
                .forEach(sealing::erase);
    }

    private Optional<UUID> openTrajectory(CandidateStream candidate) {
        return candidate
                .registeredAs()
                .flatMap(registered -> claims.holder(
                        Aftermath.openTrajectory(registered.region()),
                        registered.candidateId().toString()));
    }
}
