package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Figure.POSTPONED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.leerspoor.query.figures.Trajectory.Postponement;

/** How long people were put off, by what (F05), how long they wait (F04), and how long trainings lay still (F12), in days. */
final class Delays {

    /** What one cause, or all, did to one trajectory. */
    private record Delay(Route route, int days, int times) {

        static Delay of(Route route, List<Postponement> postponements) {
            return new Delay(
                    route, postponements.stream().mapToInt(Postponement::days).sum(), postponements.size());
        }
    }

    private Delays() {}

    static void fill(Sheet sheet, Situation situation, List<Route> routes) {
        if (sheet.wants(POSTPONED)) {
            postponements(
                    sheet, situation, routes.stream().filter(Route::isPostponed).toList());
        }
        if (sheet.wants(Figure.WAITING)) {
            waiting(sheet, routes.stream().filter(Route::isWaiting).toList());
        }
    }

    /** The median is that of the trainings that ever lay still; the others would make it say nothing. */
    static void ofTrainings(Sheet sheet, List<Training.OnDay> trainings) {
        if (!sheet.wants(Figure.TRAININGS_BY_STATE)) {
            return;
        }
        sheet.number(
                Figure.TRAININGS_BY_STATE,
                "medianDaysSuspended",
                Median.of(trainings.stream()
                        .filter(Training.OnDay::wasSuspended)
                        .map(Training.OnDay::daysSuspended)
                        .toList()));
    }

    /** Days are summed per trajectory, then the median is taken; a trajectory with two causes counts in each. */
    private static void postponements(Sheet sheet, Situation situation, List<Route> postponed) {
        List<Delay> all = postponed.stream()
                .map(route -> Delay.of(route, route.trajectory().postponements()))
                .toList();
        sheet.number(POSTPONED, "medianDays", median(all));
        sheet.split(POSTPONED, "cause");
        if (sheet.wants("cause")) {
            byCause(postponed).forEach((cause, delays) -> {
                List<Route> routes = delays.stream().map(Delay::route).toList();
                sheet.part(POSTPONED, "cause", cause, situation.people(routes));
                sheet.nested(POSTPONED, "eventsByCause").put(cause, times(delays));
                sheet.nested(POSTPONED, "daysByCause").put(cause, days(delays));
                sheet.nested(POSTPONED, "medianDaysByCause").put(cause, Sheet.rounded(median(delays)));
            });
        }
    }

    private static Map<String, List<Delay>> byCause(List<Route> postponed) {
        Map<String, List<Delay>> delays = new TreeMap<>();
        for (Route route : postponed) {
            route.trajectory().postponements().stream()
                    .collect(Collectors.groupingBy(Postponement::cause))
                    .forEach((cause, postponements) -> delays.computeIfAbsent(cause, one -> new ArrayList<>())
                            .add(Delay.of(route, postponements)));
        }
        return delays;
    }

    private static void waiting(Sheet sheet, List<Route> waiting) {
        List<Integer> days = waiting.stream()
                .map(route ->
                        route.asOf().daysSince(route.trajectory().waiting().since()))
                .toList();
        sheet.number(Figure.WAITING, "medianDays", Median.of(days));
        sheet.number(
                Figure.WAITING,
                "maxDays",
                days.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static long times(List<Delay> delays) {
        return delays.stream().mapToLong(Delay::times).sum();
    }

    private static long days(List<Delay> delays) {
        return delays.stream().mapToLong(Delay::days).sum();
    }

    private static BigDecimal median(List<Delay> delays) {
        return Median.of(delays.stream().map(Delay::days).toList());
    }
}
