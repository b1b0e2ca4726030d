package nl.leerspoor.query.figures;

import java.util.List;

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
