package nl.leerspoor.command.candidate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.command.By;
import nl.leerspoor.command.CommonRefusal;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.candidate.Candidate.Active;
import nl.leerspoor.command.candidate.Candidate.Erased;
import nl.leerspoor.command.candidate.Candidate.Merged;
import nl.leerspoor.command.candidate.Candidate.NotRegistered;
import nl.leerspoor.command.candidate.CandidateCommand.AddNote;
import nl.leerspoor.command.candidate.CandidateCommand.ChangeTargetGroup;
import nl.leerspoor.command.candidate.CandidateCommand.GiveConsent;
import nl.leerspoor.command.candidate.CandidateCommand.LinkSchoolStudent;
import nl.leerspoor.command.candidate.CandidateCommand.MergeDuplicate;
import nl.leerspoor.command.candidate.CandidateCommand.RecordCandidateDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RecordPreference;
import nl.leerspoor.command.candidate.CandidateCommand.RectifyCandidateDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RegisterCandidate;
import nl.leerspoor.command.candidate.CandidateCommand.RetractNote;
import nl.leerspoor.command.candidate.CandidateCommand.WithdrawConsent;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRectified;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateTargetGroupCorrected;
import nl.leerspoor.events.candidate.CandidateEvent.NoteRetracted;
import nl.leerspoor.events.candidate.CandidateEvent.PersonalDataErased;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The stream of one candidate. What is said about one of their trajectories is handled by {@link FollowingUpHandler},
 * which reads that trajectory too.
 */
@Aggregate(type = "candidate", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class CandidateStream extends Stream<CandidateEvent, Candidate> {

    public CandidateStream() {
        super(new NotRegistered(), Candidate::evolve);
    }

    /**
     * The decision to register, on this new stream, the person of another candidate who moves to another region. It has
     * to be published by the caller.
     */
    public Decision<CandidateEvent> registerTransferred(
            CandidateStream from, UUID newId, String toRegion, LocalDate day) {
        return Registering.registerTransferred(timeline().latest(), from.on(day), newId, toRegion, day);
    }

    /** Whether the candidate was known to a region on a day. */
    public boolean isRegistered(String region, LocalDate day) {
        return switch (on(day)) {
            case NotRegistered none -> false;
            case Merged merged -> false;
            case Erased gone -> false;
            case Active known -> known.registration().region().equals(region);
        };
    }

    /** The sector that the candidate preferred on a day, by the latest preference of then. */
    public Optional<String> latestPreferredSector(LocalDate day) {
        return switch (on(day)) {
            case NotRegistered none -> Optional.empty();
            case Merged merged -> Optional.empty();
            case Erased gone -> Optional.empty();
            case Active known -> known.preferredSector();
        };
    }

    /** Whether the person was erased, on whatever day. */
    public boolean isErased() {
        return timeline().latest() instanceof Erased;
    }

    /** The person whom the candidate is; empty before the registration. */
    public Optional<UUID> person() {
        return switch (timeline().latest()) {
            case NotRegistered none -> Optional.empty();
            case Active known -> Optional.of(known.registration().personId());
            case Merged merged -> Optional.of(merged.registration().personId());
            case Erased gone -> Optional.of(gone.registration().personId());
        };
    }

    /** Under which id and in which region the person came into view. */
    public Optional<Registered> registeredAs() {
        return switch (timeline().latest()) {
            case NotRegistered none -> Optional.empty();
            case Active known -> Optional.of(Registered.of(known.registration()));
            case Merged merged -> Optional.of(Registered.of(merged.registration()));
            case Erased gone -> Optional.of(Registered.of(gone.registration()));
        };
    }

    /** A candidate of a region. */
    public record Registered(UUID candidateId, String region) {

        private static Registered of(Candidate.Registration registration) {
            return new Registered(registration.candidateId(), registration.region());
        }
    }

    /** The kinds of consent that hold on a day. */
    public Set<String> consentsOn(LocalDate day) {
        return on(day) instanceof Active known ? known.consents() : Set.of();
    }

    /** The decision to take back whichever of these consents hold; it has to be published by the caller. */
    public Decision<CandidateEvent> withdraw(Collection<String> kinds, LocalDate day) {
        return Decision.accepted(on(day) instanceof Active known ? Listening.withdrawn(known, kinds, day) : List.of());
    }

    /** The facts that put something right about the candidate and were entered on a day or later. */
    public Set<UUID> correctionsSince(LocalDate day) {
        return timeline().recorded().stream()
                .filter(fact -> fact.event() instanceof CandidateDetailsRectified
                        || fact.event() instanceof CandidateTargetGroupCorrected
                        || fact.event() instanceof NoteRetracted)
                .filter(fact -> !LocalDate.ofInstant(fact.recordedAt(), By.ZONE).isBefore(day))
                .map(Fact::id)
                .collect(Collectors.toSet());
    }

    /** The decision to erase what tells who the candidate is; it has to be published by the caller. */
    public Decision<CandidateEvent> erase(Erasing.Ground ground) {
        return Erasing.erase(timeline().latest(), ground);
    }

    /** The decision that this candidate is another one; it has to be published by the caller. */
    Decision<CandidateEvent> merge(MergeDuplicate command, CandidateStream into) {
        return Merging.merge(timeline().latest(), into.timeline().latest(), command);
    }

    /** Nothing more is recorded of whoever is no longer kept here, for earlier days neither, but that they are erased. */
    @Override
    public Decision<CandidateEvent> check(Decision<CandidateEvent> decision, By by) {
        if (decision instanceof Decision.Accepted<CandidateEvent> nothing
                && nothing.events().isEmpty()) {
            return decision;
        }
        return switch (timeline().latest()) {
            case NotRegistered none -> super.check(decision, by);
            case Active known -> super.check(decision, by);
            case Merged merged when isErasure(decision) -> super.check(decision, by);
            case Merged merged -> Decision.rejected(CandidateRefusal.CANDIDATE_MERGED, Map.of("into", merged.into()));
            case Erased gone -> Decision.rejected(CommonRefusal.PERSON_ERASED);
        };
    }

    private static boolean isErasure(Decision<CandidateEvent> decision) {
        return decision instanceof Decision.Accepted<CandidateEvent> accepted
                && accepted.events().stream().allMatch(PersonalDataErased.class::isInstance);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(RegisterCandidate command, By by) {
        return publish(Registering.register(timeline().latest(), command), by);
    }

    @CommandHandler
    Outcome handle(ChangeTargetGroup command, By by) {
        return publish(Registering.correctTargetGroup(timeline().latest(), command), by);
    }

    @CommandHandler
    Outcome handle(RecordPreference command, By by) {
        return decide(command, by, state -> Listening.preference(state, command));
    }

    @CommandHandler
    Outcome handle(GiveConsent command, By by) {
        return decide(command, by, state -> Listening.consent(state, command));
    }

    @CommandHandler
    Outcome handle(WithdrawConsent command, By by) {
        return decide(command, by, state -> Listening.withdrawal(state, command));
    }

    @CommandHandler
    Outcome handle(LinkSchoolStudent command, By by) {
        return decide(command, by, state -> Listening.schoolStudent(state, command));
    }

    @CommandHandler
    Outcome handle(RecordCandidateDetails command, By by) {
        return decide(command, by, state -> Identifying.details(state, command));
    }

    @CommandHandler
    Outcome handle(RectifyCandidateDetails command, By by) {
        return publish(Identifying.rectification(timeline().latest(), command), by);
    }

    @CommandHandler
    Outcome handle(AddNote command, By by) {
        return decide(command, by, state -> Identifying.note(state, command));
    }

    @CommandHandler
    Outcome handle(RetractNote command, By by) {
        return publish(Identifying.retraction(timeline(), command), by);
    }

    @EventSourcingHandler
    void on(CandidateEvent event, EventMessage<?> message) {
        append(event.candidateId(), event, message);
    }
}
