package nl.leerspoor.query.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        List<Count<R>> wanted = counts.stream()
                .filter(count -> sheet.wants(count.figure()) && (!count.periodic() || sheet.isOfPeriod()))
                .toList();
        if (!wanted.isEmpty()) {
            Subjects<R> subjects = subject == null ? Subjects.everyRow() : Subjects.once(rows, subject);
            wanted.forEach(count -> fill(sheet, count, rows, subjects));
        }
    }

    private void fill(Sheet sheet, Count<R> count, List<R> rows, Subjects<R> subjects) {
        List<R> counted = rows.stream().filter(count.condition()).toList();
        sheet.number(count.figure(), count.number(), total(count, counted, subjects));
        for (Split<R> split : count.splits()) {
            if (sheet.wants(split.name())) {
                sheet.split(count.figure(), split.name());
                parts(count, split, counted, subjects)
                        .forEach((key, value) -> sheet.part(count.figure(), split.name(), key.toString(), value));
            }
        }
    }

    private static <R> long total(Count<R> count, List<R> rows, Subjects<R> subjects) {
        if (count.measure() != null) {
            return rows.stream().mapToLong(count.measure()).sum();
        }
        if (subjects.repeated().isEmpty()) {
            return rows.size();
        }
        Set<Object> seen = new HashSet<>();
        return rows.stream().filter(row -> subjects.isNew(row, "", seen)).count();
    }

    private static <R> Map<Object, Long> parts(Count<R> count, Split<R> split, List<R> rows, Subjects<R> subjects) {
        Map<Object, Long> parts = new HashMap<>();
        Set<Object> seen = new HashSet<>();
        for (R row : rows) {
            Object key = split.key().apply(row);
            if (key != null && (count.measure() != null || subjects.isNew(row, key, seen))) {
                parts.merge(key, count.measure() == null ? 1 : count.measure().applyAsLong(row), Long::sum);
            }
        }
        return parts;
    }

    /**
     * Who is counted.
     *
     * @param subject  whom a row is about, or null when every row counts
     * @param repeated those with several rows; only these have to be remembered
     */
    private record Subjects<R>(Function<R, Object> subject, Set<Object> repeated) {

        static <R> Subjects<R> everyRow() {
            return new Subjects<>(null, Set.of());
        }

        static <R> Subjects<R> once(List<R> rows, Function<R, Object> subject) {
            Set<Object> known = HashSet.newHashSet(rows.size());
            Set<Object> repeated = new HashSet<>();
            for (R row : rows) {
                Object one = subject.apply(row);
                if (!known.add(one)) {
                    repeated.add(one);
                }
            }
            return new Subjects<>(subject, repeated);
        }

        boolean isNew(R row, Object key, Set<Object> seen) {
            if (repeated.isEmpty()) {
                return true;
            }
            Object one = subject.apply(row);
            return !repeated.contains(one) || seen.add(List.of(key, one));
        }
    }
}
