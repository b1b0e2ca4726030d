package nl.leerspoor.events.evolution;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;

/** The steps that lead every event of the catalogue from any revision that it had to its present one. */
public final class Steps {

    /** An event that changes adds its steps here. */
    private static final Steps OF_THE_CATALOGUE = new Steps(Stream.of(
                    AttendanceRegisteredSteps.ALL,
                    DutyRaisedSteps.ALL,
                    ErasureRequestedSteps.ALL,
                    PrivacyCasePartlyGrantedSteps.ALL)
            .flatMap(List::stream)
            .toList());

    private final Map<String, List<Step>> steps;

    /**
     * Some steps.
     *
     * @throws IllegalStateException    unless each event of the catalogue has one from every earlier revision, in order
     * @throws IllegalArgumentException when one is of an event that does not exist
     */
    Steps(List<Step> steps) {
        this.steps = steps.stream().collect(Collectors.groupingBy(Step::event));
        this.steps.keySet().forEach(Catalogue::typeOf);
        Catalogue.names().forEach(this::requireEachOnce);
    }

    /** Those of the catalogue. */
    public static Steps ofTheCatalogue() {
        return OF_THE_CATALOGUE;
    }

    /**
     * The steps that an event has to take.
     *
     * @param name     as it was stored, known or not
     * @param revision as it was stored, a number or not
     * @return none from a revision that is present or unknown
     */
    public List<Step> from(String name, String revision) {
        return steps.getOrDefault(name, List.of()).stream()
                .dropWhile(step -> !String.valueOf(step.from()).equals(revision))
                .toList();
    }

    private void requireEachOnce(String name) {
        List<Integer> needed = IntStream.range(1, Catalogue.revisionOf(Catalogue.typeOf(name)))
                .boxed()
                .toList();
        List<Integer> given =
                steps.getOrDefault(name, List.of()).stream().map(Step::from).toList();
        if (!given.equals(needed)) {
            throw new IllegalStateException("'%s' needs steps from the revisions %s in this order, and has them from %s"
                    .formatted(name, needed, given));
        }
    }
}
