package nl.leerspoor.command.trajectory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Presence and holds while somebody learns, and how many weeks of it count as guided (rule B27): those with hours of
 * presence, without weeks that are wholly on hold, and no more than forty. When the presence in a week was registered more
 * than once, the last entry counts. The query side tells the same week by week.
 */
public record GuidedWeeks(Map<IsoWeek, Presence> presence, List<Held> holds) {

    /** The most weeks that a subsidy for practical learning counts. */
    static final int MOST = 40;

    public static final GuidedWeeks NONE = new GuidedWeeks(Map.of(), List.of());

    /** Hours in a week, and the place of their entry among all of the trajectory. */
    record Presence(long entered, BigDecimal hours) {}

    /** A hold up to the day on which it ended, which is no part of it. */
    record Held(LocalDate since, LocalDate until) {}

    GuidedWeeks present(IsoWeek week, Presence hours) {
        Map<IsoWeek, Presence> more = new TreeMap<>(presence);
        more.merge(week, hours, (one, other) -> one.entered() > other.entered() ? one : other);
        return new GuidedWeeks(more, holds);
    }

    /** Holds that meet are one. */
    GuidedWeeks held(Held next) {
        List<Held> more = new ArrayList<>(holds);
        boolean goesOn = !more.isEmpty() && more.getLast().until().equals(next.since());
        more.add(goesOn ? new Held(more.removeLast().since(), next.until()) : next);
        return new GuidedWeeks(presence, more);
    }

    /** How many weeks count of a course of learning from one day to another; empty when no presence was registered. */
    public OptionalInt count(LocalDate from, LocalDate until) {
        return presence.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) presence.entrySet().stream()
                        .filter(week -> week.getValue().hours().signum() > 0)
                        .filter(week -> !isWhollyOnHold(week.getKey().monday(), from, until))
                        .limit(MOST)
                        .count());
    }

    /** Whether every day of the week on which there could be guidance lies in one hold. */
    private boolean isWhollyOnHold(LocalDate monday, LocalDate from, LocalDate until) {
        LocalDate first = monday.isBefore(from) ? from : monday;
        LocalDate sunday = monday.plusDays(6);
        LocalDate last = sunday.isAfter(until) ? until : sunday;
        return holds.stream()
                .anyMatch(hold -> !hold.since().isAfter(first) && hold.until().isAfter(last));
    }
}
