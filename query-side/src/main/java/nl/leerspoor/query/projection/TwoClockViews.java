package nl.leerspoor.query.projection;

import java.util.function.Function;
import javax.sql.DataSource;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.eventstore.StreamReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes views on two clocks for projections. */
@Component
public class TwoClockViews {

    private final StreamReader reader;
    private final JdbcTemplate jdbc;

    TwoClockViews(StreamReader reader, @Qualifier("projectorDataSource") DataSource dataSource) {
        this.reader = reader;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * A view of one kind of stream.
     *
     * @param name          one of {@link Views}
     * @param family        the sealed events of the stream
     * @param evolution     how a fact changes the state
     * @param table         the table of its periods, in schema {@code query}
     * @param subjectColumn the column that holds the stream's id
     * @param columns       what a state says in the other columns
     */
    public <E extends Event, S> TwoClockView<E, S> view(
            String name,
            Class<E> family,
            Period.Evolution<E, S> evolution,
            String table,
            String subjectColumn,
            Function<S, Row> columns) {
        return new TwoClockView<>(
                new AppliedStreams(JdbcClient.create(jdbc), name),
                new RecentFacts<>(reader, family),
                evolution,
                new PeriodTable<>(jdbc, table, subjectColumn, columns),
                family);
    }
}
