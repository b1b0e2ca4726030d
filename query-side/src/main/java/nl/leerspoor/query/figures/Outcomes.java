package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Figure.OUTCOMES;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.leerspoor.query.figures.Candidate.Outcome;
import nl.leerspoor.query.figures.Trajectory.Status;

/**
 * F17: what became of people when their trajectory ended, and three, six and twelve months later. Asked are those who
 * completed or stopped; who was referred or went on in another region has no outcome of this trajectory. What is not
 * answered within eight weeks counts as unknown, without an event that says so.
 */
final class Outcomes {

    private static final String UNKNOWN = "UNKNOWN";
    private static final String DECEASED = "DECEASED";
    private static final int WEEKS_TO_ANSWER = 8;
    private static final List<Moment> MOMENTS = List.of(Moment.values());

    /** When it is asked, so many months after the end. */
    enum Moment {
        END(0),
        M3(3),
        M6(6),
        M12(12);

        private final int months;

        Moment(int months) {
            this.months = months;
        }

        LocalDate after(LocalDate end) {
            return end.plusMonths(months);
        }
    }

    /**
     * One question that was due on the day of the figures.
     *
     * @param outcome as it was recorded, or null
     */
    record Asked(Route route, Moment moment, LocalDate on, String outcome) {

        /** Whether something is known now; that it is not known is no answer. */
        boolean isAnswered() {
            return outcome != null && !outcome.equals(UNKNOWN);
        }

        /** Whether nobody knows, or nobody said anything in time. */
        boolean isUnknown() {
            return !isAnswered()
                    && (outcome != null
                            || on.plusWeeks(WEEKS_TO_ANSWER)
                                    .isBefore(route.asOf().day()));
        }
    }

    /** A moment of a trajectory. */
    private record Occasion(UUID trajectory, String moment) {}

    private Outcomes() {}

    static void fill(Sheet sheet, List<Route> routes, List<Candidate> candidates) {
        if (!sheet.wants(OUTCOMES)) {
            return;
        }
        recorded(
                sheet,
                candidates.stream()
                        .flatMap(candidate -> candidate.outcomes().stream())
                        .toList());
        response(sheet, asked(routes, candidates));
    }

    private static void recorded(Sheet sheet, List<Outcome> outcomes) {
        sheet.number(OUTCOMES, "total", outcomes.size());
        split(sheet, "outcome", outcomes, Outcome::outcome);
        split(sheet, "moment", outcomes, Outcome::moment);
    }

    private static void split(Sheet sheet, String name, List<Outcome> outcomes, Function<Outcome, String> key) {
        if (!sheet.wants(name)) {
            return;
        }
        sheet.split(OUTCOMES, name);
        outcomes.stream()
                .collect(Collectors.groupingBy(key, Collectors.counting()))
                .forEach((part, n) -> sheet.part(OUTCOMES, name, part, n));
    }

    /** Per moment how many were due, how many answered, and what became of people. */
    private static void response(Sheet sheet, List<Asked> asked) {
        Map<Moment, List<Asked>> byMoment = asked.stream().collect(Collectors.groupingBy(Asked::moment));
        for (Moment moment : Moment.values()) {
            sheet.nested(OUTCOMES, "response").put(moment.name(), numbers(byMoment.getOrDefault(moment, List.of())));
        }
    }

    private static Map<String, Object> numbers(List<Asked> due) {
        long answered = due.stream().filter(Asked::isAnswered).count();
        long unknown = due.stream().filter(Asked::isUnknown).count();
        Map<String, Object> numbers = new TreeMap<>();
        numbers.put("due", (long) due.size());
        numbers.put("answered", answered);
        numbers.put("unknown", unknown);
        numbers.put("awaited", due.size() - answered - unknown);
        numbers.put("rate", Sheet.share(answered, due.size()));
        numbers.put(
                "byOutcome",
                new TreeMap<>(due.stream()
                        .filter(one -> one.isAnswered() || one.isUnknown())
                        .collect(Collectors.groupingBy(
                                one -> one.isAnswered() ? one.outcome() : UNKNOWN, Collectors.counting()))));
        return numbers;
    }

    /** Every question that was due. */
    static List<Asked> asked(List<Route> routes, List<Candidate> candidates) {
        Map<Occasion, String> outcomes = new HashMap<>();
        candidates.stream()
                .flatMap(candidate -> candidate.outcomes().stream())
                .forEach(outcome ->
                        outcomes.put(new Occasion(outcome.trajectory(), outcome.moment()), outcome.outcome()));
        return routes.stream()
                .filter(Outcomes::isAsked)
                .<Asked>mapMulti((route, due) -> {
                    for (Moment moment : MOMENTS) {
                        LocalDate on =
                                moment.after(route.trajectory().milestones().endedOn());
                        if (!on.isAfter(route.asOf().day())) {
                            due.accept(new Asked(route, moment, on, outcome(route, moment, outcomes)));
                        }
                    }
                })
                .toList();
    }

    private static String outcome(Route route, Moment moment, Map<Occasion, String> outcomes) {
        return outcomes.isEmpty()
                ? null
                : outcomes.get(new Occasion(route.trajectory().id(), moment.name()));
    }

    private static boolean isAsked(Route route) {
        return route.is(Status.COMPLETED)
                || route.is(Status.STOPPED)
                        && !DECEASED.equals(route.trajectory().endReason());
    }
}
