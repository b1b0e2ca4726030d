package nl.leerspoor.query.figures;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.query.question.Reading;

/** The query parameters that all questions about figures share. */
final class Parameters {

    static final String FIGURE = "Kengetallen, op naam of met hun code, met komma's ertussen. Alle als zij ontbreekt.";

    static final String BY =
            "Uitsplitsingen, met komma's ertussen. Alle als zij ontbreekt, behalve die per week (`week`); die is er alleen"
                    + " van wat op een dag begon.";

    private Parameters() {}

    static Wanted wanted(Reading reading, String figure, String by) {
        Optional<Set<String>> names = reading.someOf("figure", figure, Figure.names());
        return wanted(reading, names, EnumSet.allOf(Figure.class), by);
    }

    /** Of a series only those splits that are asked for: a chart mostly wants none. */
    static Wanted wantedInSeries(Reading reading, String figure, String by) {
        return onlyAsked(wanted(reading, figure, by));
    }

    /** Figures of which numbers are sums, and only those splits that are asked for. */
    static Wanted wantedOfSums(Reading reading, String figure, String by) {
        Set<Figure> sums = Addends.numbers().stream()
                .map(Addends.Number::figure)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Figure.class)));
        Optional<Set<String>> names = reading.someOf("figure", figure, Figure.names(sums.stream()));
        return onlyAsked(wanted(reading, names, sums, by));
    }

    private static Wanted onlyAsked(Wanted wanted) {
        return new Wanted(wanted.figures(), Optional.of(wanted.splits().orElse(Set.of())));
    }

    private static Wanted wanted(Reading reading, Optional<Set<String>> names, Set<Figure> all, String by) {
        Optional<Set<String>> splits = reading.someOf("by", by, Calculation.SPLITS);
        if (splits.isPresent() && splits.get().contains(Split.WEEK)) {
            refuseWithoutWeek(reading, names.orElse(Set.of()));
        }
        return new Wanted(names.map(Parameters::named).orElse(all), splits);
    }

    /** What has no day on which it came about is in no week; to leave it out silently would look like nothing. */
    private static void refuseWithoutWeek(Reading reading, Set<String> names) {
        String without = names.stream()
                .filter(name -> Figure.named(name).noneMatch(Definitions.byWeek()::contains))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            reading.refuse(InputFault.INVALID_VALUE.in(
                    "by",
                    new Text(
                            "Per week kan alleen wat op een dag begon; dat is er niet bij " + without + ".",
                            "Only what came about on a day is told by week; there is no such day of " + without
                                    + ".")));
        }
    }

    private static Set<Figure> named(Collection<String> names) {
        return names.stream()
                .flatMap(Figure::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Figure.class)));
    }
}
