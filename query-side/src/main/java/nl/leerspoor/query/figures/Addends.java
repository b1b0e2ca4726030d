package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Count.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.query.figures.Trajectory.Postponement;
import nl.leerspoor.query.figures.Trajectory.Werkprocessen;

/**
 * What each thing adds to the numbers of figures. Only numbers that are sums have addends: counts and totals, and their
 * parts, but no medians, means or shares, and nothing of a period.
 */
final class Addends {

    /**
     * A number that is a sum.
     *
     * @param name its name within the figure, with dots: {@code total}, {@code bySector.LOG}
     */
    record Number(Figure figure, String name) implements Comparable<Number> {

        @Override
        public int compareTo(Number other) {
            return figure == other.figure ? name.compareTo(other.name) : figure.compareTo(other.figure);
        }
    }

    /** F14, werkproces by werkproces. */
    private static final Counting<Route> WERKPROCESSEN = new Counting<>(List.of(
            werkprocessen("agreed", Werkprocessen::agreed),
            werkprocessen("judged", Werkprocessen::judged),
            werkprocessen("confirmed", Werkprocessen::confirmed)));

    private static final Counting<Verklaring> WERKPROCESSEN_ISSUED =
            new Counting<>(List.of(Count.<Verklaring>count(Figure.WERKPROCESSEN_ISSUED, Verklaring::wasIssued)
                    .sum(paper -> paper.werkprocessen().size())));

    private static final Counting<Candidate> PEOPLE = new Counting<>(List.of(
            Count.<Candidate>count(Figure.OUTCOMES, row -> true)
                    .sum(row -> row.outcomes().size()),
            number(Figure.CONFIDENCE_GROWTH, "n", row -> row.confidence() != null)));

    private static final Counting<Shortage> SHORTAGES = new Counting<>(List.of(
            Count.<Shortage>count(Figure.SHORTAGE, row -> true)
                    .sum(Shortage::places)
                    .by(
                            Split.by("sector", Shortage::sector),
                            Split.by("leerbedrijf", Shortage::leerbedrijf),
                            Split.by("region", Shortage::region)),
            Count.<Shortage>number(Figure.SHORTAGE, "supervisors", row -> true).sum(Shortage::supervisors)));

    private final Wanted wanted;
    private final Map<Number, Map<Thing, Long>> values = new TreeMap<>();

    private Addends(Wanted wanted) {
        this.wanted = wanted;
    }

    /** What each thing adds to each number of the figures that are wanted; what adds nothing is left out. */
    static Map<Number, Map<Thing, Long>> of(Situation situation, Wanted wanted) {
        var addends = new Addends(wanted);
        List<Route> routes = situation.routes();
        Function<Route, Thing> route = situation.country()
                ? row -> new Thing(Thing.Sort.PERSON, row.person())
                : row -> new Thing(Thing.Sort.TRAJECTORY, row.trajectory().id());
        Rows rows = situation.rows();
        addends.add(
                Definitions.CANDIDATES,
                situation.inView(),
                row -> new Thing(Thing.Sort.PERSON, row.candidate().person()));
        addends.add(Definitions.TRAJECTORIES, routes, route);
        addends.add(WERKPROCESSEN, routes, route);
        addends.add(
                SHORTAGES,
                Shortage.of(situation, routes),
                row -> new Thing(Thing.Sort.LEERBEDRIJF, row.leerbedrijfId()));
        addends.add(PEOPLE, rows.candidates(), row -> new Thing(Thing.Sort.PERSON, row.person()));
        addends.add(
                Definitions.VERKLARINGEN,
                situation.verklaringen(),
                row -> new Thing(Thing.Sort.VERKLARING, row.paper().id()));
        addends.add(WERKPROCESSEN_ISSUED, rows.verklaringen(), row -> new Thing(Thing.Sort.VERKLARING, row.id()));
        addends.add(
                Definitions.PRAKTIJKOVEREENKOMSTEN,
                situation.praktijkovereenkomsten(),
                row -> new Thing(Thing.Sort.PRAKTIJKOVEREENKOMST, row.paper().id()));
        addends.add(
                Definitions.SUPERVISORS,
                situation.supervisors(),
                row -> new Thing(Thing.Sort.SUPERVISOR, row.supervisor().id()));
        addends.add(
                Definitions.TRAININGS,
                situation.trainings(),
                row -> new Thing(Thing.Sort.SUPERVISOR_TRAINING, row.training().id()));
        addends.add(
                Definitions.LEERBEDRIJVEN, rows.leerbedrijven(), row -> new Thing(Thing.Sort.LEERBEDRIJF, row.id()));
        addends.add(
                Definitions.DECLINES,
                rows.leerbedrijven().stream()
                        .flatMap(leerbedrijf -> leerbedrijf.declines().stream())
                        .toList(),
                row -> new Thing(Thing.Sort.LEERBEDRIJF, row.leerbedrijf()));
        addends.addPostponements(routes, route);
        addends.addWerkprocessen(routes, route);
        addends.addIssuedWerkprocessen(rows.verklaringen());
        addends.addOutcomes(rows.candidates());
        addends.addConfidence(rows.candidates());
        return addends.values;
    }

    /** All numbers that are sums, without their parts. */
    static Set<Number> numbers() {
        return Stream.concat(Definitions.all(), Stream.of(WERKPROCESSEN, WERKPROCESSEN_ISSUED, PEOPLE, SHORTAGES))
                .flatMap(counting -> counting.counts().stream())
                .filter(count -> !count.periodic())
                .map(count -> new Number(count.figure(), count.number()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private <R> void add(Counting<R> counting, List<R> rows, Function<R, Thing> thing) {
        counting.counts().stream()
                .filter(count -> !count.periodic() && wanted.figures().contains(count.figure()))
                .forEach(count ->
                        rows.stream().filter(count.condition()).forEach(row -> add(count, row, thing.apply(row))));
    }

    private boolean wants(Figure figure, String split) {
        return wanted.figures().contains(figure) && wanted.wants(split);
    }

    private void part(Figure figure, String name, Thing thing, long value) {
        if (value != 0) {
            values.computeIfAbsent(new Number(figure, name), one -> new HashMap<>())
                    .merge(thing, value, Long::sum);
        }
    }

    private void addPostponements(List<Route> routes, Function<Route, Thing> thing) {
        if (!wants(Figure.POSTPONED, "cause")) {
            return;
        }
        for (Route route : routes) {
            for (Postponement postponement : route.trajectory().postponements()) {
                String cause = postponement.cause();
                values.computeIfAbsent(new Number(Figure.POSTPONED, "byCause." + cause), one -> new HashMap<>())
                        .put(thing.apply(route), 1L);
                part(Figure.POSTPONED, "eventsByCause." + cause, thing.apply(route), 1);
                part(Figure.POSTPONED, "daysByCause." + cause, thing.apply(route), postponement.days());
            }
        }
    }

    private void addWerkprocessen(List<Route> routes, Function<Route, Thing> thing) {
        Learning.SPLITS.forEach((split, key) -> {
            for (Route route : wants(Figure.WERKPROCESSEN, split) ? routes : List.<Route>of()) {
                Object part = key.apply(route);
                if (part != null) {
                    String name = Sheet.by(split) + "." + part + ".";
                    Werkprocessen werkprocessen = route.trajectory().werkprocessen();
                    part(Figure.WERKPROCESSEN, name + "agreed", thing.apply(route), werkprocessen.agreed());
                    part(Figure.WERKPROCESSEN, name + "judged", thing.apply(route), werkprocessen.judged());
                    part(Figure.WERKPROCESSEN, name + "confirmed", thing.apply(route), werkprocessen.confirmed());
                }
            }
        });
    }

    private void addIssuedWerkprocessen(List<Verklaring> verklaringen) {
        if (wants(Figure.WERKPROCESSEN_ISSUED, "werkproces")) {
            verklaringen.stream()
                    .filter(Verklaring::wasIssued)
                    .forEach(paper -> paper.werkprocessen()
                            .forEach(code -> part(
                                    Figure.WERKPROCESSEN_ISSUED,
                                    "byWerkproces." + code,
                                    new Thing(Thing.Sort.VERKLARING, paper.id()),
                                    1)));
        }
    }

    private void addOutcomes(List<Candidate> candidates) {
        boolean byOutcome = wants(Figure.OUTCOMES, "outcome");
        boolean byMoment = wants(Figure.OUTCOMES, "moment");
        for (Candidate candidate : candidates) {
            var person = new Thing(Thing.Sort.PERSON, candidate.person());
            for (Candidate.Outcome outcome : candidate.outcomes()) {
                part(Figure.OUTCOMES, "byOutcome." + outcome.outcome(), person, byOutcome ? 1 : 0);
                part(Figure.OUTCOMES, "byMoment." + outcome.moment(), person, byMoment ? 1 : 0);
            }
        }
    }

    private void addConfidence(List<Candidate> candidates) {
        boolean byTargetGroup = wants(Figure.CONFIDENCE_GROWTH, "targetGroup");
        boolean byRegion = wants(Figure.CONFIDENCE_GROWTH, "region");
        Learning.grown(candidates).forEach((person, candidate) -> {
            var thing = new Thing(Thing.Sort.PERSON, person);
            part(
                    Figure.CONFIDENCE_GROWTH,
                    "byTargetGroup." + candidate.targetGroup() + ".n",
                    thing,
                    byTargetGroup ? 1 : 0);
            part(Figure.CONFIDENCE_GROWTH, "byRegion." + candidate.region() + ".n", thing, byRegion ? 1 : 0);
        });
    }

    private <R> void add(Count<R> count, R row, Thing thing) {
        add(new Number(count.figure(), count.number()), count, row, thing);
        for (Split<R> split : count.splits()) {
            Object part = wanted.wants(split.name()) ? split.key().apply(row) : null;
            if (part != null) {
                add(new Number(count.figure(), Sheet.by(split.name()) + "." + part), count, row, thing);
            }
        }
    }

    private <R> void add(Number number, Count<R> count, R row, Thing thing) {
        Map<Thing, Long> things = values.computeIfAbsent(number, one -> new HashMap<>());
        if (count.measure() == null) {
            things.put(thing, 1L);
        } else if (count.measure().applyAsLong(row) != 0) {
            things.merge(thing, count.measure().applyAsLong(row), Long::sum);
        }
    }

    private static Count<Route> werkprocessen(String name, Function<Werkprocessen, Integer> number) {
        return Count.<Route>number(Figure.WERKPROCESSEN, name, route -> true)
                .sum(route -> number.apply(route.trajectory().werkprocessen()));
    }
}
