package nl.leerspoor.query.figures;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that was known of one day at any moment between two: the versions of what each stream says. */
record Versions(
        List<Version<Candidate>> candidates,
        List<Version<Trajectory>> trajectories,
        List<Version<Verklaring>> verklaringen,
        List<Version<Praktijkovereenkomst>> praktijkovereenkomsten,
        List<Version<Supervisor>> supervisors,
        List<Version<Training>> trainings,
        List<Version<Leerbedrijf>> leerbedrijven) {

    /** What was known at a moment. */
    Rows at(Instant moment) {
        return those(version -> version.isKnown(moment));
    }

    /** What would have been known at a moment without what one stream told at that very moment. */
    Rows atWithout(Instant moment, UUID stream) {
        return those(
                version -> version.stream().equals(stream) ? version.isKnownBefore(moment) : version.isKnown(moment));
    }

    /** The moments after one, up to and including another, at which something else became known, with the streams. */
    Map<Instant, Set<UUID>> turns(Instant after, Instant upTo) {
        Map<Instant, Set<UUID>> turns = new TreeMap<>();
        all().forEach(version -> Stream.of(version.from(), version.until())
                .filter(turn -> turn != null && turn.isAfter(after) && !turn.isAfter(upTo))
                .forEach(turn ->
                        turns.computeIfAbsent(turn, one -> new HashSet<>()).add(version.stream())));
        return turns;
    }

    /** How many versions there are of the kind that has most. */
    int most() {
        return kinds().mapToInt(List::size).max().orElse(0);
    }

    private Stream<? extends Version<?>> all() {
        return kinds().flatMap(List::stream);
    }

    private Stream<List<? extends Version<?>>> kinds() {
        return Stream.of(
                candidates, trajectories, verklaringen, praktijkovereenkomsten, supervisors, trainings, leerbedrijven);
    }

    private Rows those(Predicate<Version<?>> known) {
        return new Rows(
                those(candidates, known),
                those(trajectories, known),
                those(verklaringen, known),
                those(praktijkovereenkomsten, known),
                those(supervisors, known),
                those(trainings, known),
                those(leerbedrijven, known),
                List.of());
    }

    private static <T> List<T> those(List<Version<T>> versions, Predicate<Version<?>> known) {
        return versions.stream().filter(known).map(Version::state).toList();
    }
}
