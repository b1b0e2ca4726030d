package nl.leerspoor.benchmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.candidate.Candidate;
import nl.leerspoor.command.ceremony.Ceremony;
import nl.leerspoor.command.cohort.Cohort;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf;
import nl.leerspoor.command.pilot.Pilot;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.supervisor.Supervisor;
import nl.leerspoor.command.training.Training;
import nl.leerspoor.command.trajectory.Course;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.verklaring.Verklaring;
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
import org.junit.jupiter.api.Test;

/** What is made up for measuring could have happened. */
class PastYearsTest {

    private static final List<StoredEvent> EVENTS = PastYears.of(600, 1);

    @Test
    void everyEntryWasPossibleWhenItWasMade() {
        streams().values().forEach(PastYearsTest::replay);
    }

    @Test
    void entriesAreInTheOrderInWhichTheyWereMade() {
        assertThat(EVENTS).extracting(StoredEvent::recordedAt).isSorted();
    }

    @Test
    void noFactIsEnteredBeforeItsDay() {
        assertThat(EVENTS)
                .allSatisfy(event -> assertThat(event.event().effectiveOn())
                        .isBeforeOrEqualTo(recordedOn(event).plusDays(1)));
    }

    @Test
    void aTenthIsEnteredLate() {
        long late = EVENTS.stream()
                .filter(event ->
                        event.event().effectiveOn().isBefore(recordedOn(event).minusDays(1)))
                .count();

        assertThat(late * 100 / EVENTS.size()).isBetween(5L, 25L);
    }

    @Test
    void theSameSeedGivesTheSameYears() {
        assertThat(PastYears.of(60, 7)).isEqualTo(PastYears.of(60, 7));
    }

    @Test
    void allThatCanHappenHappens() {
        Set<String> kinds = PastYears.of(3_000, 2).stream()
                .map(event -> event.event().getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(kinds)
                .contains(
                        "CandidateHoldRetracted",
                        "TrajectoryStopRetracted",
                        "TrajectoryStartCorrected",
                        "CandidateSectorCorrected",
                        "WerkprocesConfirmationRetracted",
                        "TrajectoryStartPostponed",
                        "CandidateWaitlisted",
                        "CandidateTakenOffWaitlist",
                        "TrajectoryTransferredIn",
                        "PlaceReplaced",
                        "CohortActionCompleted",
                        "AwardCeremonyHeld",
                        "VerklaringRevoked",
                        "SupervisorTrainingSuspended",
                        "LeerbedrijfSuspended");
    }

    private static LocalDate recordedOn(StoredEvent event) {
        return LocalDate.ofInstant(event.recordedAt(), ZoneOffset.UTC);
    }

    private static Map<UUID, List<StoredEvent>> streams() {
        return EVENTS.stream()
                .collect(Collectors.groupingBy(StoredEvent::stream, LinkedHashMap::new, Collectors.toList()));
    }

    private static void replay(List<StoredEvent> stream) {
        switch (stream.getFirst().event()) {
            case TrajectoryEvent e -> replay(stream, TrajectoryEvent.class, new Trajectory.NotOpened(), Course::evolve);
            case CandidateEvent e ->
                replay(stream, CandidateEvent.class, new Candidate.NotRegistered(), Candidate::evolve);
            case PraktijkovereenkomstEvent e ->
                replay(
                        stream,
                        PraktijkovereenkomstEvent.class,
                        new Praktijkovereenkomst.Absent(),
                        Praktijkovereenkomst::evolve);
            case VerklaringEvent e ->
                replay(stream, VerklaringEvent.class, new Verklaring.NotDrafted(), Verklaring::evolve);
            case SupervisorEvent e ->
                replay(stream, SupervisorEvent.class, new Supervisor.NotRegistered(), Supervisor::evolve);
            case TrainingEvent e -> replay(stream, TrainingEvent.class, new Training.NotScheduled(), Training::evolve);
            case LeerbedrijfEvent e ->
                replay(stream, LeerbedrijfEvent.class, new Leerbedrijf.NotApproached(), Leerbedrijf::evolve);
            case CohortEvent e -> replay(stream, CohortEvent.class, new Cohort.NotCreated(), Cohort::evolve);
            case CeremonyEvent e -> replay(stream, CeremonyEvent.class, new Ceremony.NotScheduled(), Ceremony::evolve);
            case PilotEvent e -> replay(stream, PilotEvent.class, new Pilot.Planned(), Pilot::evolve);
            default -> throw new IllegalArgumentException("No stream of " + stream);
        }
    }

    /** As the command side takes them: each entry must fit between all that were made before. */
    private static <E extends Event, S> void replay(
            List<StoredEvent> stream, Class<E> family, S beginning, Timeline.Evolution<E, S> evolution) {
        Timeline<E, S> timeline = Timeline.empty(beginning, evolution);
        for (StoredEvent event : stream) {
            timeline = timeline.plus(event.fact(family));
            try {
                timeline.latest();
            } catch (Timeline.Impossible impossible) {
                throw new AssertionError(impossible.getMessage() + " in " + stream, impossible);
            }
        }
    }
}
