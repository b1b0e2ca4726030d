package nl.leerspoor.query.figures;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
