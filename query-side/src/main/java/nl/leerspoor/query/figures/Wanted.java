package nl.leerspoor.query.figures;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.leerspoor.platform.access.AccessPolicy;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Rule;
import nl.leerspoor.query.question.Scope;

/**
 * Which figures are asked for, and how they are to be split.
 *
 * @param splits empty for all but those by week
 */
record Wanted(Set<Figure> figures, Optional<Set<String>> splits) {

    /** What a school may not know of a candidate. */
    private static final Set<String> OF_A_PERSON = Set.of("targetGroup", "labourStatus", "incomeKind", "referrer");

    private static final Set<String> OF_CANDIDATES = Set.of("targetGroup", "labourStatus");
    private static final Set<String> OF_TRAJECTORIES = Set.of("sector", "level", "werkcoach");

    /** All figures, with all their splits but those by week. */
    static final Wanted ALL = new Wanted(EnumSet.allOf(Figure.class), Optional.empty());

    /**
     * What of it somebody may be told: without figures of the region as a whole when they get no more than is their own,
     * and without what the table withholds from them of a single candidate, of whom a figure may be.
     */
    Wanted within(Scope scope, Identity who) {
        boolean ofSchool = scope.organisation().isPresent();
        boolean confidence = !ofSchool
                && who.roles().stream()
                        .anyMatch(role -> AccessPolicy.rule(Action.READ_TRAJECTORIES, role) != Rule.NEVER);
        Set<Figure> own = EnumSet.noneOf(Figure.class);
        own.addAll(figures);
        own.removeIf(figure -> !scope.whole() && figure.kinds().stream().anyMatch(Kind.OF_REGIONS::contains)
                || figure == Figure.CONFIDENCE_GROWTH && !confidence);
        return new Wanted(own, ofSchool ? Optional.of(withoutWithheld()) : splits);
    }

    private Set<String> withoutWithheld() {
        Set<String> left = new TreeSet<>(splits.orElse(Calculation.SPLITS));
        left.removeIf(split -> OF_A_PERSON.contains(split) || !wants(split));
        return left;
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
