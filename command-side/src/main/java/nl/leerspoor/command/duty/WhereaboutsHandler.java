package nl.leerspoor.command.duty;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.privacy.PrivacyCase;
import nl.leerspoor.command.supervisor.Supervisor;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.OutcomeRecorded;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateUnmatched;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateWaitlisted;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDraftWithdrawn;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRefused;
import nl.leerspoor.platform.eventstore.StreamReader;
import org.springframework.stereotype.Component;

/**
 * Keeps who turned to which leerbedrijf, who is enrolled in which training and which papers a trajectory has, as sets of
 * claimed keys, and reads the rest from the streams, up to the event that is followed. Reading takes no locks, so no command waits for it.
 */
@Component
class WhereaboutsHandler {

    private final ClaimedKeys claims;
    private final StreamReader streams;

    WhereaboutsHandler(ClaimedKeys claims, StreamReader streams) {
        this.claims = claims;
        this.streams = streams;
    }

    /** Keeps what an event tells of who is where. Too many is no harm: the state of a trajectory tells them apart. */
    void note(Event event) {
        switch (event) {
            case CandidateMatched e -> turn(e.trajectoryId(), e.leerbedrijfId());
            case CandidateUnmatched e ->
                claims.release(turnedTo(e.leerbedrijfId()), e.trajectoryId().toString());
            case PlaceReplaced e -> {
                claims.release(turnedTo(e.fromLeerbedrijfId()), e.trajectoryId().toString());
                turn(e.trajectoryId(), e.toLeerbedrijfId());
            }
            case CandidateWaitlisted e
            when e.intendedLeerbedrijfId() != null -> turn(e.trajectoryId(), e.intendedLeerbedrijfId());
            case SupervisorEnrolledInTraining e ->
                claims.take(enrolledIn(e.trainingId()), e.supervisorId().toString(), e.supervisorId());
            case VerklaringDrafted e ->
                claims.take(papersOf(e.trajectoryId()), e.verklaringId().toString(), e.verklaringId());
            case VerklaringDraftWithdrawn e ->
                claims.release(papersOf(e.trajectoryId()), e.verklaringId().toString());
            case VerklaringRefused e ->
                claims.release(papersOf(e.trajectoryId()), e.verklaringId().toString());
            default -> {}
        }
    }

    private void turn(UUID trajectory, UUID leerbedrijf) {
        claims.take(turnedTo(leerbedrijf), trajectory.toString(), trajectory);
    }

    /** The place of an event among all. */
    long positionOf(UUID event) {
        return streams.positionOf(event);
    }

    /** Who was where when everything up to a position had come in. */
    Whereabouts asOf(long position, DutyHandler duties) {
        return new Whereabouts() {

            @Override
            public Trajectory trajectory(UUID id) {
                return TrajectoryStream.latest(streams.readAsOf(id, position, TrajectoryEvent.class));
            }

            @Override
            public Leerbedrijf leerbedrijf(UUID id) {
                return latest(id, LeerbedrijfEvent.class, new Leerbedrijf.NotApproached(), Leerbedrijf::evolve);
            }

            @Override
            public Supervisor supervisor(UUID id) {
                return latest(id, SupervisorEvent.class, new Supervisor.NotRegistered(), Supervisor::evolve);
            }

            @Override
            public Praktijkovereenkomst praktijkovereenkomst(UUID id) {
                return latest(
                        id,
                        PraktijkovereenkomstEvent.class,
                        new Praktijkovereenkomst.Absent(),
                        Praktijkovereenkomst::evolve);
            }

            @Override
            public PrivacyCase privacyCase(UUID id) {
                return latest(id, PrivacyEvent.class, new PrivacyCase.NotOpened(), PrivacyCase::evolve);
            }

            @Override
            public List<UUID> turnedTo(UUID leerbedrijfId) {
                return sorted(WhereaboutsHandler.turnedTo(leerbedrijfId));
            }

            @Override
            public List<UUID> enrolledIn(UUID trainingId) {
                return sorted(WhereaboutsHandler.enrolledIn(trainingId));
            }

            @Override
            public boolean hasPaper(UUID trajectoryId) {
                return !claims.holders(papersOf(trajectoryId)).isEmpty();
            }

            @Override
            public boolean isOutcomeKnown(UUID candidateId, UUID trajectoryId, String moment) {
                return streams.readAsOf(candidateId, position, CandidateEvent.class).stream()
                        .anyMatch(fact -> fact.event() instanceof OutcomeRecorded outcome
                                && outcome.trajectoryId().equals(trajectoryId)
                                && outcome.moment().equals(moment));
            }

            @Override
            public boolean isOpen(DutyKind kind, UUID trajectoryId) {
                return duties.isOpen(kind, trajectoryId);
            }

            private <E extends Event, S> S latest(
                    UUID id, Class<E> family, S beginning, Timeline.Evolution<E, S> evolution) {
                Timeline<E, S> timeline = Timeline.empty(beginning, evolution);
                for (Fact<E> fact : streams.readAsOf(id, position, family)) {
                    timeline = timeline.plus(fact);
                }
                return timeline.latest();
            }
        };
    }

    private List<UUID> sorted(String scope) {
        return claims.holders(scope).stream().sorted().toList();
    }

    private static String turnedTo(UUID leerbedrijf) {
        return "turned-to/" + leerbedrijf;
    }

    private static String enrolledIn(UUID training) {
        return "enrolled-in/" + training;
    }

    private static String papersOf(UUID trajectory) {
        return "papers-of/" + trajectory;
    }
}
