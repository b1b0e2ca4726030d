package nl.leerspoor.query.webhook;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Things of which a message couldn't be told, as they are kept. */
@Component
class Parking {

    /**
     * How many there are of a subscription.
     *
     * @param dead of these, those that are tried again only when somebody asks for it
     */
    record Counted(int parked, int dead) {}

    private final JdbcClient jdbc;

    Parking(@Qualifier("webhookJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counted countOf(UUID subscription) {
        return jdbc.sql("""
                        select count(*) as parked, count(*) filter (where next_at is null) as dead
                          from query.webhook_parked where subscription_id = :subscription""")
                .param("subscription", subscription)
                .query((row, n) -> new Counted(row.getInt("parked"), row.getInt("dead")))
                .single();
    }
}
