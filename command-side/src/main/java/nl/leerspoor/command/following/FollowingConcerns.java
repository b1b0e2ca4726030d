package nl.leerspoor.command.following;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody may overlook of the events that are followed. */
@Configuration(proxyBeanMethods = false)
class FollowingConcerns {

    @Bean
    Concern parkedForFollowing(@Qualifier("commandJdbc") JdbcClient jdbc) {
        return new Concern(
                "leerspoor.following.parked",
                "events are parked",
                () -> jdbc.sql("select count(*) from command.parked_event")
                        .query(Long.class)
                        .single());
    }
}
