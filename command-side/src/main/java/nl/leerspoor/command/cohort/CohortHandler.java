package nl.leerspoor.command.cohort;

import static nl.leerspoor.command.Decision.accepted;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.cohort.CohortCommand.AddToCohort;
import nl.leerspoor.command.cohort.CohortCommand.PutCohortOnHold;
import nl.leerspoor.command.cohort.CohortCommand.ResumeCohort;
import nl.leerspoor.command.cohort.CohortCommand.Together;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.hold.HoldCommand.PutCandidateOnHold;
import nl.leerspoor.command.trajectory.hold.HoldCommand.ResumeCandidate;
import nl.leerspoor.command.trajectory.hold.Holding;
import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** One decision for all members of a cohort: its facts and theirs are one transaction with one correlation id. */
@Component
class CohortHandler {

    private final Repository<CohortStream> cohorts;
    private final Repository<TrajectoryStream> trajectories;

    CohortHandler(Repository<CohortStream> cohorts, Repository<TrajectoryStream> trajectories) {
        this.cohorts = cohorts;
        this.trajectories = trajectories;
    }

    @CommandHandler
    Outcome handle(AddToCohort command, By by) {
        Aggregate<CohortStream> cohort = Streams.load(cohorts, command.cohortId());
        Optional<Trajectory> joining = Streams.find(trajectories, command.trajectoryId())
                .map(found -> found.invoke(stream -> stream.on(command.effectiveOn())));
        return cohort.invoke(
                stream -> stream.publish(Cohorting.add(stream.on(command.effectiveOn()), command, joining), by));
    }

    @CommandHandler
    Outcome handle(PutCohortOnHold command, By by) {
        return together(command, by);
    }

    @CommandHandler
    Outcome handle(ResumeCohort command, By by) {
        return together(command, by);
    }

    private Outcome together(Together command, By by) {
        Aggregate<CohortStream> cohort = Streams.load(cohorts, command.cohortId());
        Cohort state = cohort.invoke(stream -> stream.on(command.effectiveOn()));
        Decision<CohortEvent> decision = cohort.invoke(stream -> stream.check(Cohorting.decide(state, command), by));
        return switch (decision) {
            case Decision.Rejected<CohortEvent> rejected -> cohort.invoke(stream -> stream.publish(rejected, by));
            case Decision.Accepted<CohortEvent> accepted -> {
                Map<UUID, Aggregate<TrajectoryStream>> members = load(state.memberIds());
                Effects effects = decide(state.memberIds(), members, command, by);
                yield record(cohort, accepted, members, effects, command, by);
            }
        };
    }

    /** Loads in one order for all, so that two cohorts with members in common can't lock each other out. */
    private Map<UUID, Aggregate<TrajectoryStream>> load(List<UUID> members) {
        Map<UUID, Aggregate<TrajectoryStream>> loaded = new HashMap<>();
        members.stream().sorted().forEach(member -> loaded.put(member, Streams.load(trajectories, member)));
        return loaded;
    }

    private static Effects decide(
            List<UUID> inOrder, Map<UUID, Aggregate<TrajectoryStream>> members, Together command, By by) {
        SequencedMap<UUID, Decision<TrajectoryEvent>> decisions = new LinkedHashMap<>();
        for (UUID member : inOrder) {
            decisions.put(
                    member,
                    members.get(member)
                            .invoke(stream ->
                                    stream.check(effect(command, member, stream.on(command.effectiveOn())), by)));
        }
        return new Effects(decisions);
    }

    /** What the decision does to one member: the rules of a single hold, on the member as it was on the day. */
    private static Decision<TrajectoryEvent> effect(Together command, UUID member, Trajectory state) {
        Optional<UUID> cohort = Optional.of(command.cohortId());
        return switch (command) {
            case PutCohortOnHold c ->
                Holding.decide(
                        state,
                        new PutCandidateOnHold(member, c.effectiveOn(), c.cause(), c.expectedResumeOn(), null),
                        cohort);
            case ResumeCohort c -> Holding.decide(state, new ResumeCandidate(member, c.effectiveOn()), cohort);
        };
    }

    /** A decision that would change nobody is no decision: nothing is recorded, and the sender hears why. */
    private static Outcome record(
            Aggregate<CohortStream> cohort,
            Decision.Accepted<CohortEvent> decision,
            Map<UUID, Aggregate<TrajectoryStream>> members,
            Effects effects,
            Together command,
            By by) {
        if (effects.applied().isEmpty()) {
            return telling(effects, cohort.invoke(stream -> stream.publish(accepted(List.of()), by)));
        }
        Joint joint = Joint.by(by).with(cohort, decision);
        for (UUID member : effects.applied()) {
            joint.with(members.get(member), effects.decisions().get(member));
        }
        CohortEvent completed = Cohorting.completed(decision.events().getFirst(), command, effects);
        return telling(effects, joint.with(cohort, accepted(completed)).record());
    }

    private static Outcome telling(Effects effects, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> refused;
            case Outcome.Recorded recorded -> recorded.telling(effects.told());
        };
    }
}
