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
    private final Publications publications;

    Figures(Source source, Publications publications) {
        this.source = source;
        this.publications = publications;
    }

    /**
     * The figures by their names.
     *
     * @param region empty for everything, in which each person counts once
     * @param from   first day of the period that ends on the day, for numbers of a period
     */
    Published answer(Scope scope, Optional<String> region, TwoClocks clocks, Optional<LocalDate> from, Wanted wanted) {
        LocalDate day = clocks.validOn();
        var asOf = new AsOf(day, from);
        if (scope.aggregates()) {
            return publications.of(scope, asOf, clocks.known()).figures(region, wanted);
        }
        Stretch stretch = source.read(
                new Source.Asked(scope, region, List.of(day), clocks.known()), wanted.kinds(region.isEmpty()));
        return told(region, asOf, stretch.on(day), wanted);
    }

    /** The figures of each point of a series, from one reading of the rows. */
    List<SeriesAnswer.Point> series(
            Scope scope, Optional<String> region, List<Step.Point> points, Optional<Known> known, Wanted wanted) {
        if (scope.aggregates()) {
            return publications.each(
                    scope,
                    points.stream().map(Figures::asOf).toList(),
                    known,
                    (asOf, publication) -> point(asOf, publication.figures(region, wanted)));
        }
        Set<Kind> kinds = wanted.kinds(region.isEmpty());
        if (!scope.whole()) {
            kinds.add(Kind.TRAJECTORIES);
        }
        List<LocalDate> days = points.stream().map(Step.Point::validOn).toList();
        Stretch stretch = source.read(new Source.Asked(scope, region, days, known), kinds);
        List<SeriesAnswer.Point> answer = new ArrayList<>();
        for (int from = 0; from < points.size(); from += AT_ONCE) {
            List<Step.Point> some = points.subList(from, Math.min(from + AT_ONCE, points.size()));
            List<Rows> rows = stretch.on(some.stream().map(Step.Point::validOn).toList());
            answer.addAll(IntStream.range(0, some.size())
                    .parallel()
                    .mapToObj(n -> {
                        AsOf asOf = asOf(some.get(n));
                        return point(asOf, told(region, asOf, rows.get(n).own(scope), wanted));
                    })
                    .toList());
        }
        return answer;
    }

    private static AsOf asOf(Step.Point point) {
        return new AsOf(point.validOn(), Optional.of(point.from()));
    }

    private static SeriesAnswer.Point point(AsOf asOf, Published told) {
        return new SeriesAnswer.Point(asOf.from().orElseThrow(), asOf.day(), told.figures(), told.suppressed());
    }

    private static Published told(Optional<String> region, AsOf asOf, Rows rows, Wanted wanted) {
        return new Published(Calculation.of(new Situation(asOf, region.isEmpty(), rows), wanted), List.of());
    }
}
