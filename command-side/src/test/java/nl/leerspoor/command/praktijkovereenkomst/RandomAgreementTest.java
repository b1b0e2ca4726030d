package nl.leerspoor.command.praktijkovereenkomst;

import static nl.leerspoor.command.trajectory.TrajectoryFacts.MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.POK;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilContracted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.AmendPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DissolvePok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DraftPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.EndPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.RejectPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.SignPok;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import org.junit.jupiter.api.Test;

/** What a decision on an agreement accepts is possible, or an earlier fact stands in its way, however late it is sent. */
class RandomAgreementTest {

    private static final long SEED = 20200403;
    private static final int WALKS = 120;
    private static final int COMMANDS = 60;

    private final Random random = new Random(SEED);
    private final Set<Class<?>> recorded = new HashSet<>();

    @Test
    void whatADecisionAcceptsCanHappen() {
        for (int walk = 0; walk < WALKS; walk++) {
            walk();
        }
        assertThat(recorded).as("kinds of facts that the walks came across").hasSize(7);
    }

    private void walk() {
        Timeline<PraktijkovereenkomstEvent, Praktijkovereenkomst> timeline =
                Timeline.empty(new Praktijkovereenkomst.Absent(), Praktijkovereenkomst::evolve);
        LocalDate today = MATCHED;
        for (int step = 0; step < COMMANDS; step++) {
            today = today.plusDays(random.nextInt(3) / 2);
            LocalDate on = random.nextInt(3) > 0
                    ? today
                    : MATCHED.plusDays(random.nextInt(1 + (int) (today.toEpochDay() - MATCHED.toEpochDay())));
            Decision<PraktijkovereenkomstEvent> decision = decide(timeline, on);
            if (decision instanceof Decision.Accepted<PraktijkovereenkomstEvent>(var events)) {
                int before = timeline.recorded().size();
                Optional<Fact<PraktijkovereenkomstEvent>> conflict = timeline.conflictWith(events);
                assertThat(conflict.filter(fact -> fact.version() >= before))
                        .as("the fact among %s that is impossible after %s", events, timeline.effective())
                        .isEmpty();
                if (conflict.isEmpty()) {
                    for (PraktijkovereenkomstEvent event : events) {
                        timeline = and(timeline, event);
                    }
                    assertThat(timeline.latest()).isNotNull();
                }
            }
        }
    }

    private Timeline<PraktijkovereenkomstEvent, Praktijkovereenkomst> and(
            Timeline<PraktijkovereenkomstEvent, Praktijkovereenkomst> timeline, PraktijkovereenkomstEvent event) {
        int place = timeline.recorded().size();
        recorded.add(event.getClass());
        return timeline.plus(
                new Fact<>(Given.idOf(place), place, Instant.EPOCH.plusSeconds(place), Given.SOMEBODY, event));
    }

    private Decision<PraktijkovereenkomstEvent> decide(
            Timeline<PraktijkovereenkomstEvent, Praktijkovereenkomst> timeline, LocalDate on) {
        Praktijkovereenkomst state = timeline.on(on);
        return switch (random.nextInt(16)) {
            case 0, 1 ->
                Contracting.draft(timeline.latest(), given(untilContracted()).latest(), draft(on));
            case 2 ->
                Contracting.amend(
                        state,
                        new AmendPok(POK, on, on, on.plusYears(1), 20, List.of("B1-K1-W1")),
                        List.of("B1-K1-W1"));
            case 3 -> once(Contracting.dissolve(state, new DissolvePok(POK, on, "OTHER")));
            case 4 -> once(Contracting.end(state, new EndPok(POK, on)));
            case 5 -> once(Contracting.reject(state, new RejectPok(POK, on, "OTHER")));
            default -> Contracting.sign(state, new SignPok(POK, on, party(), "PAPER"), random.nextInt(10) == 0);
        };
    }

    /** Ends come seldom, so that most walks get far. */
    private Decision<PraktijkovereenkomstEvent> once(Decision<PraktijkovereenkomstEvent> end) {
        return random.nextInt(4) == 0 ? end : Decision.accepted(List.of());
    }

    private String party() {
        return List.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL", "LEGAL_REPRESENTATIVE")
                .get(random.nextInt(4));
    }

    private DraftPok draft(LocalDate on) {
        return new DraftPok(
                POK,
                TWENTE,
                on,
                TRAJECTORY,
                on,
                on.plusYears(1),
                24,
                null,
                "DERDE_LEERWEG",
                random.nextInt(4) == 0,
                null);
    }
}
