package nl.leerspoor.platform.sealing;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.Databases;
import nl.leerspoor.platform.proof.NoteSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of proof, and the sealer on a node that has the one that signs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofProperties.class)
public class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    /** The whole log is read with a tenth of a processor at most. */
    private static final int REST = 9;

    @Bean
    ProofKeys proofKeys(ProofProperties properties, Environment environment) {
        ProofKeys keys = ProofKeys.read(properties, environment.acceptsProfiles(Profiles.of("prod")));
        if (keys.codes().isEmpty()) {
            LOG.warn("Events get no authentication codes: leerspoor.proof.mac-key-file is not set.");
        }
        return keys;
    }

    /** Seals. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(SigningKeyGiven.class)
    static class WithSigningKey {

        @Bean
        @DependsOn("eventStoreFlyway")
        HikariDataSource sealerDataSource(DatabaseProperties database) {
            return Databases.pool(database, database.sealer(), "sealer");
        }

        @Bean
        SealerWatch proofHealthIndicator(
                @Qualifier("sealerDataSource") DataSource dataSource,
                ProofKeys keys,
                ProofProperties properties,
                Clock clock,
                MeterRegistry metrics) {
            NoteSigner signer = keys.signer().orElseThrow();
            Path checkpoints = Optional.ofNullable(properties.checkpointsTo())
                    .filter(folder -> !folder.toString().isBlank())
                    .orElseThrow(() -> new KeyTrouble("Checkpoints that are only in the database prove nothing to who"
                            + " doesn't trust it: set leerspoor.proof.checkpoints-to to a folder elsewhere."));
            JdbcClient jdbc = JdbcClient.create(dataSource);
            var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
            return new SealerWatch(
                    new Sealer(
                            jdbc,
                            transaction,
                            signer,
                            keys.codes().orElseThrow(),
                            new Outside(checkpoints, signer.key().name()),
                            properties.sealWithoutCodesUpTo(),
                            clock),
                    new WholeLog(jdbc, transaction, REST),
                    jdbc,
                    metrics);
        }
    }

    /** Whether a signing key, or a file for one, is set. */
    static final class SigningKeyGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return !environment.getProperty("leerspoor.proof.signing-key", "").isBlank()
                    || !environment
                            .getProperty("leerspoor.proof.signing-key-file", "")
                            .isBlank();
        }
    }
}
