package nl.leerspoor.query.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportedFigure;
import nl.leerspoor.query.figures.DifferenceAnswer.Change;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springframework.stereotype.Component;

/**
 * The figures of a region as they are reported: all of them with their splits, but none by leerbedrijf or by werkcoach,
 * which tell of one company or person, and none by region or week. Each number goes by one name.
 */
@Component
public class ReportedFigures {

    /** Version of the definitions. */
    public static final int DEFINITION_VERSION = Figure.VERSION;

    private static final Set<String> LEFT_OUT = Set.of("leerbedrijf", "werkcoach", "region", Split.WEEK);

    private static final Wanted SUMS = new Wanted(
            Addends.numbers().stream()
                    .map(Addends.Number::figure)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Figure.class))),
            Optional.of(splits()));

    private static final Wanted REPORTED = new Wanted(EnumSet.allOf(Figure.class), Optional.of(splits()));

    private final Figures figures;
    private final Differences differences;

    ReportedFigures(Figures figures, Differences differences) {
        this.figures = figures;
        this.differences = differences;
    }

    /**
     * The figures of a day.
     *
     * @param known up to when entries count; empty for all
     */
    public List<ReportedFigure> of(String region, LocalDate day, Optional<Known> known) {
        List<ReportedFigure> reported = new ArrayList<>();
        figures.answer(whole(region), Optional.of(region), new TwoClocks(day, known), Optional.empty(), REPORTED)
                .figures()
                .forEach((figure, numbers) -> collect(figure, numbers, reported));
        return reported;
    }

    /**
     * What counts for something else now than it did at a moment, by the names of the numbers that it changed. Only numbers
     * that are sums are told apart by what they count.
     */
    public Map<String, List<Change>> changes(String region, LocalDate day, Instant since) {
        Map<String, List<Change>> changes = new TreeMap<>();
        differences
                .explain(
                        whole(region),
                        Optional.of(region),
                        day,
                        new Known(since.toString(), since),
                        Optional.empty(),
                        SUMS)
                .forEach(number -> changes.put(number.figure() + "." + number.number(), number.changes()));
        return changes;
    }

    private static Scope whole(String region) {
        return new Scope(List.of(region), true, Optional.empty(), Optional.empty(), false);
    }

    private static void collect(String name, Map<?, ?> numbers, List<ReportedFigure> reported) {
        numbers.forEach((key, value) -> {
            String full = name + "." + key;
            switch (value) {
                case null -> reported.add(new ReportedFigure(full, null));
                case Map<?, ?> parts -> collect(full, parts, reported);
                case Number number -> reported.add(new ReportedFigure(full, new BigDecimal(number.toString())));
                default -> throw new IllegalStateException(full + " is no number");
            }
        });
    }

    private static Set<String> splits() {
        Set<String> splits = new TreeSet<>(Calculation.SPLITS);
        splits.removeAll(LEFT_OUT);
        return splits;
    }
}
