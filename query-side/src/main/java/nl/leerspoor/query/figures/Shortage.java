package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Figure.SHORTAGE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * F11: places that are short at each leerbedrijf, then summed, since a free place elsewhere helps nobody. Who waits for
 * no leerbedrijf in particular is short of a place wholly.
 */
record Shortage(String leerbedrijf, String region, String sector, long waiting, long free) {

    private static final int PLACES_PER_SUPERVISOR = 3;

    /** Where people wait. */
    private record Queue(String leerbedrijf, String region) {

        static Queue of(Route route) {
            return new Queue(
                    Definitions.waitsFor(route).toString(), route.trajectory().region());
        }
    }

    static void fill(Sheet sheet, Situation situation, List<Route> routes) {
        if (!sheet.wants(SHORTAGE)) {
            return;
        }
        List<Shortage> shortages = of(situation, routes).stream()
                .filter(shortage -> shortage.places() > 0)
                .toList();
        sheet.number(SHORTAGE, "total", places(shortages));
        sheet.number(
                SHORTAGE,
                "supervisors",
                shortages.stream().mapToLong(Shortage::supervisors).sum());
        split(sheet, "sector", shortages, Shortage::sector);
        split(sheet, "leerbedrijf", shortages, Shortage::leerbedrijf);
        split(sheet, "region", shortages, Shortage::region);
    }

    /** How many wait for each leerbedrijf, beside its free places, also where nothing is short. */
    static List<Shortage> of(Situation situation, List<Route> routes) {
        Map<String, Long> free = situation.supervisors().stream()
                .filter(Supervisor.OnDay::guides)
                .collect(Collectors.groupingBy(
                        row -> row.supervisor().leerbedrijf().toString(),
                        Collectors.summingLong(row -> row.supervisor().free())));
        return routes.stream().filter(Route::isWaiting).collect(Collectors.groupingBy(Queue::of)).entrySet().stream()
                .map(entry -> new Shortage(
                        entry.getKey().leerbedrijf(),
                        entry.getKey().region(),
                        mostCommonSector(entry.getValue()),
                        situation.people(entry.getValue()),
                        free.getOrDefault(entry.getKey().leerbedrijf(), 0L)))
                .toList();
    }

    /** The leerbedrijf, or null when it is none in particular. */
    UUID leerbedrijfId() {
        return leerbedrijf.equals(Definitions.NONE) ? null : UUID.fromString(leerbedrijf);
    }

    /** Places that are short. */
    long places() {
        return Math.max(0, waiting - free);
    }

    /** Supervisors who would have to be trained for them. */
    long supervisors() {
        return Math.ceilDiv(places(), PLACES_PER_SUPERVISOR);
    }

    static long places(Collection<Shortage> shortages) {
        return shortages.stream().mapToLong(Shortage::places).sum();
    }

    private static void split(Sheet sheet, String name, List<Shortage> shortages, Function<Shortage, String> key) {
        sheet.split(SHORTAGE, name);
        shortages.stream()
                .collect(Collectors.groupingBy(key, Collectors.summingLong(Shortage::places)))
                .forEach((part, places) -> sheet.part(SHORTAGE, name, part, places));
    }

    /** Of equally common ones the first by name. */
    private static String mostCommonSector(List<Route> routes) {
        Map<String, Long> sectors = new TreeMap<>(routes.stream()
                .collect(Collectors.groupingBy(route -> route.trajectory().sector(), Collectors.counting())));
        long most = sectors.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return sectors.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
