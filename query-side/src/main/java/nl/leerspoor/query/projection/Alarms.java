package nl.leerspoor.query.projection;

import nl.leerspoor.query.projection.Alarm.Finding;
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
                "Events that a view could not take, and those that wait behind them",
                () -> jdbc.sql("""
                                select split_part(view, '@', 1) as view, count(*) as count,
                                       count(*) || ' events are parked in ' || view || '.' as reason
                                  from query.parked_event e group by e.view order by e.view""").query(Finding.class).list());
    }

    @Bean
    Alarm incompleteStreams(@Qualifier("projectorJdbc") JdbcClient jdbc) {
        return new Alarm(
                "leerspoor.projection.incomplete",
                "Streams of which a view misses events or rows",
                () -> jdbc.sql("""
                                select split_part(view, '@', 1) as view, count(*) as count,
                                       view || ' misses events or rows of ' || count(*) || ' streams: '
                                       || array_to_string((array_agg(stream_id order by stream_id))[1:3], ', ')
                                       || case when count(*) > 3 then ' and more.' else '.' end as reason
                                  from query.incomplete_stream i group by i.view order by i.view""").query(Finding.class).list());
    }
}
