package nl.leerspoor.query.figures;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.leerspoor.query.question.Reading;

/** The query parameters that all questions about figures share. */
final class Parameters {

    static final String FIGURE = "Kengetallen, op naam of met hun code, met komma's ertussen. Alle als zij ontbreekt.";

    static final String BY =
            "Uitsplitsingen, met komma's ertussen. Alle als zij ontbreekt, behalve die per week (`week`).";

    private Parameters() {}

    static Wanted wanted(Reading reading, String figure, String by) {
        return new Wanted(figures(reading, figure), reading.someOf("by", by, Calculation.SPLITS));
    }

    /** Of a series only those splits that are asked for: a chart mostly wants none. */
    static Wanted wantedInSeries(Reading reading, String figure, String by) {
        Wanted wanted = wanted(reading, figure, by);
        return new Wanted(wanted.figures(), Optional.of(wanted.splits().orElse(Set.of())));
    }

    /** The figures asked for, or all. */
    static Set<Figure> figures(Reading reading, String figure) {
        Optional<Set<String>> names = reading.someOf("figure", figure, Figure.names());
        return names.map(Parameters::named).orElseGet(() -> EnumSet.allOf(Figure.class));
    }

    private static Set<Figure> named(Collection<String> names) {
        return names.stream()
                .flatMap(Figure::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Figure.class)));
    }
}
