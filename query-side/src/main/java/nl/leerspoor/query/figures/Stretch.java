package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import nl.leerspoor.query.projection.Period;

/** All that held on the days of a stretch, as it was known at one moment: the periods of each kind that touch it. */
record Stretch(
        List<Period<Candidate>> candidates,
        List<Period<Trajectory>> trajectories,
        List<Period<Verklaring>> verklaringen,
        List<Period<Praktijkovereenkomst>> praktijkovereenkomsten,
        List<Period<Supervisor>> supervisors,
        List<Period<Training>> trainings,
        List<Period<Leerbedrijf>> leerbedrijven,
        List<Period<Pilot>> pilots) {

    /** What held on one of its days. */
    Rows on(LocalDate day) {
        return on(List.of(day)).getFirst();
    }

    /** What held on each of some of its days, of which none comes before the one that it follows. */
    List<Rows> on(List<LocalDate> days) {
        var candidatesOn = on(days, candidates);
        var trajectoriesOn = on(days, trajectories);
        var verklaringenOn = on(days, verklaringen);
        var praktijkovereenkomstenOn = on(days, praktijkovereenkomsten);
        var supervisorsOn = on(days, supervisors);
        var trainingsOn = on(days, trainings);
        var leerbedrijvenOn = on(days, leerbedrijven);
        var pilotsOn = on(days, pilots);
        return IntStream.range(0, days.size())
                .mapToObj(day -> new Rows(
                        candidatesOn.get(day),
                        trajectoriesOn.get(day),
                        verklaringenOn.get(day),
                        praktijkovereenkomstenOn.get(day),
                        supervisorsOn.get(day),
                        trainingsOn.get(day),
                        leerbedrijvenOn.get(day),
                        pilotsOn.get(day)))
                .toList();
    }

    private static <T> List<List<T>> on(List<LocalDate> days, List<Period<T>> periods) {
        List<List<T>> states =
                days.stream().<List<T>>map(day -> new ArrayList<>()).toList();
        for (Period<T> period : periods) {
            int found = Collections.binarySearch(days, period.from());
            int day = found < 0 ? -found - 1 : found;
            while (day < days.size() && period.contains(days.get(day))) {
                states.get(day).add(period.state());
                day++;
            }
        }
        return states;
    }
}
