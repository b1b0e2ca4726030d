package nl.leerspoor.query.figures;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which figures are asked for, and how they are to be split.
 *
 * @param splits empty for all but those by week
 */
record Wanted(Set<Figure> figures, Optional<Set<String>> splits) {

    private static final Set<String> OF_CANDIDATES = Set.of("targetGroup", "labourStatus");

    /** All figures, with all their splits but those by week. */
    static final Wanted ALL = new Wanted(EnumSet.allOf(Figure.class), Optional.empty());

    boolean wants(String split) {
        return splits.map(asked -> asked.contains(split)).orElse(!split.equals(Split.WEEK));
    }

    /**
     * The kinds of rows that are needed.
     *
     * @param country whether each person counts once, so that one has to know who is who
     */
    Set<Kind> kinds(boolean country) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        figures.forEach(figure -> kinds.addAll(figure.kinds()));
        if (kinds.contains(Kind.TRAJECTORIES)
                && (country || OF_CANDIDATES.stream().anyMatch(this::wants))) {
            kinds.add(Kind.CANDIDATES);
        }
        boolean papers = kinds.contains(Kind.VERKLARINGEN) || kinds.contains(Kind.PRAKTIJKOVEREENKOMSTEN);
        if (papers && wants("sector")) {
            kinds.add(Kind.TRAJECTORIES);
        }
        return kinds;
    }
}
