package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Made.candidate;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only some splits need to know of others is looked up for those: none of them may be forgotten. */
class SplitsTest {

    private final Rows rows = new Rows(
            List.of(candidate("K001"), candidate("K002"), candidate("K003")),
            List.of(
                    trajectory("K001").started("2020-01-20").matched(true).row(),
                    trajectory("K002")
                            .in(Made.REGION, "DZ")
                            .ended(Trajectory.Status.COMPLETED, "2020-03-02", null)
                            .row(),
                    trajectory("K003").waiting("2020-02-01", "LB01").row()),
            List.of(Made.verklaring("K002", "ISSUED", "2020-03-04", "2020-03-06", "B1-K1-W1")),
            List.of(),
            List.of(Made.supervisor("S1", "LB01", 1)),
            List.of(Made.training("BO-1", "SUSPENDED", "2020-02-01", "2020-03-16", 12)),
            List.of(Made.leerbedrijf("LB01", "2019-11-01", "2019-12-01")),
            List.of());

    static Stream<String> splits() {
        return Calculation.SPLITS.stream().filter(split -> !split.equals(Split.WEEK));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void aSplitIsTheSameAloneAsAmongAllOthers(String split) {
        for (boolean country : List.of(false, true)) {
            var situation = new Situation(new AsOf(Made.day("2020-04-01"), Optional.empty()), country, rows);
            Map<String, Map<String, Object>> all = Calculation.of(situation, Wanted.ALL);
            Map<String, Map<String, Object>> alone =
                    Calculation.of(situation, new Wanted(EnumSet.allOf(Figure.class), Optional.of(Set.of(split))));

            assertThat(alone.keySet()).isEqualTo(all.keySet());
            alone.forEach((figure, numbers) -> numbers.forEach((name, number) -> {
                if (!(number instanceof Map) || name.equals(Sheet.by(split))) {
                    assertThat(number)
                            .as(figure + "." + name)
                            .isEqualTo(all.get(figure).get(name));
                }
            }));
        }
    }
}
