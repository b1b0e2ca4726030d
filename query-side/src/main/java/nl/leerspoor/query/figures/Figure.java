package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Kind.CANDIDATES;
import static nl.leerspoor.query.figures.Kind.LEERBEDRIJVEN;
import static nl.leerspoor.query.figures.Kind.PILOTS;
import static nl.leerspoor.query.figures.Kind.PRAKTIJKOVEREENKOMSTEN;
import static nl.leerspoor.query.figures.Kind.SUPERVISORS;
import static nl.leerspoor.query.figures.Kind.TRAININGS;
import static nl.leerspoor.query.figures.Kind.TRAJECTORIES;
import static nl.leerspoor.query.figures.Kind.VERKLARINGEN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of version 1 of the definitions, in the order in which they are told. What each counts stands in
 * {@link Definitions} and the classes beside it. A changed definition is a new version: what was reported under an old
 * one must stay explainable.
 */
enum Figure {
    IN_VIEW("F01", "inView", CANDIDATES, TRAJECTORIES, PILOTS),
    IN_PROGRESS("F02", "inProgress", TRAJECTORIES),
    IN_PROGRESS_BROAD("F02b", "inProgressBroad", TRAJECTORIES),
    ON_HOLD("F03", "onHold", TRAJECTORIES),
    WAITING("F04", "waiting", TRAJECTORIES),
    POSTPONED("F05", "postponed", TRAJECTORIES),
    COMPLETED("F06", "completed", TRAJECTORIES),
    STOPPED("F06", "stopped", TRAJECTORIES),
    REFERRED("F06", "referred", TRAJECTORIES),
    TRANSFERRED("F06", "transferred", TRAJECTORIES),
    VERKLARINGEN_APPROVED("F07", "verklaringenApproved", VERKLARINGEN),
    VERKLARINGEN_ISSUED("F07", "verklaringenIssued", VERKLARINGEN),
    TO_BE_ISSUED("F08", "toBeIssued", TRAJECTORIES, VERKLARINGEN),
    LEAD_TIMES("F09", "leadTimes", TRAJECTORIES, VERKLARINGEN),
    SUPERVISORS_TRAINED("F10", "supervisorsTrained", SUPERVISORS),
    SUPERVISORS_IN_TRAINING("F10", "supervisorsInTraining", SUPERVISORS),
    SUPERVISORS_EXPIRED("F10", "supervisorsExpired", SUPERVISORS),
    SUPERVISORS_UNAVAILABLE("F10", "supervisorsUnavailable", SUPERVISORS),
    FREE_PLACES("F11", "freePlaces", SUPERVISORS),
    SHORTAGE("F11", "shortage", TRAJECTORIES, SUPERVISORS),
    TRAININGS_BY_STATE("F12", "trainings", TRAININGS),
    EMPLOYERS("F13", "employers", LEERBEDRIJVEN),
    EMPLOYERS_DECLINED("F13", "employersDeclined", LEERBEDRIJVEN),
    WERKPROCESSEN("F14", "werkprocessen", TRAJECTORIES),
    WERKPROCESSEN_ISSUED("F14", "werkprocessenIssued", VERKLARINGEN),
    CONFIDENCE_GROWTH("F15", "confidenceGrowth", CANDIDATES),
    PREFERENCE_MET("F16", "preferenceMet", TRAJECTORIES),
    OUTCOMES("F17", "outcomes", CANDIDATES, TRAJECTORIES),
    PROGRESSION_ADVISED("F18", "progressionAdvised", TRAJECTORIES),
    PROGRESSION_STARTED("F18", "progressionStarted", TRAJECTORIES),
    PRAKTIJKOVEREENKOMSTEN_ACTIVE("POK", "praktijkovereenkomstenActive", Kind.PRAKTIJKOVEREENKOMSTEN),
    ALL_PRAKTIJKOVEREENKOMSTEN("POK", "praktijkovereenkomsten", PRAKTIJKOVEREENKOMSTEN);

    /** Version of the definitions. */
    static final int VERSION = 1;

    private final String code;
    private final String label;
    private final Set<Kind> kinds;

    Figure(String code, String label, Kind... kinds) {
        this.code = code;
        this.label = label;
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    /** The name by which it is told: {@code inProgress}. */
    String label() {
        return label;
    }

    /** The kinds of rows that it is made of, without what a split may need besides. */
    Set<Kind> kinds() {
        return kinds;
    }

    /** Everything by which figures can be asked: their names, and the codes of the domain's list, as {@code F06}. */
    static Set<String> names() {
        return names(Arrays.stream(values()));
    }

    /** Everything by which these can be asked. */
    static Set<String> names(Stream<Figure> figures) {
        return figures.flatMap(figure -> Stream.of(figure.code, figure.label))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The figures of a name or code. */
    static Stream<Figure> named(String name) {
        return Arrays.stream(values()).filter(figure -> figure.code.equals(name) || figure.label.equals(name));
    }
}
