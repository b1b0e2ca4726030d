package nl.leerspoor.benchmark.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.leerspoor.events.Event;

/**
 * Enters what happens to one thing. One fact in ten is entered days late, and what builds on it is then entered later
 * still, so that at every moment only what was possible had been entered.
 */
final class Pen {

    private static final int LATE_IN_100 = 10;

    /** Facts that are entered in one go. */
    record Decision(Journal journal, Instant at, Author by, UUID id) {

        /** Enters a fact and returns the id of its event. */
        UUID enter(Event event) {
            return journal.enter(event, at, by, id);
        }

        /** The same moment and decision, by somebody else: the effect on another thing. */
        Decision noEarlierThan(Instant moment) {
            return new Decision(journal, at.isBefore(moment) ? moment : at, by, id);
        }
    }

    private final Journal journal;
    private final Chance chance;
    private Instant last = Instant.MIN;

    Pen(Journal journal, Chance chance) {
        this.journal = journal;
        this.chance = chance;
    }

    /** Enters facts of a day on which later ones build. */
    Decision decide(LocalDate on, Author by) {
        return advance(new Decision(journal, entryOf(on), by, chance.id()));
    }

    /** Enters facts on the day itself. */
    Decision decideAtOnce(LocalDate on, Author by) {
        return advance(new Decision(journal, duringDay(on), by, chance.id()));
    }

    /** Enters what follows here from a decision elsewhere. */
    Decision follow(Decision decision) {
        return advance(decision);
    }

    /** Enters facts of a day on which nothing builds. */
    Decision note(LocalDate on, Author by) {
        Instant at = entryOf(on);
        return new Decision(journal, at.isBefore(last) ? last : at, by, chance.id());
    }

    private Decision advance(Decision decision) {
        Decision next = last.equals(Instant.MIN) ? decision : decision.noEarlierThan(last.plusSeconds(60));
        last = next.at();
        return next;
    }

    private Instant entryOf(LocalDate on) {
        return duringDay(chance.in100(LATE_IN_100) ? on.plusDays(chance.between(1, 20)) : on);
    }

    private Instant duringDay(LocalDate day) {
        return day.atTime(7, 0)
                .plusSeconds(chance.between(0, 9 * 3_600))
                .plusNanos(chance.between(0, 999_999) * 1_000L)
                .toInstant(ZoneOffset.UTC);
    }
}
