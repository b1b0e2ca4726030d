package nl.leerspoor.platform.production;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.Databases;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Asks all conditions once everything is made and before anything is begun, so that all faults are told at once. */
@Profile("prod")
@Configuration(proxyBeanMethods = false)
public class Production {

    @Bean
    ProductionCondition productionDatabase(DatabaseProperties database, List<HikariDataSource> pools) {
        return new ProductionDatabase(Databases.single(database, database.owner()), pools);
    }

    @Bean
    SmartInitializingSingleton productionGate(List<ProductionCondition> conditions) {
        return () -> {
            List<String> faults = conditions.stream()
                    .flatMap(condition -> condition.faults().stream())
                    .distinct()
                    .toList();
            if (!faults.isEmpty()) {
                throw new NotFitForProduction(faults);
            }
        };
    }
}
