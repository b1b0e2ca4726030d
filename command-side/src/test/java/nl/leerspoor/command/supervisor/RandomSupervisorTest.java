package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.supervisor.SupervisorFacts.LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorFacts.OTHER_LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorFacts.REGISTERED_ON;
import static nl.leerspoor.command.supervisor.SupervisorFacts.SUPERVISOR;
import static nl.leerspoor.command.supervisor.SupervisorFacts.TRAINING;
import static nl.leerspoor.command.supervisor.SupervisorFacts.candidate;
import static nl.leerspoor.command.supervisor.SupervisorFacts.given;
import static nl.leerspoor.command.supervisor.SupervisorFacts.registered;
import static nl.leerspoor.command.supervisor.SupervisorFacts.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.supervisor.Supervisor.Registered;
import nl.leerspoor.command.supervisor.SupervisorCommand.ChangeCapacity;
import nl.leerspoor.command.supervisor.SupervisorCommand.EnrolInTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.ExpireTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkAvailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkTrained;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkUnavailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MoveSupervisor;
import nl.leerspoor.command.supervisor.SupervisorCommand.RecogniseExperience;
import nl.leerspoor.command.supervisor.SupervisorCommand.RetractTrained;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import org.junit.jupiter.api.Test;

/**
 * What a decision on a supervisor accepts is possible, or an earlier fact stands in its way, however late it is sent;
 * and no more places are taken than there are (rule B5).
 */
class RandomSupervisorTest {

    private static final long SEED = 20200525;
    private static final int WALKS = 100;
    private static final int COMMANDS = 80;

    private final Random random = new Random(SEED);
    private final Set<Class<?>> recorded = new HashSet<>();

    @Test
    void whatADecisionAcceptsCanHappenAndOverbooksNobody() {
        for (int walk = 0; walk < WALKS; walk++) {
            walk();
        }
        assertThat(recorded).as("kinds of facts that the walks came across").hasSize(11);
    }

    private void walk() {
        Timeline<SupervisorEvent, Supervisor> timeline = given(registered());
        LocalDate today = REGISTERED_ON;
        for (int step = 0; step < COMMANDS; step++) {
            today = today.plusDays(random.nextInt(3) / 2);
            Decision<SupervisorEvent> decision = decide(timeline, dayUntil(today));
            if (decision instanceof Decision.Accepted<SupervisorEvent>(List<SupervisorEvent> events)) {
                int before = timeline.recorded().size();
                Optional<Fact<SupervisorEvent>> conflict = timeline.conflictWith(events);
                assertThat(conflict.filter(fact -> fact.version() >= before))
                        .as("the fact among %s that is impossible after %s", events, timeline.effective())
                        .isEmpty();
                if (conflict.isEmpty()) {
                    for (SupervisorEvent event : events) {
                        timeline = and(timeline, event);
                    }
                    assertThat(timeline.latest())
                            .isInstanceOfSatisfying(
                                    Registered.class,
                                    supervisor -> assertThat(
                                                    supervisor.reservations().size())
                                            .isLessThanOrEqualTo(
                                                    supervisor.post().maxCandidates()));
                }
            }
        }
    }

    private Timeline<SupervisorEvent, Supervisor> and(
            Timeline<SupervisorEvent, Supervisor> timeline, SupervisorEvent event) {
        int place = timeline.recorded().size();
        recorded.add(event.getClass());
        return timeline.plus(
                new Fact<>(Given.idOf(place), place, Instant.EPOCH.plusSeconds(place), Given.SOMEBODY, event));
    }

    private Decision<SupervisorEvent> decide(Timeline<SupervisorEvent, Supervisor> timeline, LocalDate on) {
        Supervisor state = timeline.on(on);
        UUID company = random.nextInt(3) > 0 ? LEERBEDRIJF : OTHER_LEERBEDRIJF;
        int who = random.nextInt(5);
        return switch (random.nextInt(15)) {
            case 0 -> Posts.decide(timeline, new MoveSupervisor(SUPERVISOR, on, company));
            case 1 -> Posts.decide(timeline, new ChangeCapacity(SUPERVISOR, on, 1 + random.nextInt(4)));
            case 2 -> Posts.decide(timeline, new MarkUnavailable(SUPERVISOR, on, "CORONA"));
            case 3 -> Posts.decide(timeline, new MarkAvailable(SUPERVISOR, on));
            case 4 -> Qualifying.decide(state, new EnrolInTraining(SUPERVISOR, on, TRAINING));
            case 5 -> Qualifying.decide(state, new MarkTrained(SUPERVISOR, on, "BEGELEIDERSTRAINING", until(on)));
            case 6 -> Qualifying.passed(state, TRAINING, "BEGELEIDERSTRAINING", until(on), on);
            case 7 -> Qualifying.decide(state, new RecogniseExperience(SUPERVISOR, on, "EXPERIENCE"));
            case 8 -> Qualifying.decide(state, new ExpireTraining(SUPERVISOR, on));
            case 9 ->
                Qualifying.retract(
                        timeline,
                        new RetractTrained(
                                SUPERVISOR,
                                Given.idOf(random.nextInt(timeline.recorded().size())),
                                "DATA_ENTRY_ERROR"),
                        Given.SOMEBODY);
            case 10, 11 -> Places.release(state, trajectory(who), on);
            default -> Places.reserve(timeline, trajectory(who), candidate(who), company, on);
        };
    }

    private LocalDate until(LocalDate on) {
        return random.nextBoolean() ? null : on.plusDays(random.nextInt(20));
    }

    /** Today more often than not, else some day before it. */
    private LocalDate dayUntil(LocalDate today) {
        int days = (int) (today.toEpochDay() - REGISTERED_ON.toEpochDay());
        return random.nextInt(3) > 0 ? today : REGISTERED_ON.plusDays(random.nextInt(1 + days));
    }
}
