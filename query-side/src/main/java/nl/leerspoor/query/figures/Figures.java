package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
    Map<String, Map<String, Object>> answer(
            Optional<String> region, TwoClocks clocks, Optional<LocalDate> from, Wanted wanted) {
        LocalDate day = clocks.validOn();
        boolean country = region.isEmpty();
        Stretch stretch = source.read(new Source.Asked(region, List.of(day), clocks.known()), wanted.kinds(country));
        return Calculation.of(new Situation(new AsOf(day, from), country, stretch.on(day)), wanted);
    }

    /** The figures of each point of a series, from one reading of the rows. */
    List<SeriesAnswer.Point> series(
            Optional<String> region, List<Step.Point> points, Optional<Known> known, Wanted wanted) {
        boolean country = region.isEmpty();
        List<LocalDate> days = points.stream().map(Step.Point::validOn).toList();
        Stretch stretch = source.read(new Source.Asked(region, days, known), wanted.kinds(country));
        List<SeriesAnswer.Point> answer = new ArrayList<>();
        for (int from = 0; from < points.size(); from += AT_ONCE) {
            List<Step.Point> some = points.subList(from, Math.min(from + AT_ONCE, points.size()));
            List<Rows> rows = stretch.on(some.stream().map(Step.Point::validOn).toList());
            answer.addAll(IntStream.range(0, some.size())
                    .parallel()
                    .mapToObj(n -> point(some.get(n), country, rows.get(n), wanted))
                    .toList());
        }
        return answer;
    }

    private static SeriesAnswer.Point point(Step.Point point, boolean country, Rows rows, Wanted wanted) {
        var asOf = new AsOf(point.validOn(), Optional.of(point.from()));
        return new SeriesAnswer.Point(
                point.from(), point.validOn(), Calculation.of(new Situation(asOf, country, rows), wanted));
    }
}
