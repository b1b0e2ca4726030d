package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leerspoor.query.figures.Suppression.Published;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springframework.stereotype.Component;

/** The figures of a region or the country on a day, as known at some moment. */
@Component
class Figures {

    /** Points of a series whose rows are held in memory together. */
    private static final int AT_ONCE = 16;

    private final Source source;

    Figures(Source source) {
        this.source = source;
    }

    /**
     * The figures by their names.
     *
     * @param region empty for everything, in which each person counts once
     * @param from   first day of the period that ends on the day, for numbers of a period
     */
    Published answer(Scope scope, Optional<String> region, TwoClocks clocks, Optional<LocalDate> from, Wanted wanted) {
        LocalDate day = clocks.validOn();
        boolean country = scope.aggregates() || region.isEmpty();
        Stretch stretch = source.read(
                new Source.Asked(scope, within(scope, region), List.of(day), clocks.known()),
                kinds(scope, country, wanted));
        return told(scope, region, new AsOf(day, from), stretch.on(day), wanted);
    }

    /** The figures of each point of a series, from one reading of the rows. */
    List<SeriesAnswer.Point> series(
            Scope scope, Optional<String> region, List<Step.Point> points, Optional<Known> known, Wanted wanted) {
        boolean country = scope.aggregates() || region.isEmpty();
        Set<Kind> kinds = kinds(scope, country, wanted);
        if (!scope.whole()) {
            kinds.add(Kind.TRAJECTORIES);
        }
        List<LocalDate> days = points.stream().map(Step.Point::validOn).toList();
        Stretch stretch = source.read(new Source.Asked(scope, within(scope, region), days, known), kinds);
        List<SeriesAnswer.Point> answer = new ArrayList<>();
        for (int from = 0; from < points.size(); from += AT_ONCE) {
            List<Step.Point> some = points.subList(from, Math.min(from + AT_ONCE, points.size()));
            List<Rows> rows = stretch.on(some.stream().map(Step.Point::validOn).toList());
            answer.addAll(IntStream.range(0, some.size())
                    .parallel()
                    .mapToObj(n -> point(scope, region, some.get(n), rows.get(n).own(scope), wanted))
                    .toList());
        }
        return answer;
    }

    /** What is told of a region beyond the regions depends on all of them. */
    private static Optional<String> within(Scope scope, Optional<String> region) {
        return region.filter(code -> !scope.aggregates());
    }

    private static Set<Kind> kinds(Scope scope, boolean country, Wanted wanted) {
        return (scope.aggregates() ? Publication.TOLD : wanted).kinds(country);
    }

    private static SeriesAnswer.Point point(
            Scope scope, Optional<String> region, Step.Point point, Rows rows, Wanted wanted) {
        var asOf = new AsOf(point.validOn(), Optional.of(point.from()));
        Published told = told(scope, region, asOf, rows, wanted);
        return new SeriesAnswer.Point(point.from(), point.validOn(), told.figures(), told.suppressed());
    }

    private static Published told(Scope scope, Optional<String> region, AsOf asOf, Rows rows, Wanted wanted) {
        return scope.aggregates()
                ? new Publication(asOf, rows).figures(region, wanted)
                : new Published(Calculation.of(new Situation(asOf, region.isEmpty(), rows), wanted), List.of());
    }
}
