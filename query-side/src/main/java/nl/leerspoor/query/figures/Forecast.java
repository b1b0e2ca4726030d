package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would be if trainings of supervisors were completed on some days and nothing else happened: who takes part is then
 * trained, without end, and has the places that are kept for nobody.
 *
 * @param present     what held on the day from which is looked ahead
 * @param on          the day of the forecast
 * @param assumptions the days of completion by training
 */
record Forecast(Situation present, LocalDate on, Map<UUID, LocalDate> assumptions) {

    /** The states in which a training can still be completed. */
    static final Set<String> OPEN = Set.of("SCHEDULED", "RUNNING", "SUSPENDED");

    /**
     * The waiting list of a leerbedrijf.
     *
     * @param leerbedrijf  null for those who wait for none in particular
     * @param freeNow      places that are free already
     * @param freeThen     places that are free on the day of the forecast
     * @param shortageNow  places that are short already
     * @param shortageThen places that are short on the day of the forecast
     */
    record AtLeerbedrijf(
            UUID leerbedrijf, long waiting, long freeNow, long freeThen, long shortageNow, long shortageThen) {}

    /** What would hold on the day of the forecast. */
    Situation expected() {
        List<Supervisor> supervisors =
                present.rows().supervisors().stream().map(this::expected).toList();
        return new Situation(
                new AsOf(on, present.asOf().from()),
                present.country(),
                present.rows().withSupervisors(supervisors));
    }

    /** Who would be trained because of a training. */
    List<Supervisor> trainedBy(UUID training) {
        return present.rows().supervisors().stream()
                .filter(supervisor -> takesPart(supervisor) && training.equals(supervisor.training()))
                .toList();
    }

    /** Every leerbedrijf for which somebody waits, or where somebody would be trained. */
    List<AtLeerbedrijf> leerbedrijven() {
        Situation expected = expected();
        Map<UUID, Long> freeNow = free(present);
        Map<UUID, Long> freeThen = free(expected);
        Map<UUID, List<Shortage>> now = shortages(present);
        Map<UUID, List<Shortage>> then = shortages(expected);
        Set<UUID> shown = new HashSet<>(now.keySet());
        assumptions
                .keySet()
                .forEach(training -> trainedBy(training).forEach(supervisor -> shown.add(supervisor.leerbedrijf())));
        return shown.stream()
                .map(leerbedrijf -> new AtLeerbedrijf(
                        leerbedrijf,
                        now.getOrDefault(leerbedrijf, List.of()).stream()
                                .mapToLong(Shortage::waiting)
                                .sum(),
                        freeNow.getOrDefault(leerbedrijf, 0L),
                        freeThen.getOrDefault(leerbedrijf, 0L),
                        Shortage.places(now.getOrDefault(leerbedrijf, List.of())),
                        Shortage.places(then.getOrDefault(leerbedrijf, List.of()))))
                .toList();
    }

    private Supervisor expected(Supervisor supervisor) {
        LocalDate completed = supervisor.training() == null ? null : assumptions.get(supervisor.training());
        return completed != null && !completed.isAfter(on) && supervisor.isInTraining()
                ? supervisor.trained(completed)
                : supervisor;
    }

    private static boolean takesPart(Supervisor supervisor) {
        return supervisor.isInTraining() && supervisor.training() != null;
    }

    private static Map<UUID, Long> free(Situation situation) {
        return situation.supervisors().stream()
                .filter(Supervisor.OnDay::guides)
                .collect(Collectors.groupingBy(
                        row -> row.supervisor().leerbedrijf(),
                        Collectors.summingLong(row -> row.supervisor().free())));
    }

    /** Null as a key stands for no leerbedrijf in particular. */
    private static Map<UUID, List<Shortage>> shortages(Situation situation) {
        return Shortage.of(situation, situation.routes()).stream()
                .collect(Collectors.toMap(Shortage::leerbedrijfId, List::of, Forecast::joined, HashMap::new));
    }

    private static List<Shortage> joined(List<Shortage> some, List<Shortage> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
