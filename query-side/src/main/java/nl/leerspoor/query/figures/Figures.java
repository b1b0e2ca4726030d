package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.stereotype.Component;

/** The figures of a region or the country on a day, as known at some moment. */
@Component
class Figures {

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
        Stretch stretch = source.read(new Source.Asked(region, day, day, clocks.known()), wanted.kinds(country));
        return Calculation.of(new Situation(new AsOf(day, from), country, stretch.on(day)), wanted);
    }
}
