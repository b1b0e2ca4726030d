package nl.leerspoor.query.figures;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.leerspoor.query.question.Scope;

/**
 * Which figures are asked for, and how they are to be split.
 *
 * @param splits empty for all but those by week
 */
record Wanted(Set<Figure> figures, Optional<Set<String>> splits) {

    private static final Set<String> OF_CANDIDATES = Set.of("targetGroup", "labourStatus");
    private static final Set<String> OF_TRAJECTORIES = Set.of("sector", "level", "werkcoach");

    /** All figures, with all their splits but those by week. */
    static final Wanted ALL = new Wanted(EnumSet.allOf(Figure.class), Optional.empty());

    /** Without figures of the region as a whole, for who gets no more than is their own. */
    Wanted within(Scope scope) {
        Set<Figure> own = EnumSet.noneOf(Figure.class);
        own.addAll(figures);
        own.removeIf(figure -> !scope.whole() && figure.kinds().stream().anyMatch(Kind.OF_REGIONS::contains));
        return new Wanted(own, splits);
    }

    boolean wants(String split) {
        return splits.map(asked -> asked.contains(split)).orElse(!split.equals(Split.WEEK));
    }

    /**
     * Whether one has to know of which candidate a trajectory is.
     *
     * @param country whether each person counts once, so that one has to know who is who
     */
    boolean joinsCandidates(boolean country) {
        return country || OF_CANDIDATES.stream().anyMatch(this::wants);
    }

    /** Whether one has to know which trajectories a candidate has. */
    boolean joinsTrajectories() {
        return OF_TRAJECTORIES.stream().anyMatch(this::wants);
    }

    /** Whether one has to know of which trajectory a paper is. */
    boolean joinsPapers() {
        return wants("sector");
    }

    /**
     * The kinds of rows that are needed.
     *
     * @param country whether each person counts once, so that one has to know who is who
     */
    Set<Kind> kinds(boolean country) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        figures.forEach(figure -> kinds.addAll(figure.kinds()));
        if (kinds.contains(Kind.TRAJECTORIES) && joinsCandidates(country)) {
            kinds.add(Kind.CANDIDATES);
        }
        boolean papers = kinds.contains(Kind.VERKLARINGEN) || kinds.contains(Kind.PRAKTIJKOVEREENKOMSTEN);
        if (papers && joinsPapers()) {
            kinds.add(Kind.TRAJECTORIES);
        }
        return kinds;
    }
}
