package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.List;
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
        return new Rows(
                on(day, candidates),
                on(day, trajectories),
                on(day, verklaringen),
                on(day, praktijkovereenkomsten),
                on(day, supervisors),
                on(day, trainings),
                on(day, leerbedrijven),
                on(day, pilots));
    }

    private static <T> List<T> on(LocalDate day, List<Period<T>> periods) {
        return periods.stream()
                .filter(period -> period.contains(day))
                .map(Period::state)
                .toList();
    }
}
