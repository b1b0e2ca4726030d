package nl.leerspoor.query.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.leerspoor.query.projection.Period;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads the rows that figures are made of: one statement per kind, all from one and the same state of the views. */
@Component
class Source {

    private final ScopedViews views;

    Source(ScopedViews views) {
        this.views = views;
    }

    /**
     * What is asked for.
     *
     * @param scope  what of it somebody may see
     * @param region empty for all regions
     * @param days   the days of which something is to be said; what held only between them may be read too
     * @param known  up to when entries count; empty for all
     */
    record Asked(Scope scope, Optional<String> region, List<LocalDate> days, Optional<Known> known) {

        private String condition(Kind kind) {
            return (region.isPresent() ? "region = :region and " : "")
                    + scope.condition(kind.own(clocks()))
                    + " and "
                    + clocks();
        }

        private String clocks() {
            return "holds_from <= :last and holds_until > :first and "
                    + (known.isPresent()
                            ? "known_from <= :knownAt and known_until > :knownAt"
                            : "known_until = 'infinity'");
        }

        private StatementSpec bind(StatementSpec statement) {
            StatementSpec bound =
                    scope.bind(statement).param("first", Collections.min(days)).param("last", Collections.max(days));
            StatementSpec dated = known.map(
                            moment -> bound.param("knownAt", moment.at().atOffset(ZoneOffset.UTC)))
                    .orElse(bound);
            return region.map(code -> dated.param("region", code)).orElse(dated);
        }
    }

    /** The rows of these kinds; none of others. */
    Stretch read(Asked asked, Set<Kind> kinds) {
        return views.readAtOnce(
                asked.scope(),
                jdbc -> new Stretch(
                        periods(jdbc, asked, kinds, Kind.CANDIDATES, Candidate.COLUMNS, Candidate::of),
                        periods(jdbc, asked, kinds, Kind.TRAJECTORIES, Trajectory.COLUMNS, Trajectory::of),
                        periods(jdbc, asked, kinds, Kind.VERKLARINGEN, Verklaring.COLUMNS, Verklaring::of),
                        periods(
                                jdbc,
                                asked,
                                kinds,
                                Kind.PRAKTIJKOVEREENKOMSTEN,
                                Praktijkovereenkomst.COLUMNS,
                                Praktijkovereenkomst::of),
                        periods(jdbc, asked, kinds, Kind.SUPERVISORS, Supervisor.COLUMNS, Supervisor::of),
                        periods(jdbc, asked, kinds, Kind.TRAININGS, Training.COLUMNS, Training::of),
                        periods(jdbc, asked, kinds, Kind.LEERBEDRIJVEN, Leerbedrijf.COLUMNS, Leerbedrijf::of),
                        periods(jdbc, asked, kinds, Kind.PILOTS, Pilot.COLUMNS, Pilot::of)));
    }

    /**
     * All that was known of a day at any moment between two.
     *
     * @param later empty for all that was entered
     * @param most  of how many versions of a kind this can be told
     * @return nothing when there are more
     */
    Optional<Versions> versions(
            Scope scope,
            Optional<String> region,
            LocalDate day,
            Instant then,
            Optional<Instant> later,
            Set<Kind> kinds,
            int most) {
        var between = new Between(scope, region, day, then, later, kinds, most);
        Versions versions = views.readAtOnce(
                scope,
                jdbc -> new Versions(
                        versions(jdbc, between, Kind.CANDIDATES, Candidate.COLUMNS, Candidate::of),
                        versions(jdbc, between, Kind.TRAJECTORIES, Trajectory.COLUMNS, Trajectory::of),
                        versions(jdbc, between, Kind.VERKLARINGEN, Verklaring.COLUMNS, Verklaring::of),
                        versions(
                                jdbc,
                                between,
                                Kind.PRAKTIJKOVEREENKOMSTEN,
                                Praktijkovereenkomst.COLUMNS,
                                Praktijkovereenkomst::of),
                        versions(jdbc, between, Kind.SUPERVISORS, Supervisor.COLUMNS, Supervisor::of),
                        versions(jdbc, between, Kind.TRAININGS, Training.COLUMNS, Training::of),
                        versions(jdbc, between, Kind.LEERBEDRIJVEN, Leerbedrijf.COLUMNS, Leerbedrijf::of)));
        return Optional.of(versions).filter(read -> read.most() <= most);
    }

    private record Between(
            Scope scope,
            Optional<String> region,
            LocalDate day,
            Instant then,
            Optional<Instant> later,
            Set<Kind> kinds,
            int most) {

        private String condition(Kind kind) {
            return (region.isPresent() ? "region = :region and " : "")
                    + scope.condition(kind.own(clocks()))
                    + " and "
                    + clocks()
                    + " limit :most";
        }

        private String clocks() {
            return "holds_from <= :day and holds_until > :day and known_until > :then"
                    + (later.isPresent() ? " and known_from <= :later" : "");
        }

        private StatementSpec bind(StatementSpec statement) {
            StatementSpec bound = scope.bind(statement)
                    .param("day", day)
                    .param("then", then.atOffset(ZoneOffset.UTC))
                    .param("most", most + 1);
            StatementSpec closed = later.map(moment -> bound.param("later", moment.atOffset(ZoneOffset.UTC)))
                    .orElse(bound);
            return region.map(code -> closed.param("region", code)).orElse(closed);
        }
    }

    private static <T> List<Version<T>> versions(
            JdbcClient jdbc, Between between, Kind kind, List<String> columns, Function<Columns, T> row) {
        if (!between.kinds().contains(kind)) {
            return List.of();
        }
        String statement = "select %s, known_from, upper(known), %s from %s where %s"
                .formatted(columns.getFirst(), String.join(", ", columns), kind.table(), between.condition(kind));
        return between.bind(jdbc.sql(statement))
                .query((ResultSet result) -> read(
                        result, found -> new Version<>(found.id(), found.moment(), found.moment(), row.apply(found))));
    }

    private static <T> List<Period<T>> periods(
            JdbcClient jdbc, Asked asked, Set<Kind> kinds, Kind kind, List<String> columns, Function<Columns, T> row) {
        if (!kinds.contains(kind)) {
            return List.of();
        }
        String statement = "select holds_from, upper(valid), %s from %s where %s"
                .formatted(String.join(", ", columns), kind.table(), asked.condition(kind));
        return asked.bind(jdbc.sql(statement))
                .query((ResultSet result) ->
                        read(result, found -> new Period<>(found.day(), found.day(), row.apply(found))));
    }

    private static <T> List<T> read(ResultSet result, Function<Columns, T> row) throws SQLException {
        var columns = new Columns(result);
        List<T> rows = new ArrayList<>();
        while (result.next()) {
            columns.restart(1);
            rows.add(row.apply(columns));
        }
        return rows;
    }
}
