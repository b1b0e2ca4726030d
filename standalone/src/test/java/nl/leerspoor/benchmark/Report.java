package nl.leerspoor.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, beside its goal and beside what it can be compared with; a table as in docs/performance.md. */
final class Report {

    private final List<String> lines = new ArrayList<>(
            List.of("| what | goal | measured | beside it | load |", "| --- | --- | --- | --- | --- |"));

    /**
     * One figure.
     *
     * @param beside the other side of a comparison, or empty
     */
    void line(String what, String goal, String measured, String beside) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        String line = "| %s | %s | %s | %s | %s |"
                .formatted(what, goal, measured, beside, String.format(Locale.ROOT, "%.1f", load));
        System.out.println(line);
        lines.add(line);
    }

    void note(String text) {
        System.out.println("  " + text);
    }

    void print() {
        System.out.println();
        lines.forEach(System.out::println);
    }
}
