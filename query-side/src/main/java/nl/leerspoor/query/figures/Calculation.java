package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Figure.EMPLOYERS;
import static nl.leerspoor.query.figures.Figure.IN_VIEW;
import static nl.leerspoor.query.figures.Figure.PREFERENCE_MET;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.leerspoor.query.figures.Leerbedrijf.Decline;
import nl.leerspoor.query.figures.Situation.InView;

/** Works out figures from a situation; needs nothing else. */
final class Calculation {

    /** Everything by which some figure can be split. */
    static final Set<String> SPLITS =
            new TreeSet<>(Stream.concat(Definitions.splits(), Stream.of("outcome", "moment", "cause", "werkproces"))
                    .toList());

    private Calculation() {}

    /** The figures by their names. */
    static Map<String, Map<String, Object>> of(Situation situation, Wanted wanted) {
        Sheet sheet = new Sheet(wanted, situation.asOf().from().isPresent());
        people(sheet, situation, wanted);
        papers(sheet, situation, wanted);
        companies(sheet, situation);
        return sheet.figures();
    }

    private static void people(Sheet sheet, Situation situation, Wanted wanted) {
        if (sheet.wants(IN_VIEW)) {
            Definitions.CANDIDATES.fill(
                    sheet,
                    situation.inView(wanted.joinsTrajectories()),
                    (InView row) -> row.candidate().person());
            target(sheet, situation.rows().pilots());
        }
        List<Route> routes = situation.routes(wanted.joinsCandidates(situation.country()));
        if (situation.country()) {
            Definitions.TRAJECTORIES.fill(sheet, routes, Route::person);
        } else {
            Definitions.TRAJECTORIES.fill(sheet, routes);
        }
        if (sheet.wants(PREFERENCE_MET)) {
            share(sheet, PREFERENCE_MET, "share", Count.TOTAL, "n");
        }
        Delays.fill(sheet, situation, routes);
        LeadTimes.fill(sheet, routes);
        Shortage.fill(sheet, situation, routes);
        Learning.werkprocessen(sheet, routes);
        Learning.confidence(sheet, situation.rows().candidates());
        Outcomes.fill(sheet, routes, situation.rows().candidates());
    }

    private static void papers(Sheet sheet, Situation situation, Wanted wanted) {
        Definitions.VERKLARINGEN.fill(sheet, situation.verklaringen(wanted.joinsPapers()));
        Learning.onVerklaringen(sheet, situation.rows().verklaringen());
        Definitions.PRAKTIJKOVEREENKOMSTEN.fill(sheet, situation.praktijkovereenkomsten(wanted.joinsPapers()));
    }

    private static void companies(Sheet sheet, Situation situation) {
        Definitions.SUPERVISORS.fill(sheet, situation.supervisors());
        Definitions.TRAININGS.fill(sheet, situation.trainings());
        Delays.ofTrainings(sheet, situation.trainings());
        List<Leerbedrijf> leerbedrijven = situation.rows().leerbedrijven();
        Definitions.LEERBEDRIJVEN.fill(sheet, leerbedrijven);
        if (sheet.wants(EMPLOYERS)) {
            share(sheet, EMPLOYERS, "conversion", "joined", "approached");
        }
        List<Decline> declines = leerbedrijven.stream()
                .flatMap(leerbedrijf -> leerbedrijf.declines().stream())
                .toList();
        Definitions.DECLINES.fill(sheet, declines, Decline::leerbedrijf);
    }

    /** F01: what the pilots aim at. */
    private static void target(Sheet sheet, List<Pilot> pilots) {
        List<Integer> targets = pilots.stream()
                .map(Pilot::targetInView)
                .filter(Objects::nonNull)
                .toList();
        if (!targets.isEmpty()) {
            sheet.number(
                    IN_VIEW,
                    "target",
                    targets.stream().mapToLong(Integer::longValue).sum());
        }
    }

    private static void share(Sheet sheet, Figure figure, String name, String part, String whole) {
        sheet.number(figure, name, Sheet.share(sheet.number(figure, part), sheet.number(figure, whole)));
    }
}
