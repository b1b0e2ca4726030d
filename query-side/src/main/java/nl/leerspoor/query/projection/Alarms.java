package nl.leerspoor.query.projection;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody may overlook. */
@Configuration(proxyBeanMethods = false)
class Alarms {

    @Bean
    Alarm parkedEvents(@Qualifier("projectorJdbc") JdbcClient jdbc) {
        return new Alarm(
                "leerspoor.projection.parked",
                "events are parked",
                () -> jdbc.sql("select count(*) from query.parked_event")
                        .query(Long.class)
                        .single());
    }
}
