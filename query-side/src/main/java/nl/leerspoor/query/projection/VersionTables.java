package nl.leerspoor.query.projection;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of all versions of a view that are still there: of the one that serves, of those that served before, are being
 * built or were built for a replay, and of those that were given up and are not removed yet.
 */
@Component
public class VersionTables {

    private final ViewVersions versions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    VersionTables(
            ViewVersions versions,
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A table with rows of a view, and the tables beside it; all with their schema. */
    public record Kept(String rows, List<String> beside) {}

    /** Looks at all of them, while none can come or go. */
    public <T> T look(String view, Function<List<Kept>, T> work) {
        return transaction.execute(status -> {
            versions.change();
            return work.apply(tables(view));
        });
    }

    private List<Kept> tables(String view) {
        Projection<?, ?> projection = versions.projection(view);
        return jdbc
                .sql("select number from query.view_version where view = :view and cleared_at is null order by number")
                .param("view", view)
                .query(Integer.class)
                .list()
                .stream()
                .map(number -> "query." + projection.table() + "_" + number)
                .flatMap(this::there)
                .map(rows -> new Kept(rows, versions.beside(rows)))
                .toList();
    }

    private Stream<String> there(String table) {
        return jdbc
                .sql("select :table where to_regclass(:table) is not null")
                .param("table", table)
                .query(String.class)
                .list()
                .stream();
    }
}
