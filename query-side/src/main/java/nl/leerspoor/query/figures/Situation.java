package nl.leerspoor.query.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.query.figures.Route.Papers;

/**
 * All that held on one day, as it was known at one moment: what figures are made of.
 *
 * @param country whether it is that of all regions, in which each person counts once (rule B31)
 */
record Situation(AsOf asOf, boolean country, Rows rows) {

    /** A candidate in view with one trajectory, or with null when there is none that day. */
    record InView(Candidate candidate, Trajectory trajectory, AsOf asOf) {}

    /** A paper or agreement and the trajectory that it belongs to, or null when that was not asked for. */
    record Paper<T>(T paper, Trajectory trajectory, AsOf asOf) {}

    private static final List<Trajectory> NONE = Collections.singletonList(null);

    List<Route> routes() {
        return routes(true);
    }

    /**
     * The trajectories with what belongs to them.
     *
     * @param withCandidates whether one has to know of which candidate each is
     */
    List<Route> routes(boolean withCandidates) {
        Map<UUID, Candidate> candidates = withCandidates ? byId(rows.candidates(), Candidate::id) : Map.of();
        Map<UUID, Papers> papers = HashMap.newHashMap(rows.verklaringen().size());
        rows.verklaringen()
                .forEach(paper -> papers.merge(
                        paper.trajectoryId(), Papers.NONE.with(paper), (known, first) -> known.with(paper)));
        List<Route> routes = new ArrayList<>(rows.trajectories().size());
        for (Trajectory trajectory : rows.trajectories()) {
            routes.add(new Route(
                    trajectory,
                    candidates.get(trajectory.candidateId()),
                    papers.getOrDefault(trajectory.id(), Papers.NONE),
                    asOf));
        }
        return routes;
    }

    /** How many people these trajectories are of: in a region each counts, in the country each person. */
    long people(List<Route> routes) {
        return country ? routes.stream().map(Route::person).distinct().count() : routes.size();
    }

    List<InView> inView() {
        return inView(true);
    }

    /**
     * The candidates with their trajectories.
     *
     * @param withTrajectories whether one has to know which they are; each candidate is told once otherwise
     */
    List<InView> inView(boolean withTrajectories) {
        Map<UUID, List<Trajectory>> trajectories = new HashMap<>();
        if (withTrajectories) {
            rows.trajectories()
                    .forEach(trajectory -> trajectories
                            .computeIfAbsent(trajectory.candidateId(), candidate -> new ArrayList<>(1))
                            .add(trajectory));
        }
        List<InView> inView = new ArrayList<>(rows.candidates().size());
        for (Candidate candidate : rows.candidates()) {
            for (Trajectory trajectory : trajectories.getOrDefault(candidate.id(), NONE)) {
                inView.add(new InView(candidate, trajectory, asOf));
            }
        }
        return inView;
    }

    List<Paper<Verklaring>> verklaringen() {
        return verklaringen(true);
    }

    /** The papers, and if asked the trajectory of each. */
    List<Paper<Verklaring>> verklaringen(boolean withTrajectories) {
        return papers(rows.verklaringen(), Verklaring::trajectoryId, withTrajectories);
    }

    List<Paper<Praktijkovereenkomst>> praktijkovereenkomsten() {
        return praktijkovereenkomsten(true);
    }

    /** The agreements, and if asked the trajectory of each. */
    List<Paper<Praktijkovereenkomst>> praktijkovereenkomsten(boolean withTrajectories) {
        return papers(rows.praktijkovereenkomsten(), Praktijkovereenkomst::trajectoryId, withTrajectories);
    }

    List<Supervisor.OnDay> supervisors() {
        return rows.supervisors().stream()
                .map(supervisor -> new Supervisor.OnDay(supervisor, asOf.day()))
                .toList();
    }

    List<Training.OnDay> trainings() {
        return rows.trainings().stream()
                .map(training -> new Training.OnDay(training, asOf.day()))
                .toList();
    }

    private <T> List<Paper<T>> papers(List<T> papers, Function<T, UUID> trajectory, boolean withTrajectories) {
        Map<UUID, Trajectory> trajectories =
                withTrajectories && !papers.isEmpty() ? byId(rows.trajectories(), Trajectory::id) : Map.of();
        List<Paper<T>> joined = new ArrayList<>(papers.size());
        for (T paper : papers) {
            joined.add(new Paper<>(paper, trajectories.get(trajectory.apply(paper)), asOf));
        }
        return joined;
    }

    private static <T> Map<UUID, T> byId(List<T> rows, Function<T, UUID> id) {
        Map<UUID, T> byId = HashMap.newHashMap(rows.size());
        rows.forEach(row -> byId.put(id.apply(row), row));
        return byId;
    }
}
