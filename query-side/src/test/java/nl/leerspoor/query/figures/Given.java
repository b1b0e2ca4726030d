package nl.leerspoor.query.figures;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.leerspoor.query.figures.Made.ATrajectory;

/** Rows that hold on a day, and the figures that are worked out of them. */
final class Given {

    private final List<Object> rows = new ArrayList<>();
    private boolean country;
    private String from;
    private Optional<Set<String>> splits = Optional.empty();

    /** Rows of any kind. */
    static Given given(Object... rows) {
        var given = new Given();
        for (Object row : rows) {
            given.rows.add(row instanceof ATrajectory trajectory ? trajectory.row() : row);
        }
        return given;
    }

    /** In all regions, where each person counts once. */
    Given inTheCountry() {
        country = true;
        return this;
    }

    /** Of a period that ends on the day. */
    Given since(String day) {
        from = day;
        return this;
    }

    Given by(String... wanted) {
        splits = Optional.of(Set.of(wanted));
        return this;
    }

    /** The numbers of one figure on a day. */
    Map<String, Object> when(Figure figure, String day) {
        return Calculation.of(situation(day), new Wanted(EnumSet.of(figure), splits))
                .get(figure.label());
    }

    /** The numbers that a figure has under a name. */
    static Map<Object, Object> numbers(Object named) {
        return new HashMap<>((Map<?, ?>) named);
    }

    Situation situation(String day) {
        return new Situation(
                new AsOf(Made.day(day), Optional.ofNullable(Made.day(from))),
                country,
                new Rows(
                        of(Candidate.class),
                        of(Trajectory.class),
                        of(Verklaring.class),
                        of(Praktijkovereenkomst.class),
                        of(Supervisor.class),
                        of(Training.class),
                        of(Leerbedrijf.class),
                        of(Pilot.class)));
    }

    private <T> List<T> of(Class<T> kind) {
        return rows.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
