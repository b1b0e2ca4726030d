package nl.leerspoor.query.figures;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.leerspoor.query.figures.Suppression.Published;
import nl.leerspoor.query.figures.Suppression.Told;

/**
 * The figures of one day for those who follow the country and work in no region: of the country, in which each person
 * counts once (rule B31), and of each region, without small numbers (rule B34). They are worked out together, so that
 * what is left out doesn't depend on what is asked.
 */
final class Publication {

    /** What a small number could be found by has no place among them, nor what tells of one leerbedrijf or werkcoach. */
    static final Wanted TOLD = new Wanted(
            EnumSet.of(
                    Figure.IN_VIEW,
                    Figure.IN_PROGRESS,
                    Figure.ON_HOLD,
                    Figure.WAITING,
                    Figure.POSTPONED,
                    Figure.COMPLETED,
                    Figure.STOPPED,
                    Figure.REFERRED,
                    Figure.TRANSFERRED,
                    Figure.VERKLARINGEN_ISSUED,
                    Figure.LEAD_TIMES,
                    Figure.SUPERVISORS_TRAINED,
                    Figure.SUPERVISORS_IN_TRAINING,
                    Figure.SUPERVISORS_EXPIRED,
                    Figure.SUPERVISORS_UNAVAILABLE,
                    Figure.EMPLOYERS,
                    Figure.EMPLOYERS_DECLINED,
                    Figure.WERKPROCESSEN,
                    Figure.WERKPROCESSEN_ISSUED,
                    Figure.OUTCOMES,
                    Figure.PROGRESSION_ADVISED,
                    Figure.PROGRESSION_STARTED),
            Optional.of(Set.of(
                    "sector",
                    "level",
                    "targetGroup",
                    "labourStatus",
                    "cause",
                    "reason",
                    "target",
                    "crebo",
                    "werkproces")));

    private static final String REGION = "region";

    private static final Wanted SUMS =
            new Wanted(EnumSet.of(Figure.POSTPONED, Figure.WERKPROCESSEN, Figure.WERKPROCESSEN_ISSUED), TOLD.splits());

    private final AsOf asOf;
    private final Set<String> regions;
    private final Suppression suppression;

    /** Those of all rows of all regions. */
    Publication(AsOf asOf, Rows rows) {
        this.asOf = asOf;
        Map<String, Told> told = new TreeMap<>();
        rows.byRegion().forEach((region, own) -> told.put(region, told(new Situation(asOf, false, own))));
        this.regions = told.keySet();
        this.suppression = new Suppression(told(new Situation(asOf, true, rows)), told);
    }

    /**
     * What is told of it to who asks.
     *
     * @param region empty for the country
     */
    Published figures(Optional<String> region, Wanted asked) {
        Published told = region.map(this::ofRegion).orElseGet(this::ofCountry);
        Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
        asked.figures().stream()
                .map(Figure::label)
                .filter(told.figures()::containsKey)
                .forEach(figure -> {
                    Map<String, Object> numbers =
                            new LinkedHashMap<>(told.figures().get(figure));
                    numbers.keySet()
                            .removeIf(name ->
                                    split(name).filter(by -> !asked.wants(by)).isPresent());
                    figures.put(figure, numbers);
                });
        return new Published(
                figures,
                told.suppressed().stream().filter(place -> isIn(figures, place)).toList());
    }

    private Published ofRegion(String region) {
        return regions.contains(region)
                ? suppression.region(region)
                : new Published(told(new Situation(asOf, false, Rows.NONE)).figures(), List.of());
    }

    /** By region a figure is what is told of each region. */
    private Published ofCountry() {
        Published country = suppression.country();
        List<String> suppressed = new ArrayList<>(country.suppressed());
        country.figures().forEach((figure, numbers) -> {
            if (numbers.get(Count.TOTAL) != null) {
                Map<String, Object> byRegion = new TreeMap<>();
                regions.forEach(region -> {
                    Object total =
                            suppression.region(region).figures().get(figure).get(Count.TOTAL);
                    if (total == null) {
                        suppressed.add("%s.%s.%s".formatted(figure, Sheet.by(REGION), region));
                    }
                    if (!Long.valueOf(0).equals(total)) {
                        byRegion.put(region, total);
                    }
                });
                numbers.put(Sheet.by(REGION), byRegion);
            }
        });
        return new Published(country.figures(), suppressed);
    }

    private static Told told(Situation situation) {
        Map<String, Map<String, Object>> figures = Calculation.of(situation, TOLD);
        // how many outcomes there are in all follows from the responses, and medians by sector are mostly of few
        figures.get(Figure.OUTCOMES.label()).remove(Count.TOTAL);
        figures.get(Figure.LEAD_TIMES.label()).values().forEach(time -> ((Map<?, ?>) time).remove("bySector"));
        Map<String, Integer> contributors = new HashMap<>();
        Addends.of(situation, SUMS)
                .forEach((number, things) ->
                        contributors.put(number.figure().label() + "." + number.name(), things.size()));
        return new Told(figures, contributors);
    }

    /** What a name in a figure splits by: {@code cause} of {@code byCause} and {@code eventsByCause}. */
    private static Optional<String> split(String name) {
        int by = name.startsWith("by") ? 0 : name.lastIndexOf("By");
        return Optional.of(name)
                .filter(split -> by >= 0)
                .map(split -> Character.toLowerCase(split.charAt(by + 2)) + split.substring(by + 3));
    }

    private static boolean isIn(Map<String, Map<String, Object>> figures, String place) {
        String[] names = place.split("\\.");
        return figures.containsKey(names[0]) && figures.get(names[0]).containsKey(names[1]);
    }
}
