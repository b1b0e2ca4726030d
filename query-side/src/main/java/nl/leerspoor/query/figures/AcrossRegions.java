package nl.leerspoor.query.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.leerspoor.query.figures.Suppression.Told;

/**
 * What the tables of the regions tell of one another beside that of the country: who subtracts all regions but one from it
 * has that one, and who adds them all up has how many went on in another region.
 */
final class AcrossRegions {

    private final SortedMap<String, Told> regions;
    private final Told overlap;

    AcrossRegions(Told country, Map<String, Told> regions) {
        this.regions = new TreeMap<>(regions);
        this.overlap = Overlap.of(country, regions.values());
    }

    /** Whether few are in several regions. */
    boolean isOverlapSmall(String place) {
        return overlap.isSmall(place);
    }

    /** Whether all parts of the regions together are by few more than those of the country. */
    boolean isOverlapFew(Set<String> leaves) {
        return Suppression.isFew(leaves.stream().mapToLong(overlap::weight).sum());
    }

    /** The first region with something at these places: without it nobody can tell by how much the regions overlap. */
    Set<String> firstWith(Set<String> places) {
        return regions.keySet().stream()
                .filter(region -> weight(region, places) > 0)
                .limit(1)
                .collect(Collectors.toSet());
    }

    /** Regions of which something is left out, and others with them, until nothing is told of the former. */
    Set<String> withOthers(Set<String> small, List<Set<String>> columns) {
        Set<String> rows = new TreeSet<>(small);
        boolean alone = columns.size() == 1 && columns.getFirst().size() == 1;
        for (String region : regions.keySet()) {
            if (!rows.isEmpty()
                    && !protect(rows, columns, alone)
                    && columns.stream().anyMatch(column -> weight(region, column) > 0)) {
                rows.add(region);
            }
        }
        return rows;
    }

    /**
     * Whether regions hide one another: two have something to hide, and what the country tells of all of them together is
     * of nobody or of enough.
     *
     * @param told whether it is known of each that it is not 0
     */
    boolean protect(Set<String> rows, List<Set<String>> columns, boolean told) {
        long filled = rows.stream()
                .filter(region -> columns.stream().anyMatch(column -> weight(region, column) > 0))
                .count();
        return filled > 1
                && columns.stream().allMatch(column -> {
                    long sum = rows.stream()
                            .mapToLong(region -> weight(region, column))
                            .sum();
                    return !Suppression.isFew(sum) && (!told || sum > filled);
                });
    }

    private long weight(String region, Collection<String> places) {
        return places.stream().mapToLong(regions.get(region)::weight).sum();
    }
}
