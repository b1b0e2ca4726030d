package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Figure.LEAD_TIMES;
import static nl.leerspoor.query.figures.Figure.TO_BE_ISSUED;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How long the steps of a trajectory take (F09), and how long papers are due (F08): medians of days. */
final class LeadTimes {

    /** A stretch between two days that a trajectory reached. */
    private record LeadTime(String name, Function<Route, LocalDate> from, Function<Route, LocalDate> to) {

        Integer days(Route route) {
            LocalDate start = from.apply(route);
            LocalDate end = to.apply(route);
            return start == null || end == null ? null : (int) ChronoUnit.DAYS.between(start, end);
        }
    }

    private static final List<LeadTime> LEAD_TIMES_OF_A_ROUTE = List.of(
            new LeadTime("registeredToSuitable", LeadTimes::openedOn, LeadTimes::suitableOn),
            new LeadTime("suitableToMatched", LeadTimes::suitableOn, LeadTimes::matchedOn),
            new LeadTime("matchedToContracted", LeadTimes::matchedOn, LeadTimes::contractedOn),
            new LeadTime("contractedToStarted", LeadTimes::contractedOn, LeadTimes::startedOn),
            new LeadTime("startedToCompleted", LeadTimes::startedOn, Route::completedOn),
            new LeadTime("completedToApproved", Route::completedOn, LeadTimes::approvedOn),
            new LeadTime("approvedToIssued", LeadTimes::approvedOn, LeadTimes::issuedOn),
            new LeadTime("completedToIssued", Route::completedOn, LeadTimes::issuedOn));

    private LeadTimes() {}

    static void fill(Sheet sheet, List<Route> routes) {
        if (sheet.wants(LEAD_TIMES)) {
            LEAD_TIMES_OF_A_ROUTE.forEach(time -> leadTime(sheet, time, routes));
        }
        if (sheet.wants(TO_BE_ISSUED)) {
            sheet.number(TO_BE_ISSUED, "medianDaysSinceCompletion", Median.of(daysDue(routes)));
        }
    }

    private static void leadTime(Sheet sheet, LeadTime time, List<Route> routes) {
        Map<String, Object> numbers = sheet.nested(LEAD_TIMES, time.name());
        numbers.putAll(numbers(days(time, routes)));
        if (sheet.wants("sector")) {
            Map<String, Object> bySector = new TreeMap<>();
            routes.stream()
                    .collect(Collectors.groupingBy(route -> route.trajectory().sector()))
                    .forEach((sector, some) -> {
                        List<Integer> days = days(time, some);
                        if (!days.isEmpty()) {
                            bySector.put(sector, numbers(days));
                        }
                    });
            numbers.put("bySector", bySector);
        }
    }

    private static Map<String, Object> numbers(List<Integer> days) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("medianDays", Sheet.rounded(Median.of(days)));
        numbers.put("n", (long) days.size());
        return numbers;
    }

    private static List<Integer> days(LeadTime time, List<Route> routes) {
        return routes.stream().map(time::days).filter(Objects::nonNull).toList();
    }

    private static List<Integer> daysDue(List<Route> routes) {
        return routes.stream()
                .filter(route -> route.completedOn() != null && issuedOn(route) == null)
                .map(route -> route.asOf().daysSince(route.completedOn()))
                .toList();
    }

    private static LocalDate openedOn(Route route) {
        return route.trajectory().milestones().openedOn();
    }

    private static LocalDate suitableOn(Route route) {
        return route.trajectory().milestones().suitableOn();
    }

    private static LocalDate matchedOn(Route route) {
        return route.trajectory().milestones().matchedOn();
    }

    private static LocalDate contractedOn(Route route) {
        return route.trajectory().milestones().contractedOn();
    }

    private static LocalDate startedOn(Route route) {
        return route.trajectory().milestones().startedOn();
    }

    private static LocalDate approvedOn(Route route) {
        return route.papers().approvedOn();
    }

    private static LocalDate issuedOn(Route route) {
        return route.papers().issuedOn();
    }
}
