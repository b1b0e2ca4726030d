package nl.leerspoor.benchmark.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent;

/** All that was entered, in whatever order it was thought of. */
final class Journal {

    /** A stream: its type as the store names it, and its id. */
    record Subject(String type, UUID id) {}

    private record Entry(UUID id, Event event, Instant at, Author author, UUID decision) {}

    private final Map<Subject, List<Entry>> streams = new LinkedHashMap<>();
    private final Chance chance;

    Journal(Chance chance) {
        this.chance = chance;
    }

    /** Enters a fact and returns the id of its event. */
    UUID enter(Event event, Instant at, Author author, UUID decision) {
        UUID id = chance.id();
        streams.computeIfAbsent(subjectOf(event), subject -> new ArrayList<>())
                .add(new Entry(id, event, at, author, decision));
        return id;
    }

    /** Everything in the order in which it was committed; recorded times rise within a stream. */
    List<StoredEvent> inCommitOrder() {
        List<StoredEvent> all = new ArrayList<>();
        streams.forEach((subject, entries) -> {
            entries.sort(Comparator.comparing(Entry::at));
            Instant last = Instant.MIN;
            for (int version = 0; version < entries.size(); version++) {
                Entry entry = entries.get(version);
                last = entry.at().isAfter(last) ? entry.at() : last.plusNanos(1_000);
                all.add(new StoredEvent(
                        subject.type(),
                        subject.id(),
                        version,
                        entry.id(),
                        last,
                        entry.author(),
                        entry.decision(),
                        entry.event()));
            }
        });
        all.sort(Comparator.comparing(StoredEvent::recordedAt));
        return all;
    }

    private static Subject subjectOf(Event event) {
        return switch (event) {
            case CandidateEvent e -> new Subject("candidate", e.candidateId());
            case TrajectoryEvent e -> new Subject("trajectory", e.trajectoryId());
            case PraktijkovereenkomstEvent e -> new Subject("praktijkovereenkomst", e.praktijkovereenkomstId());
            case VerklaringEvent e -> new Subject("verklaring", e.verklaringId());
            case SupervisorEvent e -> new Subject("supervisor", e.supervisorId());
            case TrainingEvent e -> new Subject("training", e.trainingId());
            case LeerbedrijfEvent e -> new Subject("leerbedrijf", e.leerbedrijfId());
            case CohortEvent e -> new Subject("cohort", e.cohortId());
            case CeremonyEvent e -> new Subject("ceremony", e.ceremonyId());
            case PilotEvent e -> new Subject("pilot", e.pilotId());
            default -> throw new IllegalArgumentException("No stream holds " + event.getClass());
        };
    }
}
