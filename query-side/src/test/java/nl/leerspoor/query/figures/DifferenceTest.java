package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Made.id;
import static nl.leerspoor.query.figures.Made.supervisor;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.query.figures.Addends.Number;
import nl.leerspoor.query.figures.Difference.Between;
import nl.leerspoor.query.figures.Difference.Change;
import nl.leerspoor.query.figures.Difference.Decided;
import nl.leerspoor.query.figures.Made.ATrajectory;
import nl.leerspoor.query.figures.Thing.Sort;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final Instant THEN = Instant.parse("2020-03-10T12:00:00Z");
    private static final Instant LATER = Instant.parse("2020-03-20T12:00:00Z");

    private final List<Version<Trajectory>> trajectories = new ArrayList<>();
    private final List<Version<Supervisor>> supervisors = new ArrayList<>();

    private static Instant march(int day) {
        return Instant.parse("2020-03-%02dT12:00:00Z".formatted(day));
    }

    private void known(int from, Integer until, ATrajectory trajectory) {
        Trajectory row = trajectory.row();
        trajectories.add(new Version<>(row.id(), march(from), until == null ? null : march(until), row));
    }

    private void known(int from, Integer until, Supervisor row) {
        supervisors.add(new Version<>(row.id(), march(from), until == null ? null : march(until), row));
    }

    private Difference difference(Figure figure, String... splits) {
        var versions = new Versions(List.of(), trajectories, List.of(), List.of(), supervisors, List.of(), List.of());
        var asOf = new AsOf(Made.day("2020-03-10"), Optional.empty());
        var wanted = new Wanted(EnumSet.of(figure), Optional.of(Set.of(splits)));
        return new Difference(versions, new Between(asOf, false, THEN, LATER, wanted));
    }

    private static Change change(
            Figure figure, String number, String name, long before, long after, int march, UUID... streams) {
        return new Change(
                new Number(figure, number),
                new Thing(Sort.TRAJECTORY, id("trajectory " + name)),
                before,
                after,
                new Decided(march(march), Set.of(streams)));
    }

    @Test
    void aStopThatWasEnteredLateIsTheCause() {
        known(1, 19, trajectory("K070").started("2020-01-20"));
        known(19, null, trajectory("K070").ended(Trajectory.Status.STOPPED, "2020-03-02", "PERSONAL"));
        known(1, null, trajectory("K071").started("2020-01-13"));

        var difference = difference(Figure.IN_PROGRESS);

        assertThat(difference.before(new Number(Figure.IN_PROGRESS, "total"))).isEqualTo(2);
        assertThat(difference.after(new Number(Figure.IN_PROGRESS, "total"))).isEqualTo(1);
        assertThat(difference.changes())
                .containsExactly(change(Figure.IN_PROGRESS, "total", "K070", 1, 0, 19, id("trajectory K070")));
    }

    @Test
    void whatWasEnteredAndTakenBackIsNoChange() {
        known(1, 12, trajectory("K001").started("2020-01-20"));
        known(12, 15, trajectory("K001").started("2020-01-20").onHold("2020-03-01", "CORONA", "LOPEND"));
        known(15, null, trajectory("K001").started("2020-01-20"));

        assertThat(difference(Figure.ON_HOLD).changes()).isEmpty();
    }

    @Test
    void ofSeveralChangesTheLastOneDecided() {
        known(1, 12, trajectory("K001").started("2020-01-20"));
        known(12, 15, trajectory("K001").started("2020-01-20").onHold("2020-03-01", "CORONA", "LOPEND"));
        known(15, 17, trajectory("K001").started("2020-01-20"));
        known(17, 18, trajectory("K001").started("2020-01-20").onHold("2020-03-02", "ILLNESS", "LOPEND"));
        known(18, null, trajectory("K001").started("2020-01-20").onHold("2020-03-02", "CORONA", "LOPEND"));

        assertThat(difference(Figure.ON_HOLD).changes())
                .containsExactly(change(Figure.ON_HOLD, "total", "K001", 0, 1, 17, id("trajectory K001")));
    }

    @Test
    void aCorrectedSectorChangesPartsButNotTheWhole() {
        known(1, 14, trajectory("K009").in("AM05", "HV").started("2020-01-20"));
        known(14, null, trajectory("K009").in("AM05", "DZ").started("2020-01-20"));

        assertThat(difference(Figure.IN_PROGRESS).changes()).isEmpty();
        assertThat(difference(Figure.IN_PROGRESS, "sector").changes())
                .containsExactlyInAnyOrder(
                        change(Figure.IN_PROGRESS, "bySector.HV", "K009", 1, 0, 14, id("trajectory K009")),
                        change(Figure.IN_PROGRESS, "bySector.DZ", "K009", 0, 1, 14, id("trajectory K009")));
    }

    @Test
    void anotherCauseOfAPostponementMovesItFromPartToPart() {
        known(1, 14, trajectory("K009").postponed(new Trajectory.Postponement("TRAINING_SUSPENDED", 30)));
        known(14, null, trajectory("K009").postponed(new Trajectory.Postponement("NO_SUPERVISOR", 30)));

        assertThat(difference(Figure.POSTPONED, "cause").changes())
                .containsExactlyInAnyOrder(
                        change(Figure.POSTPONED, "byCause.TRAINING_SUSPENDED", "K009", 1, 0, 14, id("trajectory K009")),
                        change(
                                Figure.POSTPONED,
                                "eventsByCause.TRAINING_SUSPENDED",
                                "K009",
                                1,
                                0,
                                14,
                                id("trajectory K009")),
                        change(
                                Figure.POSTPONED,
                                "daysByCause.TRAINING_SUSPENDED",
                                "K009",
                                30,
                                0,
                                14,
                                id("trajectory K009")),
                        change(Figure.POSTPONED, "byCause.NO_SUPERVISOR", "K009", 0, 1, 14, id("trajectory K009")),
                        change(
                                Figure.POSTPONED,
                                "eventsByCause.NO_SUPERVISOR",
                                "K009",
                                0,
                                1,
                                14,
                                id("trajectory K009")),
                        change(
                                Figure.POSTPONED,
                                "daysByCause.NO_SUPERVISOR",
                                "K009",
                                0,
                                30,
                                14,
                                id("trajectory K009")));
    }

    @Test
    void whatWasKnownAtTheEarlierMomentItselfIsNoChange() {
        known(10, null, trajectory("K001").started("2020-01-20"));

        assertThat(difference(Figure.IN_PROGRESS).changes()).isEmpty();
    }

    @Test
    void aRowThatIsGoneCountsNoMore() {
        known(1, 16, trajectory("K001").started("2020-01-20"));

        assertThat(difference(Figure.IN_PROGRESS).changes())
                .containsExactly(change(Figure.IN_PROGRESS, "total", "K001", 1, 0, 16, id("trajectory K001")));
    }

    @Test
    void aShortageChangesWithWhoWaitsAndWithFreePlaces() {
        known(1, 12, trajectory("K059"));
        known(12, null, trajectory("K059").waiting("2020-03-09", "LB09"));
        known(1, 15, supervisor("G03", "LB09", "IN_TRAINING", null, 0, null));
        known(15, null, supervisor("G03", "LB09", 3));
        known(1, null, supervisor("L01", "LB01", 0));

        Change change = difference(Figure.SHORTAGE).changes().stream()
                .filter(one -> one.number().name().equals("total"))
                .findFirst()
                .orElseThrow();

        assertThat(change.thing()).isEqualTo(new Thing(Sort.LEERBEDRIJF, id("leerbedrijf LB09")));
        assertThat(change.after() - change.before()).isEqualTo(1);
        assertThat(change.decided()).isEqualTo(new Decided(march(12), Set.of(id("trajectory K059"))));
    }

    @Test
    void ofStreamsThatTellSomethingAtOneMomentOnlyThoseCountThatMatter() {
        known(1, 12, trajectory("K059").waiting("2020-03-09", "LB09"));
        known(12, null, trajectory("K059").waiting("2020-03-09", "LB09").onHold("2020-03-09", "CORONA", "INSTROOM"));
        known(1, 12, supervisor("G03", "LB09", "IN_TRAINING", null, 0, null));
        known(12, null, supervisor("G03", "LB09", "REGISTERED", null, 0, null));

        assertThat(difference(Figure.SHORTAGE).changes())
                .filteredOn(one -> one.number().name().equals("total"))
                .extracting(Change::decided)
                .containsExactly(new Decided(march(12), Set.of(id("trajectory K059"))));
    }
}
