package nl.leerspoor.query.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds what has to do with one thing, so that what it adds to figures can be worked out from that alone. */
final class Related {

    private final Map<UUID, Set<UUID>> parts = new HashMap<>();
    private final Map<UUID, Set<UUID>> owners = new HashMap<>();
    private final Map<UUID, List<Version<Candidate>>> candidates;
    private final Map<UUID, List<Version<Trajectory>>> trajectories;
    private final Map<UUID, List<Version<Verklaring>>> verklaringen;
    private final Map<UUID, List<Version<Praktijkovereenkomst>>> praktijkovereenkomsten;
    private final Map<UUID, List<Version<Supervisor>>> supervisors;
    private final Map<UUID, List<Version<Training>>> trainings;
    private final Map<UUID, List<Version<Leerbedrijf>>> leerbedrijven;

    Related(Versions all) {
        all.candidates().forEach(one -> isPart(one.stream(), one.state().person()));
        all.trajectories().forEach(this::link);
        all.verklaringen().forEach(one -> belongs(one.stream(), one.state().trajectoryId()));
        all.praktijkovereenkomsten()
                .forEach(one -> isOwnedBy(one.stream(), one.state().trajectoryId()));
        all.supervisors().forEach(one -> isPart(one.stream(), one.state().leerbedrijf()));
        candidates = byStream(all.candidates());
        trajectories = byStream(all.trajectories());
        verklaringen = byStream(all.verklaringen());
        praktijkovereenkomsten = byStream(all.praktijkovereenkomsten());
        supervisors = byStream(all.supervisors());
        trainings = byStream(all.trainings());
        leerbedrijven = byStream(all.leerbedrijven());
    }

    /** The versions of a thing, of its parts and of what these belong to. */
    Versions to(Thing thing) {
        Set<UUID> streams = new HashSet<>();
        addWithParts(thing.id(), streams);
        Set<UUID> all = new HashSet<>(streams);
        streams.forEach(stream -> all.addAll(owners.getOrDefault(stream, Set.of())));
        return new Versions(
                each(all, candidates),
                each(all, trajectories),
                each(all, verklaringen),
                each(all, praktijkovereenkomsten),
                each(all, supervisors),
                each(all, trainings),
                each(all, leerbedrijven));
    }

    /** Who waits for a leerbedrijf is for that while a part of it; null stands for none in particular. */
    private void link(Version<Trajectory> trajectory) {
        belongs(trajectory.stream(), trajectory.state().candidateId());
        if (trajectory.state().waiting() != null) {
            isPart(trajectory.stream(), trajectory.state().waiting().leerbedrijf());
        }
    }

    private void belongs(UUID part, UUID whole) {
        isPart(part, whole);
        isOwnedBy(part, whole);
    }

    private void isPart(UUID part, UUID whole) {
        parts.computeIfAbsent(whole, one -> new HashSet<>()).add(part);
    }

    private void isOwnedBy(UUID part, UUID owner) {
        owners.computeIfAbsent(part, one -> new HashSet<>()).add(owner);
    }

    private void addWithParts(UUID id, Set<UUID> streams) {
        if (streams.add(id)) {
            parts.getOrDefault(id, Set.of()).forEach(part -> addWithParts(part, streams));
        }
    }

    private static <T> Map<UUID, List<Version<T>>> byStream(List<Version<T>> versions) {
        return versions.stream().collect(Collectors.groupingBy(Version::stream));
    }

    private static <T> List<Version<T>> each(Set<UUID> streams, Map<UUID, List<Version<T>>> versions) {
        return streams.stream()
                .map(versions::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }
}
