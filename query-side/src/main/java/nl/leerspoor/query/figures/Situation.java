package nl.leerspoor.query.figures;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Map<UUID, Candidate> candidates = byId(rows.candidates(), Candidate::id);
        Map<UUID, Papers> papers = new HashMap<>();
        rows.verklaringen()
                .forEach(paper -> papers.merge(
                        paper.trajectoryId(), Papers.NONE.with(paper), (known, first) -> known.with(paper)));
        return rows.trajectories().stream()
                .map(trajectory -> new Route(
                        trajectory,
                        candidates.get(trajectory.candidateId()),
                        papers.getOrDefault(trajectory.id(), Papers.NONE),
                        asOf))
                .toList();
    }

    /** How many people these trajectories are of: in a region each counts, in the country each person. */
    long people(List<Route> routes) {
        return country ? routes.stream().map(Route::person).distinct().count() : routes.size();
    }

    List<InView> inView() {
        Map<UUID, List<Trajectory>> trajectories =
                rows.trajectories().stream().collect(Collectors.groupingBy(Trajectory::candidateId));
        return rows.candidates().stream()
                .<InView>mapMulti((candidate, inView) -> trajectories
                        .getOrDefault(candidate.id(), NONE)
                        .forEach(trajectory -> inView.accept(new InView(candidate, trajectory, asOf))))
                .toList();
    }

    List<Paper<Verklaring>> verklaringen() {
        return papers(rows.verklaringen(), Verklaring::trajectoryId);
    }

    List<Paper<Praktijkovereenkomst>> praktijkovereenkomsten() {
        return papers(rows.praktijkovereenkomsten(), Praktijkovereenkomst::trajectoryId);
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

    private <T> List<Paper<T>> papers(List<T> papers, Function<T, UUID> trajectory) {
        if (papers.isEmpty()) {
            return List.of();
        }
        Map<UUID, Trajectory> trajectories = byId(rows.trajectories(), Trajectory::id);
        return papers.stream()
                .map(paper -> new Paper<>(paper, trajectories.get(trajectory.apply(paper)), asOf))
                .toList();
    }

    private static <T> Map<UUID, T> byId(List<T> rows, Function<T, UUID> id) {
        Map<UUID, T> byId = HashMap.newHashMap(rows.size());
        rows.forEach(row -> byId.put(id.apply(row), row));
        return byId;
    }
}
