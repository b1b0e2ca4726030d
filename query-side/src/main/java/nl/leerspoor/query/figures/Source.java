package nl.leerspoor.query.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.leerspoor.query.projection.Period;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the rows that figures are made of: one statement per kind, all from one and the same state of the views. */
@Component
class Source {

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    Source(
            @Qualifier("queryJdbc") JdbcClient jdbc,
            @Qualifier("queryTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What is asked for.
     *
     * @param region empty for all regions
     * @param days   the days of which something is to be said; what held only between them is left out
     * @param known  up to when entries count; empty for all
     */
    record Asked(Optional<String> region, List<LocalDate> days, Optional<Known> known) {

        private String condition() {
            return (region.isPresent() ? "region = :region and " : "")
                    + "valid && cast(:days as datemultirange) and "
                    + (known.isPresent() ? "known @> cast(:knownAt as timestamptz)" : "upper_inf(known)");
        }

        private StatementSpec bind(StatementSpec statement) {
            StatementSpec bound = statement.param("days", multirange());
            StatementSpec dated = known.map(
                            moment -> bound.param("knownAt", moment.at().atOffset(ZoneOffset.UTC)))
                    .orElse(bound);
            return region.map(code -> dated.param("region", code)).orElse(dated);
        }

        private String multirange() {
            return days.stream().map("[%1$s,%1$s]"::formatted).collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** The rows of these kinds; none of others. */
    Stretch read(Asked asked, Set<Kind> kinds) {
        return snapshot.execute(status -> new Stretch(
                periods(asked, kinds, Kind.CANDIDATES, Candidate.COLUMNS, Candidate::of),
                periods(asked, kinds, Kind.TRAJECTORIES, Trajectory.COLUMNS, Trajectory::of),
                periods(asked, kinds, Kind.VERKLARINGEN, Verklaring.COLUMNS, Verklaring::of),
                periods(
                        asked,
                        kinds,
                        Kind.PRAKTIJKOVEREENKOMSTEN,
                        Praktijkovereenkomst.COLUMNS,
                        Praktijkovereenkomst::of),
                periods(asked, kinds, Kind.SUPERVISORS, Supervisor.COLUMNS, Supervisor::of),
                periods(asked, kinds, Kind.TRAININGS, Training.COLUMNS, Training::of),
                periods(asked, kinds, Kind.LEERBEDRIJVEN, Leerbedrijf.COLUMNS, Leerbedrijf::of),
                periods(asked, kinds, Kind.PILOTS, Pilot.COLUMNS, Pilot::of)));
    }

    private <T> List<Period<T>> periods(
            Asked asked, Set<Kind> kinds, Kind kind, List<String> columns, Function<Columns, T> row) {
        if (!kinds.contains(kind)) {
            return List.of();
        }
        String statement = "select lower(valid), upper(valid), %s from %s where %s"
                .formatted(String.join(", ", columns), kind.table(), asked.condition());
        return asked.bind(jdbc.sql(statement)).query((ResultSet result) -> read(result, row));
    }

    private static <T> List<Period<T>> read(ResultSet result, Function<Columns, T> row) throws SQLException {
        var columns = new Columns(result);
        List<Period<T>> periods = new ArrayList<>();
        while (result.next()) {
            columns.restart(1);
            LocalDate from = columns.day();
            LocalDate until = columns.day();
            periods.add(new Period<>(from, until, row.apply(columns)));
        }
        return periods;
    }
}
