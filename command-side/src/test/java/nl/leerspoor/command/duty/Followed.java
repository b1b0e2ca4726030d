package nl.leerspoor.command.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.privacy.PrivacyCase;
import nl.leerspoor.command.supervisor.Supervisor;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.Retraction;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.OutcomeRecorded;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDraftWithdrawn;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRefused;

/**
 * Facts that come in one after the other, each on the day on which it holds unless another day is named, and the duties
 * that stand open after them by the rules alone.
 */
final class Followed implements Whereabouts {

    /** An event that came in: of which stream, and under which id. */
    private record Came(UUID stream, Fact<Event> fact) {}

    private final List<Came> came = new ArrayList<>();
    private final Map<UUID, DutyRaised> open = new LinkedHashMap<>();
    private final Map<UUID, List<DutyRaised>> discharged = new LinkedHashMap<>();
    private LocalDate today;

    /** The facts that follow come in on this day, whatever day they hold on. */
    Followed on(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    Followed then(Event... events) {
        Stream.of(events).forEach(this::follow);
        return this;
    }

    /** What somebody has to do beside checking the erkenning, and by when: "START_AT_RISK by WERKCOACH on 2020-04-06". */
    List<String> duties() {
        return open.values().stream()
                .filter(duty -> DutyKind.of(duty) != DutyKind.ERKENNING_TO_CHECK)
                .map(Followed::words)
                .sorted()
                .toList();
    }

    List<String> checks() {
        return open.values().stream()
                .filter(duty -> DutyKind.of(duty) == DutyKind.ERKENNING_TO_CHECK)
                .map(Followed::words)
                .toList();
    }

    private static String words(DutyRaised duty) {
        return duty.kind()
                + (duty.moment() == null ? "" : " " + duty.moment())
                + " by " + duty.forRole() + " on " + duty.dueOn()
                + (duty.missed() ? " missed" : "");
    }
    /** The id of the event that came in last. */
    UUID last() {
        return came.getLast().fact().id();
    }

    private void follow(Event event) {
        UUID id = new UUID(0xCA5EL, came.size());
        UUID stream = streamOf(event);
        long version =
                came.stream().filter(other -> other.stream().equals(stream)).count();
        came.add(new Came(stream, new Fact<>(id, version, Instant.EPOCH.plusSeconds(version), "somebody", event)));
        Cause cause = new Cause(id, event, today == null ? event.effectiveOn() : today);
        for (Settling.Settlement settlement : Settling.of(event, this)) {
            List<DutyRaised> settled = open.values().stream()
                    .filter(duty -> DutyKind.of(duty) == settlement.kind()
                            && settlement.kind().subjectsOf(duty).contains(settlement.subject())
                            && settlement.which().test(duty))
                    .toList();
            settled.forEach(duty -> open.remove(duty.dutyId()));
            discharged.computeIfAbsent(id, key -> new ArrayList<>()).addAll(settled);
        }
        if (event instanceof Retraction retraction) {
            retraction.retracts().stream()
                    .flatMap(retracted -> discharged.getOrDefault(retracted, List.of()).stream())
                    .filter(duty -> Needs.stands(duty, this))
                    .forEach(duty -> open.put(duty.dutyId(), duty));
        }
        Raising.of(cause, this).forEach(duty -> open.putIfAbsent(duty.dutyId(), duty));
    }

    private static UUID streamOf(Event event) {
        return switch (event) {
            case TrajectoryEvent e -> e.trajectoryId();
            case SupervisorEvent e -> e.supervisorId();
            case LeerbedrijfEvent e -> e.leerbedrijfId();
            case PraktijkovereenkomstEvent e -> e.praktijkovereenkomstId();
            case TrainingEvent e -> e.trainingId();
            case CandidateEvent e -> e.candidateId();
            case VerklaringEvent e -> e.verklaringId();
            case PrivacyEvent e -> e.privacyCaseId();
            default -> throw new IllegalArgumentException("No duty follows from " + event);
        };
    }

    private <E extends Event> List<Fact<E>> facts(UUID stream, Class<E> family) {
        return came.stream()
                .filter(one -> one.stream().equals(stream))
                .map(Came::fact)
                .map(fact -> new Fact<>(
                        fact.id(), fact.version(), fact.recordedAt(), fact.recordedBy(), family.cast(fact.event())))
                .toList();
    }

    private <E extends Event, S> S latest(UUID id, Class<E> family, S beginning, Timeline.Evolution<E, S> evolution) {
        Timeline<E, S> timeline = Timeline.empty(beginning, evolution);
        for (Fact<E> fact : facts(id, family)) {
            timeline = timeline.plus(fact);
        }
        return timeline.latest();
    }

    private <E extends Event> Stream<E> all(Class<E> type) {
        return came.stream()
                .map(one -> one.fact().event())
                .filter(type::isInstance)
                .map(type::cast);
    }

    @Override
    public Trajectory trajectory(UUID id) {
        return TrajectoryStream.latest(facts(id, TrajectoryEvent.class));
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
                id, PraktijkovereenkomstEvent.class, new Praktijkovereenkomst.Absent(), Praktijkovereenkomst::evolve);
    }

    @Override
    public PrivacyCase privacyCase(UUID id) {
        return latest(id, PrivacyEvent.class, new PrivacyCase.NotOpened(), PrivacyCase::evolve);
    }

    @Override
    public List<UUID> turnedTo(UUID leerbedrijfId) {
        return all(TrajectoryEvent.class)
                .map(TrajectoryEvent::trajectoryId)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<UUID> enrolledIn(UUID trainingId) {
        return all(SupervisorEnrolledInTraining.class)
                .filter(event -> event.trainingId().equals(trainingId))
                .map(SupervisorEnrolledInTraining::supervisorId)
                .toList();
    }

    @Override
    public boolean hasPaper(UUID trajectoryId) {
        List<UUID> papers = new ArrayList<>(all(VerklaringDrafted.class)
                .map(VerklaringDrafted::verklaringId)
                .toList());
        all(VerklaringDraftWithdrawn.class).forEach(event -> papers.remove(event.verklaringId()));
        all(VerklaringRefused.class).forEach(event -> papers.remove(event.verklaringId()));
        return !papers.isEmpty();
    }

    @Override
    public boolean isOutcomeKnown(UUID candidateId, UUID trajectoryId, String moment) {
        return all(OutcomeRecorded.class).anyMatch(event -> event.moment().equals(moment));
    }

    @Override
    public boolean isOpen(DutyKind kind, UUID trajectoryId) {
        return open.values().stream()
                .anyMatch(duty -> DutyKind.of(duty) == kind
                        && Optional.of(trajectoryId).equals(Optional.ofNullable(duty.trajectoryId())));
    }
}
