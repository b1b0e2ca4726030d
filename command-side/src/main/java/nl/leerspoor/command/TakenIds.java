package nl.leerspoor.command;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ids that things have, of whatever kind and in whatever region. */
@Component
public class TakenIds {

    private final JdbcClient jdbc;

    TakenIds(@Qualifier("commandJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there is a stream of this id. */
    public boolean has(UUID id) {
        return jdbc.sql("select exists (select from eventstore.domain_event_entry where aggregate_identifier = :id)")
                .param("id", id.toString())
                .query(Boolean.class)
                .single();
    }
}
