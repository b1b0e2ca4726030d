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

    /**
     * The candidates of a person, and of those who turned out to be that person, however often, in the order of their
     * registration.
     */
    public List<UUID> of(UUID person) {
        return jdbc.sql("""
                        with recursive registered as materialized (
                            select aggregate_identifier::uuid as candidate, global_index,
                                   (convert_from(payload, 'UTF8')::jsonb ->> 'personId')::uuid as person
                              from eventstore.domain_event_entry
                             where payload_type = 'candidate.CandidateRegistered'),
                        merged as materialized (
                            select (convert_from(payload, 'UTF8')::jsonb ->> 'personId')::uuid as person,
                                   (convert_from(payload, 'UTF8')::jsonb ->> 'intoPersonId')::uuid as into_person
                              from eventstore.domain_event_entry
                             where payload_type = 'candidate.CandidateMerged'),
                        one (person) as (
                            select :person
                             union
                            select merged.person from merged join one on merged.into_person = one.person)
                        select candidate from registered where person in (select person from one)
                         order by global_index""").param("person", person).query(UUID.class).list();
    }
}
