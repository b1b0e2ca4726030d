package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Three years in five regions, made up: as long, as wide and as untidy as real ones. The same seed gives the same
 * years. Everything in them could have been decided by the command side, in the order in which it was entered.
 */
public final class PastYears {

    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    /** The regions, from the largest to the smallest. */
    public static final List<String> REGIONS = List.of("AM05", "AM06", "AM08", "AM12", "AM20");

    /** How many of a hundred trajectories each region has. */
    private static final List<Integer> SHARES = List.of(34, 25, 19, 13, 9);

    private static final int TRAJECTORIES_PER_LEERBEDRIJF = 28;
    private static final int DAYS = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay());

    private PastYears() {}

    /** All events in the order in which they were committed. */
    public static List<StoredEvent> of(int trajectories, long seed) {
        Chance chance = new Chance(seed);
        Journal journal = new Journal(chance);
        Agenda agenda = new Agenda();
        List<Region> regions = REGIONS.stream()
                .map(code -> new Region(code, journal, chance, agenda))
                .toList();
        for (int n = 0; n < regions.size(); n++) {
            regions.get(n).neighbour = regions.get((n + 1) % regions.size());
            fill(regions.get(n), trajectories * SHARES.get(n) / 100);
        }
        agenda.passUntil(LAST_DAY);
        return journal.inCommitOrder();
    }

    private static void fill(Region region, int trajectories) {
        region.agenda.on(FIRST_DAY, day -> Pilot.start(region, day, trajectories / 3));
        IntStream.range(0, trajectories / TRAJECTORIES_PER_LEERBEDRIJF)
                .forEach(n -> region.agenda.on(dayIn(region, 700), day -> Leerbedrijf.approach(region, day)));
        IntStream.range(0, trajectories)
                .forEach(n -> region.agenda.on(dayIn(region, DAYS), day -> Intake.open(region, day)));
        every(region, 35, day -> Training.schedule(region, day));
        every(region, 60, day -> Cohort.create(region, day));
        every(region, 30, day -> Ceremony.schedule(region, day));
    }

    private static LocalDate dayIn(Region region, int days) {
        return FIRST_DAY.plusDays(region.chance.between(1, days));
    }

    private static void every(Region region, int days, Agenda.Task task) {
        for (LocalDate day = FIRST_DAY.plusDays(7); day.isBefore(LAST_DAY); day = day.plusDays(days)) {
            region.agenda.on(day, task);
        }
    }
}
