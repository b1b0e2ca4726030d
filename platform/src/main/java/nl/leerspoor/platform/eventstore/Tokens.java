package nl.leerspoor.platform.eventstore;

import java.time.Duration;
import javax.sql.DataSource;
import nl.leerspoor.platform.operation.NodeName;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/**
 * Where processors keep how far they came, and which node is at it. A claim is in the name of the node, and free for
 * others ten seconds after its last sign of life. A token is written in the transaction of what was done up to there.
 */
public final class Tokens {

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private Tokens() {}

    /** The tokens in a table of the usual columns, reached by the login of those who work up to them. */
    public static TokenStore in(String table, DataSource dataSource, Serializer general) {
        return JdbcTokenStore.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .claimTimeout(CLAIM_TIMEOUT)
                .nodeId(NodeName.VALUE)
                .schema(TokenSchema.builder()
                        .setTokenTable(table)
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .serializer(general)
                .build();
    }
}
