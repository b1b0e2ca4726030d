package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Figure.LEAD_TIMES;
import static nl.leerspoor.query.figures.Figure.TO_BE_ISSUED;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How long the steps of a trajectory take (F09), and how long papers are due (F08): medians of days. */
final class LeadTimes {

    /** A stretch between two days that a trajectory reached. */
    private record LeadTime(String name, Function<Route, LocalDate> from, Function<Route, LocalDate> to) {}

    private static final List<LeadTime> ALL = List.of(
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
            leadTimes(sheet, routes);
        }
        if (sheet.wants(TO_BE_ISSUED)) {
            sheet.number(
                    TO_BE_ISSUED, "medianDaysSinceCompletion", daysDue(routes).value());
        }
    }

    private static void leadTimes(Sheet sheet, List<Route> routes) {
        boolean bySector = sheet.wants("sector");
        List<Median> all = medians();
        Map<String, List<Median>> ofSectors = new TreeMap<>();
        for (Route route : routes) {
            List<Median> ofSector =
                    bySector ? ofSectors.computeIfAbsent(route.trajectory().sector(), sector -> medians()) : List.of();
            for (int i = 0; i < ALL.size(); i++) {
                LocalDate start = ALL.get(i).from().apply(route);
                LocalDate end = start == null ? null : ALL.get(i).to().apply(route);
                if (end != null) {
                    int days = (int) (end.toEpochDay() - start.toEpochDay());
                    all.get(i).add(days);
                    if (bySector) {
                        ofSector.get(i).add(days);
                    }
                }
            }
        }
        for (int i = 0; i < ALL.size(); i++) {
            Map<String, Object> numbers = sheet.nested(LEAD_TIMES, ALL.get(i).name());
            numbers.putAll(numbers(all.get(i)));
            if (bySector) {
                numbers.put("bySector", bySector(ofSectors, i));
            }
        }
    }

    private static Map<String, Object> bySector(Map<String, List<Median>> ofSectors, int leadTime) {
        Map<String, Object> bySector = new TreeMap<>();
        ofSectors.forEach((sector, medians) -> {
            if (medians.get(leadTime).size() > 0) {
                bySector.put(sector, numbers(medians.get(leadTime)));
            }
        });
        return bySector;
    }

    private static List<Median> medians() {
        return ALL.stream().map(time -> new Median()).toList();
    }

    private static Map<String, Object> numbers(Median days) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("medianDays", Sheet.rounded(days.value()));
        numbers.put("n", (long) days.size());
        return numbers;
    }

    private static Median daysDue(List<Route> routes) {
        var days = new Median();
        for (Route route : routes) {
            if (route.completedOn() != null && issuedOn(route) == null) {
                days.add(route.asOf().daysSince(route.completedOn()));
            }
        }
        return days;
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
