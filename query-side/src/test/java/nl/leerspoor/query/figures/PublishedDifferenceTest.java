package nl.leerspoor.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.leerspoor.query.figures.DifferenceAnswer.NumberDifference;
import nl.leerspoor.query.figures.Suppression.Published;
import org.junit.jupiter.api.Test;

/** B34: what figures of two moments differ by tells nothing of few. */
class PublishedDifferenceTest {

    private static final Wanted ON_HOLD = new Wanted(EnumSet.of(Figure.ON_HOLD), Optional.of(Set.of("sector")));
    private static final Map<String, Object> SPLIT = Map.of("LOG", 12L, "DZ", 8L);

    private static Published told(long total, Map<String, Object> bySector) {
        Map<String, Object> numbers = new TreeMap<>(Map.of("total", total));
        numbers.put("bySector", bySector);
        return new Published(Map.of("onHold", numbers), bySector == null ? List.of("onHold.bySector") : List.of());
    }

    private static NumberDifference number(String name, Published then, Published later) {
        return PublishedDifference.of(then, later, ON_HOLD).stream()
                .filter(number -> number.number().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isNotToldOfFewerThanFive() {
        Published then = told(20, SPLIT);

        assertThat(number("total", then, told(21, SPLIT)).difference()).isNull();
        assertThat(number("total", then, told(16, SPLIT)).difference()).isNull();
        assertThat(number("total", then, told(25, SPLIT)).difference()).isEqualTo(5);
        assertThat(number("total", then, told(15, SPLIT)).difference()).isEqualTo(-5);
        assertThat(number("total", then, then).difference()).isZero();
    }

    @Test
    void ofASplitThatOneMomentLeavesOutTellsNothingOfItsParts() {
        NumberDifference part = number("bySector.LOG", told(20, null), told(20, SPLIT));

        assertThat(part.before()).isNull();
        assertThat(part.after()).isEqualTo(12);
        assertThat(part.difference()).isNull();
        assertThat(number("bySector.LOG", told(20, SPLIT), told(20, null)).after())
                .isNull();
    }

    @Test
    void ofAPartThatIsLeftOutIsNone() {
        Map<String, Object> some = new TreeMap<>(Map.of("DZ", 8L));
        some.put("LOG", null);
        Published later = new Published(told(20, some).figures(), List.of("onHold.bySector.LOG"));

        assertThat(number("bySector.LOG", told(20, SPLIT), later).after()).isNull();
        assertThat(number("bySector.DZ", told(20, SPLIT), later).difference()).isZero();
    }

    @Test
    void ofAPartThatASplitDoesNotNameIsOfNobody() {
        assertThat(number("bySector.LOG", told(8, Collections.singletonMap("DZ", 8L)), told(20, SPLIT))
                        .difference())
                .isEqualTo(12);
    }
}
