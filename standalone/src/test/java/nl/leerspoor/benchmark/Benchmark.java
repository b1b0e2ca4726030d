package nl.leerspoor.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Measures the program on three years in five regions and prints each figure beside its goal. Arguments: the
 * measurements to do, all when none is named; {@code --fresh} to make the data anew, {@code --trajectories=n} for
 * another size. Nothing fails on a slow machine: figures are for people to judge.
 */
public final class Benchmark {

    private static final int TRAJECTORIES = 20_000;

    private static final Map<String, Measurement> MEASUREMENTS = new LinkedHashMap<>();

    static {
        MEASUREMENTS.put("figures", new FiguresMeasured());
        MEASUREMENTS.put("series", new SeriesMeasured());
        MEASUREMENTS.put("page", new PageMeasured());
        MEASUREMENTS.put("lists", new ListsMeasured());
        MEASUREMENTS.put("visible", new VisibleMeasured());
        MEASUREMENTS.put("imports", new ImportsMeasured());
        MEASUREMENTS.put("projections", new ProjectionsMeasured());
        MEASUREMENTS.put("streams", new StreamsMeasured());
        MEASUREMENTS.put("rebuild", new RebuildMeasured());
    }

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        List<String> names = new ArrayList<>(Arrays.asList(args));
        boolean fresh = names.remove("--fresh");
        int trajectories = names.stream()
                .filter(name -> name.startsWith("--trajectories="))
                .mapToInt(name -> Integer.parseInt(name.substring(name.indexOf('=') + 1)))
                .findFirst()
                .orElse(TRAJECTORIES);
        names.removeIf(name -> name.startsWith("--"));
        if (!MEASUREMENTS.keySet().containsAll(names)) {
            System.err.println("Measurements: " + String.join(" ", MEASUREMENTS.keySet()));
            System.exit(2);
        }
        run(names.isEmpty() ? List.copyOf(MEASUREMENTS.keySet()) : names, trajectories, fresh);
    }

    private static void run(List<String> names, int trajectories, boolean fresh) throws Exception {
        LoggingSystem.get(Benchmark.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Report report = new Report();
        try (Site site = Site.open(trajectories, fresh, report)) {
            report.note(site.head() + " events stored");
            for (String name : names) {
                MEASUREMENTS.get(name).measure(site, report);
            }
            report.line("heap in use after a collection, at most", "512 MB", site.heapInUse() + " MB", "-Xmx512m");
        }
        report.print();
    }
}
