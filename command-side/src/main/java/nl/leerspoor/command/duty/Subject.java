package nl.leerspoor.command.duty;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.command.NamedId;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;

/** What a duty is about: a trajectory and its place, an erkenning, or a privacy case. What it is not about is null, as in the event. */
record Subject(
        UUID trajectoryId,
        UUID candidateId,
        UUID leerbedrijfId,
        UUID supervisorId,
        UUID trainingId,
        UUID praktijkovereenkomstId,
        String crebo,
        UUID privacyCaseId) {

    private static final UUID PROPOSALS = UUID.fromString("6d0f5a0e-4d0b-4bd5-9f34-1ed7a2c1f2f8");

    static Subject trajectory(UUID trajectoryId, UUID candidateId) {
        return new Subject(trajectoryId, candidateId, null, null, null, null, null, null);
    }

    static Subject place(UUID trajectoryId, UUID candidateId, UUID leerbedrijfId, UUID supervisorId, String crebo) {
        return new Subject(trajectoryId, candidateId, leerbedrijfId, supervisorId, null, null, crebo, null);
    }

    static Subject place(Trajectory.Route route, Trajectory.Match match) {
        return place(route.id(), route.candidateId(), match.leerbedrijfId(), match.supervisorId(), match.crebo());
    }

    /** A place that waits for a supervisor who is in training. */
    static Subject waiting(Trajectory.Route route, UUID leerbedrijfId, UUID supervisorId, UUID trainingId) {
        return new Subject(route.id(), route.candidateId(), leerbedrijfId, supervisorId, trainingId, null, null, null);
    }

    static Subject erkenning(UUID leerbedrijfId, String crebo) {
        return new Subject(null, null, leerbedrijfId, null, null, null, crebo, null);
    }

    static Subject privacyCase(UUID privacyCaseId) {
        return new Subject(null, null, null, null, null, null, null, privacyCaseId);
    }

    /** What stands for those in a region whose retention periods are over. */
    static UUID proposals(String region) {
        return NamedId.of(PROPOSALS, region);
    }

    Subject under(UUID praktijkovereenkomst) {
        return new Subject(
                trajectoryId,
                candidateId,
                leerbedrijfId,
                supervisorId,
                trainingId,
                praktijkovereenkomst,
                crebo,
                privacyCaseId);
    }

    /** The duty of a kind that an event raises for this. */
    DutyRaised raise(DutyKind kind, LocalDate dueOn, Cause cause) {
        return raise(kind, null, dueOn, cause);
    }

    /** The same for one of several moments. It is missed when its day had passed before its cause came in. */
    DutyRaised raise(DutyKind kind, String moment, LocalDate dueOn, Cause cause) {
        UUID whose = Stream.of(trajectoryId, leerbedrijfId, privacyCaseId)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
        return new DutyRaised(
                cause.dutyId(kind, moment == null ? whose.toString() : whose + "/" + moment),
                cause.event().region(),
                cause.effectiveOn(),
                kind.name(),
                kind.forRole(),
                dueOn,
                dueOn.isBefore(cause.seenOn()),
                cause.eventId(),
                cause.name(),
                trajectoryId,
                candidateId,
                leerbedrijfId,
                supervisorId,
                trainingId,
                praktijkovereenkomstId,
                crebo,
                moment,
                privacyCaseId);
    }
}
