package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Figure.OUTCOMES;

import java.time.LocalDate;
import java.util.EnumMap;
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

    /** What came of the questions of one moment that were due on the day of the figures. */
    private static final class Response {

        private final Map<String, Object> byOutcome = new TreeMap<>();
        private long due;
        private long answered;
        private long unknown;

        /**
         * Adds one question.
         *
         * @param outcome as it was recorded, or null
         * @param late    whether nobody has said anything for so long that it counts as unknown
         */
        void add(String outcome, boolean late) {
            due++;
            if (outcome != null && !outcome.equals(UNKNOWN)) {
                answered++;
                count(outcome);
            } else if (outcome != null || late) {
                unknown++;
                count(UNKNOWN);
            }
        }

        private void count(String outcome) {
            byOutcome.merge(outcome, 1L, (some, one) -> (long) some + 1);
        }

        Map<String, Object> told() {
            Map<String, Object> numbers = new TreeMap<>();
            numbers.put("due", due);
            numbers.put("answered", answered);
            numbers.put("unknown", unknown);
            numbers.put("awaited", due - answered - unknown);
            numbers.put("rate", Sheet.share(answered, due));
            numbers.put("byOutcome", byOutcome);
            return numbers;
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
        response(routes, candidates)
                .forEach(
                        (moment, response) -> sheet.nested(OUTCOMES, "response").put(moment.name(), response.told()));
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
    private static Map<Moment, Response> response(List<Route> routes, List<Candidate> candidates) {
        Map<Occasion, String> outcomes = new HashMap<>();
        candidates.forEach(candidate -> candidate
                .outcomes()
                .forEach(outcome ->
                        outcomes.put(new Occasion(outcome.trajectory(), outcome.moment()), outcome.outcome())));
        Map<Moment, Response> responses = new EnumMap<>(Moment.class);
        MOMENTS.forEach(moment -> responses.put(moment, new Response()));
        for (Route route : routes) {
            if (isAsked(route)) {
                LocalDate today = route.asOf().day();
                LocalDate ended = route.trajectory().milestones().endedOn();
                for (Moment moment : MOMENTS) {
                    LocalDate on = moment.after(ended);
                    if (!on.isAfter(today)) {
                        boolean late = on.plusWeeks(WEEKS_TO_ANSWER).isBefore(today);
                        responses.get(moment).add(outcome(route, moment, outcomes), late);
                    }
                }
            }
        }
        return responses;
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
