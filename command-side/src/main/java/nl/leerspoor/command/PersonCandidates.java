package nl.leerspoor.command;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds all candidates that one person is, in whatever regions, by their registrations. It goes through all of these, which
 * is slow and seldom needed.
 */
@Component
public class PersonCandidates {

    private final JdbcClient jdbc;

    PersonCandidates(@Qualifier("commandJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The candidates of a person, in the order of their registration. */
    public List<UUID> of(UUID person) {
        return jdbc.sql("""
                        select aggregate_identifier::uuid from eventstore.domain_event_entry
                         where payload_type = 'candidate.CandidateRegistered'
                           and convert_from(payload, 'UTF8')::jsonb ->> 'personId' = :person
                         order by global_index""")
                .param("person", person.toString())
                .query(UUID.class)
                .list();
    }
}
