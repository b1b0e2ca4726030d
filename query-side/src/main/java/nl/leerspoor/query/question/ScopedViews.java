package nl.leerspoor.query.question;

import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to the views: in a transaction that says which regions may be read. The tables show no row of any other
 * region, whatever a statement forgets to ask; without such a transaction they show none.
 */
@Component
public class ScopedViews {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    ScopedViews(
            @Qualifier("queryJdbc") JdbcClient jdbc,
            @Qualifier("queryTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Asks something within a scope. */
    public <T> T read(Scope scope, Function<JdbcClient, T> question) {
        return transaction.execute(status -> asked(scope, question));
    }

    /** Asks several things of one and the same state of the views. */
    public <T> T readAtOnce(Scope scope, Function<JdbcClient, T> questions) {
        return snapshot.execute(status -> asked(scope, questions));
    }

    /** The setting ends with the transaction, so that no other gets it with the connection. */
    private <T> T asked(Scope scope, Function<JdbcClient, T> question) {
        jdbc.sql("select set_config('app.regions', :regions, true)")
                .param("regions", String.join(",", scope.regions()))
                .query(String.class)
                .single();
        return question.apply(jdbc);
    }
}
