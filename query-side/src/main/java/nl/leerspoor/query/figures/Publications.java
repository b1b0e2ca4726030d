package nl.leerspoor.query.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springframework.stereotype.Component;

/**
 * Figures for those who follow the country. Whatever is asked of them is worked out of all rows of all regions, and is the
 * same whoever asks: so the newest are kept, until the views have applied another event or other versions of them serve.
 */
@Component
class Publications {

    /** Each holds all numbers of all regions, a few megabytes; these are the ends of the months of two years. */
    private static final int KEPT = 24;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** How many are worked out from rows that are in memory together. */
    private static final int AT_ONCE = 16;

    private final Source source;
    private final CaughtUp caughtUp;
    private final Cache<Moment, Publication> kept =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(REMEMBERED).build();

    Publications(Source source, CaughtUp caughtUp) {
        this.source = source;
        this.caughtUp = caughtUp;
    }

    /** What publications are made of: versions of views, and how much these had applied at least. */
    private record Basis(String versions, long position) {}

    /** A publication: its day, and what was known of it. */
    private record Moment(Basis basis, AsOf asOf, Optional<Instant> known) {}

    /** The publication of one day. */
    Publication of(Scope scope, AsOf asOf, Optional<Known> known) {
        return each(scope, List.of(asOf), known, (day, publication) -> publication)
                .getFirst();
    }

    /**
     * What is told of each of some days, in order.
     *
     * @param scope that of who follows the country
     */
    <T> List<T> each(Scope scope, List<AsOf> days, Optional<Known> known, BiFunction<AsOf, Publication, T> told) {
        // before the rows are read, so that they have everything up to there
        Basis basis = new Basis(caughtUp.versions(Views.COUNTED), caughtUp.position(Views.COUNTED, 0));
        List<T> answer = new ArrayList<>();
        for (int from = 0; from < days.size(); from += AT_ONCE) {
            List<AsOf> some = days.subList(from, Math.min(from + AT_ONCE, days.size()));
            Map<AsOf, Publication> made = together(scope, basis, some, known);
            some.forEach(day -> answer.add(told.apply(day, made.get(day))));
        }
        return answer;
    }

    private Map<AsOf, Publication> together(Scope scope, Basis basis, List<AsOf> days, Optional<Known> known) {
        Map<AsOf, Publication> made = new HashMap<>();
        List<AsOf> missing = new ArrayList<>();
        for (AsOf day : days) {
            Publication one = kept.getIfPresent(new Moment(basis, day, known.map(Known::at)));
            if (one == null) {
                missing.add(day);
            } else {
                made.put(day, one);
            }
        }
        List<Publication> others = missing.isEmpty() ? List.of() : make(scope, missing, known);
        for (int n = 0; n < missing.size(); n++) {
            kept.put(new Moment(basis, missing.get(n), known.map(Known::at)), others.get(n));
            made.put(missing.get(n), others.get(n));
        }
        return made;
    }

    private List<Publication> make(Scope scope, List<AsOf> days, Optional<Known> known) {
        var asked = new Source.Asked(
                scope, Optional.empty(), days.stream().map(AsOf::day).toList(), known);
        List<Rows> rows = source.read(asked, Publication.TOLD.kinds(true)).on(asked.days());
        return IntStream.range(0, days.size())
                .parallel()
                .mapToObj(n -> new Publication(days.get(n), rows.get(n)))
                .toList();
    }
}
