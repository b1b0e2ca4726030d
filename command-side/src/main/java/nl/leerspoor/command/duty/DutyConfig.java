package nl.leerspoor.command.duty;

import nl.leerspoor.command.following.Concern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody may overlook of duties. */
@Configuration(proxyBeanMethods = false)
class DutyConfig {

    @Bean
    Concern daysNotTold(@Qualifier("commandJdbc") JdbcClient jdbc) {
        return new Concern(
                "leerspoor.duties.untold",
                "duties were not told of on their day",
                () -> jdbc.sql("""
                                select count(*) from command.scheduled_task
                                 where consecutive_failures > 0 or execution_time < now() - interval '5 minutes'""").query(Long.class).single());
    }
}
