package nl.leerspoor.query.figures;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Counts over one kind of rows. */
record Counting<R>(List<Count<R>> counts) {

    Stream<String> splits() {
        return counts.stream().flatMap(count -> count.splits().stream()).map(Split::name);
    }

    /** Fills in the figures that the sheet wants, each row counting. */
    void fill(Sheet sheet, List<R> rows) {
        fill(sheet, rows, null);
    }

    /** The same, each subject counting once in every number, whatever rows it has; with null every row counts. */
    void fill(Sheet sheet, List<R> rows, Function<R, Object> subject) {
        List<Tally<R>> tallies = counts.stream()
                .filter(count -> sheet.wants(count.figure()) && (!count.periodic() || sheet.isOfPeriod()))
                .map(count -> new Tally<>(count, sheet))
                .toList();
        if (tallies.isEmpty()) {
            return;
        }
        Set<Object> repeated = subject == null ? Set.of() : repeated(rows, subject);
        for (R row : rows) {
            Object again = repeated.isEmpty() ? null : subject.apply(row);
            if (again != null && !repeated.contains(again)) {
                again = null;
            }
            for (Tally<R> tally : tallies) {
                tally.add(row, again);
            }
        }
        tallies.forEach(Tally::tell);
    }

    /** The subjects with several rows; only these have to be remembered. */
    private static <R> Set<Object> repeated(List<R> rows, Function<R, Object> subject) {
        Set<Object> known = HashSet.newHashSet(rows.size());
        Set<Object> repeated = new HashSet<>();
        for (R row : rows) {
            Object one = subject.apply(row);
            if (!known.add(one)) {
                repeated.add(one);
            }
        }
        return repeated;
    }
}
