package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Made.candidate;
import static nl.leerspoor.query.figures.Made.leerbedrijf;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.leerspoor.query.figures.Suppression.Published;
import nl.leerspoor.query.figures.Trajectory.Status;
import org.junit.jupiter.api.Test;

/** Figures for who follows the country: each person once (B31), and no small numbers (B34). */
class PublicationTest {

    private static final String DAY = "2020-06-01";

    private static Publication of(List<Object> rows) {
        Situation situation = Given.given(rows.toArray()).inTheCountry().situation(DAY);
        return new Publication(situation.asOf(), situation.rows());
    }

    private static Wanted asked(Figure figure, String... splits) {
        return new Wanted(EnumSet.of(figure), Optional.of(Set.of(splits)));
    }

    private static List<Object> learners(String region, String sector, int count) {
        List<Object> rows = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String name = region + sector + n;
            rows.add(candidate(name, name, region, null));
            rows.add(trajectory(name).in(region, sector).started("2020-03-02"));
        }
        return rows;
    }

    @Test
    void whoWentOnInAnotherRegionCountsOnceInTheCountryAndInBothOfThem() {
        List<Object> rows = new ArrayList<>(learners("AM05", "LOG", 6));
        rows.addAll(learners("AM06", "LOG", 6));
        for (int n = 0; n < 5; n++) {
            rows.add(candidate("left" + n, "mover" + n, "AM05", null));
            rows.add(trajectory("left" + n).ended(Status.TRANSFERRED_OUT, "2020-04-01", "AM06"));
            rows.add(candidate("came" + n, "mover" + n, "AM06", null));
            rows.add(trajectory("came" + n).in("AM06", "LOG").started("2020-04-01"));
        }

        Publication all = of(rows);

        assertThat(all.figures(Optional.empty(), asked(Figure.IN_VIEW, "region"))
                        .figures()
                        .get("inView"))
                .containsEntry("total", 17L)
                .containsEntry("byRegion", Map.of("AM05", 11L, "AM06", 11L));
        assertThat(all.figures(Optional.empty(), asked(Figure.IN_PROGRESS))
                        .figures()
                        .get("inProgress"))
                .containsEntry("total", 17L);
    }

    @Test
    void howFewWentOnInAnotherRegionIsToldByNoSubtraction() {
        List<Object> rows = new ArrayList<>(learners("AM05", "LOG", 16));
        rows.addAll(learners("AM06", "LOG", 16));
        for (int n = 0; n < 2; n++) {
            rows.add(candidate("left" + n, "mover" + n, "AM05", null));
            rows.add(candidate("came" + n, "mover" + n, "AM06", null));
        }

        Publication all = of(rows);
        Published country = all.figures(Optional.empty(), asked(Figure.IN_VIEW, "region", "targetGroup"));

        assertThat(country.figures().get("inView")).containsEntry("total", 34L);
        assertThat((Map<?, ?>) country.figures().get("inView").get("byRegion")).hasToString("{AM05=null, AM06=18}");
        assertThat(all.figures(Optional.of("AM05"), asked(Figure.IN_VIEW, "targetGroup"))
                        .figures()
                        .get("inView"))
                .containsEntry("total", null)
                .containsEntry("byTargetGroup", null);
    }

    @Test
    void aRegionWithFewIsToldInNoQuestion() {
        List<Object> rows = new ArrayList<>(learners("AM05", "LOG", 12));
        rows.addAll(learners("AM06", "DZ", 3));
        rows.addAll(learners("AM07", "LOG", 9));

        Publication all = of(rows);
        Published country = all.figures(Optional.empty(), asked(Figure.IN_PROGRESS, "region"));

        assertThat(country.figures().get("inProgress").get("total")).isEqualTo(24L);
        assertThat((Map<?, ?>) country.figures().get("inProgress").get("byRegion"))
                .hasToString("{AM05=null, AM06=null, AM07=9}");
        assertThat(country.suppressed()).contains("inProgress.byRegion.AM05", "inProgress.byRegion.AM06");
        assertThat(all.figures(Optional.of("AM06"), asked(Figure.IN_PROGRESS))
                        .figures()
                        .get("inProgress"))
                .containsEntry("total", null);
        assertThat(all.figures(Optional.of("AM05"), asked(Figure.IN_PROGRESS))
                        .figures()
                        .get("inProgress"))
                .containsEntry("total", null);
        assertThat(all.figures(Optional.of("AM07"), asked(Figure.IN_PROGRESS, "sector"))
                        .figures()
                        .get("inProgress"))
                .containsEntry("total", 9L);
    }

    /** Nobody is asked what became of the deceased: completed and stopped less the questions would tell how many they are. */
    @Test
    void whatBecameOfPeopleIsNotToldWhereItWouldTellWhyFewStopped() {
        List<Object> rows = new ArrayList<>(stopped("OTHER", 12));
        rows.addAll(stopped("MOVED", 9));

        Publication without = of(rows);
        rows.addAll(stopped("DECEASED", 2));
        Publication with = of(rows);

        assertThat(response(without)).isInstanceOf(Map.class);
        assertThat(response(with)).isNull();
        assertThat(with.figures(Optional.of("AM05"), asked(Figure.STOPPED))
                        .figures()
                        .get("stopped"))
                .containsEntry("total", 23L);
    }

    private static List<Object> stopped(String reason, int count) {
        List<Object> rows = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            rows.add(candidate(reason + n));
            rows.add(trajectory(reason + n).ended(Status.STOPPED, "2020-05-29", reason));
        }
        return rows;
    }

    private static Object response(Publication all) {
        Published told = all.figures(Optional.of("AM05"), asked(Figure.OUTCOMES));
        return ((Map<?, ?>) told.figures().get("outcomes").get("response")).get("END");
    }

    /** All but three declined, which tells how many did not. */
    @Test
    void howManyEmployersDeclinedIsToldByNeitherFigureOrByBoth() {
        List<Object> rows = new ArrayList<>();
        for (int n = 0; n < 23; n++) {
            rows.add(n < 20 ? leerbedrijf("LB" + n, null, null, "NO_COMPENSATION") : leerbedrijf("LB" + n, null, null));
        }

        Publication all = of(rows);

        for (Optional<String> region : List.of(Optional.of("AM05"), Optional.<String>empty())) {
            assertThat(all.figures(region, asked(Figure.EMPLOYERS)).figures().get("employers"))
                    .containsEntry("declined", null);
            assertThat(all.figures(region, asked(Figure.EMPLOYERS_DECLINED, "reason"))
                            .figures()
                            .get("employersDeclined"))
                    .containsEntry("total", null)
                    .containsEntry("byReason", null);
        }
    }

    @Test
    void aRegionOfWhichNothingIsKnownHasNobody() {
        Published none = of(learners("AM05", "LOG", 12)).figures(Optional.of("AM20"), asked(Figure.IN_PROGRESS));

        assertThat(none.figures().get("inProgress")).containsEntry("total", 0L);
        assertThat(none.suppressed()).isEmpty();
    }

    @Test
    void whatIsAskedAndIsNotForThemIsNotThere() {
        Publication all = of(learners("AM05", "LOG", 12));

        assertThat(all.figures(Optional.empty(), asked(Figure.SHORTAGE)).figures())
                .isEmpty();
        assertThat(all.figures(Optional.empty(), asked(Figure.IN_PROGRESS, "werkcoach", "leerbedrijf"))
                        .figures()
                        .get("inProgress"))
                .containsOnlyKeys("total");
    }

    @Test
    void allOfThemAreToldTogether() {
        Published told = of(learners("AM05", "LOG", 12)).figures(Optional.empty(), Wanted.ALL);

        assertThat(told.figures().get("outcomes")).doesNotContainKey("total");
        assertThat(told.figures().get("inProgress")).containsEntry("total", 12L);
        assertThat(told.figures()).doesNotContainKeys("shortage", "confidenceGrowth", "inProgressBroad");
    }
}
