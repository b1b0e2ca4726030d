package nl.leerspoor.query.trajectories;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.EffectiveOrder;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryTransferredOut;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/**
 * The weeks of a trajectory that count as guided (rule B27), week by week, so that one sees why not more: those with
 * hours of presence, from the start of the praktijkovereenkomst to the end of learning, without weeks that are wholly on
 * hold, and no more than forty. When the presence in a week was registered more than once, the last entry counts. The
 * command side counts by the same rule when it records that a trajectory is completed; what is entered after that shows
 * here only.
 */
final class GuidedWeeks {

    /** The most weeks that a subsidy for practical learning counts. */
    static final int MOST = 40;

    /** Whether a week counts, and else why not. */
    enum Standing {
        COUNTS,
        ON_HOLD,
        NO_ATTENDANCE,
        OVER_FORTY
    }

    /** A week, and the registrations of presence in it, the one that counts last. */
    @Schema(name = "GuidedWeek", description = "Een week, of zij meetelt, en waarop dat steunt")
    record Week(
            @Schema(description = "Week van de ISO-kalender", example = "2020-W10")
            String week,

            @Schema(
                    description = "Uren aanwezig volgens de laatste invoer; leeg als er niets is ingevoerd",
                    nullable = true)
            BigDecimal hours,

            Standing standing,

            @Schema(description = "Gebeurtenissen waarmee aanwezigheid is ingevoerd; de laatste telt")
            List<UUID> attendanceEventIds) {}

    private final LocalDate from;
    private final Map<String, List<Fact<TrajectoryEvent>>> attendance = new HashMap<>();
    private final List<LocalDate[]> holds = new ArrayList<>();
    private LocalDate heldSince;
    private LocalDate until;

    private GuidedWeeks(LocalDate from, LocalDate until) {
        this.from = from;
        this.until = until;
    }

    /**
     * The weeks up to a day.
     *
     * @param recorded all facts of the trajectory that count, in the order of recording
     * @param from     first day of its first praktijkovereenkomst that came into force
     * @param validOn  the day
     */
    static List<Week> of(List<Fact<TrajectoryEvent>> recorded, LocalDate from, LocalDate validOn) {
        var weeks = new GuidedWeeks(from, validOn);
        EffectiveOrder.of(recorded).stream()
                .filter(fact -> !fact.effectiveOn().isAfter(validOn))
                .forEach(weeks::take);
        weeks.resume(validOn.plusDays(1));
        return weeks.told();
    }

    private void take(Fact<TrajectoryEvent> fact) {
        LocalDate day = fact.effectiveOn();
        if (fact.event() instanceof AttendanceRegistered present) {
            attendance
                    .computeIfAbsent(name(present.weekYear(), present.week()), week -> new ArrayList<>())
                    .add(fact);
        } else if (fact.event() instanceof CandidateOnHold) {
            heldSince = day;
        } else if (fact.event() instanceof CandidateResumed) {
            resume(day);
        } else if (ends(fact.event())) {
            resume(day.plusDays(1));
            until = day;
        }
    }

    private static boolean ends(TrajectoryEvent event) {
        return event instanceof TrajectoryCompleted
                || event instanceof TrajectoryStopped
                || event instanceof TrajectoryTransferredOut;
    }

    private void resume(LocalDate day) {
        if (heldSince != null) {
            boolean goesOn = !holds.isEmpty() && holds.getLast()[1].equals(heldSince);
            holds.add(new LocalDate[] {goesOn ? holds.removeLast()[0] : heldSince, day});
            heldSince = null;
        }
    }

    private List<Week> told() {
        List<Week> weeks = new ArrayList<>();
        int counted = 0;
        LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(until); monday = monday.plusWeeks(1)) {
            Week week = told(monday, counted);
            weeks.add(week);
            counted += week.standing() == Standing.COUNTS ? 1 : 0;
        }
        return List.copyOf(weeks);
    }

    private Week told(LocalDate monday, int counted) {
        String name = name(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        List<Fact<TrajectoryEvent>> entries = attendance.getOrDefault(name, List.of()).stream()
                .sorted(Comparator.comparing(Fact::version))
                .toList();
        BigDecimal hours = entries.isEmpty()
                ? null
                : ((AttendanceRegistered) entries.getLast().event()).hours();
        return new Week(
                name,
                hours,
                standing(monday, hours, counted),
                entries.stream().map(Fact::id).toList());
    }

    private Standing standing(LocalDate monday, BigDecimal hours, int counted) {
        if (isWhollyOnHold(monday)) {
            return Standing.ON_HOLD;
        }
        if (hours == null || hours.signum() == 0) {
            return Standing.NO_ATTENDANCE;
        }
        return counted < MOST ? Standing.COUNTS : Standing.OVER_FORTY;
    }

    /** Whether every day of the week on which there could be guidance lies in one hold. */
    private boolean isWhollyOnHold(LocalDate monday) {
        LocalDate first = monday.isBefore(from) ? from : monday;
        LocalDate sunday = monday.plusDays(6);
        LocalDate last = sunday.isAfter(until) ? until : sunday;
        return holds.stream().anyMatch(hold -> !hold[0].isAfter(first) && hold[1].isAfter(last));
    }

    private static String name(int weekYear, int week) {
        return "%d-W%02d".formatted(weekYear, week);
    }
}
