package nl.leerspoor.query.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.query.question.Scope;

/** The rows of each kind that held on one day, one per subject; none of the kinds that were not asked for. */
record Rows(
        List<Candidate> candidates,
        List<Trajectory> trajectories,
        List<Verklaring> verklaringen,
        List<Praktijkovereenkomst> praktijkovereenkomsten,
        List<Supervisor> supervisors,
        List<Training> trainings,
        List<Leerbedrijf> leerbedrijven,
        List<Pilot> pilots) {

    static final Rows NONE =
            new Rows(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** The same, region by region. */
    Map<String, Rows> byRegion() {
        var candidatesOf = candidates.stream().collect(groupingBy(Candidate::region));
        var trajectoriesOf = trajectories.stream().collect(groupingBy(Trajectory::region));
        var verklaringenOf = verklaringen.stream().collect(groupingBy(Verklaring::region));
        var praktijkovereenkomstenOf =
                praktijkovereenkomsten.stream().collect(groupingBy(Praktijkovereenkomst::region));
        var supervisorsOf = supervisors.stream().collect(groupingBy(Supervisor::region));
        var trainingsOf = trainings.stream().collect(groupingBy(Training::region));
        var leerbedrijvenOf = leerbedrijven.stream().collect(groupingBy(Leerbedrijf::region));
        var pilotsOf = pilots.stream().collect(groupingBy(Pilot::region));
        return Stream.of(
                        candidatesOf,
                        trajectoriesOf,
                        verklaringenOf,
                        praktijkovereenkomstenOf,
                        supervisorsOf,
                        trainingsOf,
                        leerbedrijvenOf,
                        pilotsOf)
                .flatMap(of -> of.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        region -> new Rows(
                                candidatesOf.getOrDefault(region, List.of()),
                                trajectoriesOf.getOrDefault(region, List.of()),
                                verklaringenOf.getOrDefault(region, List.of()),
                                praktijkovereenkomstenOf.getOrDefault(region, List.of()),
                                supervisorsOf.getOrDefault(region, List.of()),
                                trainingsOf.getOrDefault(region, List.of()),
                                leerbedrijvenOf.getOrDefault(region, List.of()),
                                pilotsOf.getOrDefault(region, List.of()))));
    }

    /**
     * Of what was somebody's own on some day, what is so on this one. Trajectories are, for they say themselves whose they
     * are; candidates and papers are by those.
     */
    Rows own(Scope scope) {
        if (scope.whole()) {
            return this;
        }
        Set<UUID> people = trajectories.stream().map(Trajectory::candidateId).collect(toSet());
        Set<UUID> guided = trajectories.stream()
                .filter(trajectory ->
                        scope.werkcoach().filter(trajectory.werkcoach()::equals).isPresent())
                .map(Trajectory::id)
                .collect(toSet());
        return new Rows(
                candidates.stream().filter(row -> people.contains(row.id())).toList(),
                trajectories,
                verklaringen.stream()
                        .filter(row -> isOwn(scope, row.school()) || guided.contains(row.trajectoryId()))
                        .toList(),
                praktijkovereenkomsten.stream()
                        .filter(row -> isOwn(scope, row.school()) || guided.contains(row.trajectoryId()))
                        .toList(),
                supervisors,
                trainings,
                leerbedrijven,
                pilots);
    }

    private static boolean isOwn(Scope scope, String school) {
        return scope.organisation().filter(own -> own.equals(school)).isPresent();
    }

    /** The same with other supervisors. */
    Rows withSupervisors(List<Supervisor> others) {
        return new Rows(
                candidates,
                trajectories,
                verklaringen,
                praktijkovereenkomsten,
                others,
                trainings,
                leerbedrijven,
                pilots);
    }
}
