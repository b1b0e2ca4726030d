package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Figure.CONFIDENCE_GROWTH;
import static nl.leerspoor.query.figures.Figure.WERKPROCESSEN;
import static nl.leerspoor.query.figures.Figure.WERKPROCESSEN_ISSUED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.leerspoor.query.figures.Trajectory.Place;
import nl.leerspoor.query.figures.Trajectory.Werkprocessen;

/** What people learned (F14), and how their confidence grew (F15). */
final class Learning {

    /** By what werkprocessen can be split. */
    static final Map<String, Function<Route, Object>> SPLITS = Map.of(
            "crebo", route -> place(route, Place::crebo),
            "school", route -> place(route, Place::school),
            "leerbedrijf", route -> place(route, Place::leerbedrijf),
            "sector", route -> route.trajectory().sector(),
            "region", route -> route.trajectory().region());

    private Learning() {}

    /** F14: werkprocessen agreed in the matches, judged by companies, confirmed by schools. */
    static void werkprocessen(Sheet sheet, List<Route> routes) {
        if (!sheet.wants(WERKPROCESSEN)) {
            return;
        }
        var total = new Sums();
        Map<String, Map<Object, Sums>> splits = new LinkedHashMap<>();
        SPLITS.keySet().stream().filter(sheet::wants).forEach(name -> splits.put(name, new HashMap<>()));
        for (Route route : routes) {
            if (hasAny(route)) {
                Werkprocessen werkprocessen = route.trajectory().werkprocessen();
                total.add(werkprocessen);
                splits.forEach((name, parts) -> {
                    Object part = SPLITS.get(name).apply(route);
                    if (part != null) {
                        parts.computeIfAbsent(part, one -> new Sums()).add(werkprocessen);
                    }
                });
            }
        }
        total.told().forEach((name, number) -> sheet.number(WERKPROCESSEN, name, (long) number));
        splits.forEach((name, parts) -> {
            sheet.split(WERKPROCESSEN, name);
            parts.forEach((part, sums) -> sheet.part(WERKPROCESSEN, name, part.toString(), sums.told()));
        });
    }

    /** F14: werkprocessen on the verklaringen that were ever issued. */
    static void onVerklaringen(Sheet sheet, List<Verklaring> verklaringen) {
        if (!sheet.wants(WERKPROCESSEN_ISSUED)) {
            return;
        }
        List<Verklaring> issued =
                verklaringen.stream().filter(Verklaring::wasIssued).toList();
        List<String> codes =
                issued.stream().flatMap(paper -> paper.werkprocessen().stream()).toList();
        sheet.number(WERKPROCESSEN_ISSUED, "total", codes.size());
        sheet.number(WERKPROCESSEN_ISSUED, "perVerklaring", Sheet.share(codes.size(), issued.size()));
        if (!sheet.wants("werkproces")) {
            return;
        }
        sheet.split(WERKPROCESSEN_ISSUED, "werkproces");
        codes.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((code, n) -> sheet.part(WERKPROCESSEN_ISSUED, "werkproces", code, n));
    }

    /** F15: growth from the first baseline to the last comparable score, of everyone who has both. */
    static void confidence(Sheet sheet, List<Candidate> candidates) {
        if (!sheet.wants(CONFIDENCE_GROWTH)) {
            return;
        }
        Map<UUID, Candidate> people = grown(candidates);
        sheet.number(CONFIDENCE_GROWTH, "mean", meanGrowth(people.values()));
        sheet.number(CONFIDENCE_GROWTH, "n", people.size());
        split(sheet, "targetGroup", people.values(), Candidate::targetGroup);
        split(sheet, "region", people.values(), Candidate::region);
    }

    /** Who has two scores to compare, by person; who is a candidate more than once as the latest. */
    static Map<UUID, Candidate> grown(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.confidence() != null)
                .collect(Collectors.toMap(Candidate::person, Function.identity(), Learning::later));
    }

    private static void split(Sheet sheet, String name, Collection<Candidate> people, Function<Candidate, String> key) {
        if (!sheet.wants(name)) {
            return;
        }
        sheet.split(CONFIDENCE_GROWTH, name);
        people.stream().collect(Collectors.groupingBy(key)).forEach((part, some) -> {
            Map<String, Object> numbers = new LinkedHashMap<>();
            numbers.put("mean", meanGrowth(some));
            numbers.put("n", (long) some.size());
            sheet.part(CONFIDENCE_GROWTH, name, part, numbers);
        });
    }

    private static BigDecimal meanGrowth(Collection<Candidate> people) {
        long points = people.stream()
                .mapToLong(candidate -> candidate.confidence().points())
                .sum();
        return people.isEmpty()
                ? null
                : BigDecimal.valueOf(points).divide(BigDecimal.valueOf(people.size()), 2, RoundingMode.HALF_UP);
    }

    private static Candidate later(Candidate one, Candidate other) {
        return other.registeredOn().isAfter(one.registeredOn()) ? other : one;
    }

    private static boolean hasAny(Route route) {
        Werkprocessen werkprocessen = route.trajectory().werkprocessen();
        return route.trajectory().place() != null
                || werkprocessen.agreed() + werkprocessen.judged() + werkprocessen.confirmed() > 0;
    }

    private static Object place(Route route, Function<Place, Object> key) {
        Place place = route.trajectory().place();
        return place == null ? null : key.apply(place);
    }

    /** Numbers of werkprocessen of several trajectories. */
    private static final class Sums {

        private long agreed;
        private long judged;
        private long confirmed;

        void add(Werkprocessen more) {
            agreed += more.agreed();
            judged += more.judged();
            confirmed += more.confirmed();
        }

        Map<String, Object> told() {
            Map<String, Object> numbers = new LinkedHashMap<>();
            numbers.put("agreed", agreed);
            numbers.put("judged", judged);
            numbers.put("confirmed", confirmed);
            return numbers;
        }
    }
}
