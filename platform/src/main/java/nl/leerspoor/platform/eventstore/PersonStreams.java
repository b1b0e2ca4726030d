package nl.leerspoor.platform.eventstore;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the streams in which it stands who one person is, in whatever regions, in the events themselves: views may lag, or
 * lack what could not be applied. Each statement follows an index of its own ({@code V7__events_of_a_person.sql}).
 */
public final class PersonStreams {

    /** The statement behind {@link #candidates}: whoever turned out to be the person is that person, however often it happened. */
    public static final String CANDIDATES = """
            with recursive one (person) as (
                select cast(:person as text)
                 union
                select eventstore.payload_member(merged.payload, 'personId')
                  from one join eventstore.domain_event_entry merged
                       on merged.payload_type = 'candidate.CandidateMerged'
                      and eventstore.payload_member(merged.payload, 'intoPersonId') = one.person)
            select cast(registered.aggregate_identifier as uuid)
              from one join eventstore.domain_event_entry registered
                   on registered.payload_type = 'candidate.CandidateRegistered'
                  and eventstore.payload_member(registered.payload, 'personId') = one.person
             order by registered.global_index""";

    /** The statement behind {@link #leerbedrijven}. */
    public static final String LEERBEDRIJVEN = """
            select distinct cast(aggregate_identifier as uuid) from eventstore.domain_event_entry
             where payload_type = 'leerbedrijf.ContactPersonNamed'
               and eventstore.payload_member(payload, 'contactPersonId') = :person order by 1""";

    private PersonStreams() {}

    /**
     * The candidates of a person, and of those who turned out to be that person, in the order of their registration.
     *
     * @param events of a login that may read events
     */
    public static List<UUID> candidates(JdbcClient events, UUID person) {
        return found(events, CANDIDATES, person);
    }

    /** The leerbedrijven for which a contact person ever spoke. */
    public static List<UUID> leerbedrijven(JdbcClient events, UUID person) {
        return found(events, LEERBEDRIJVEN, person);
    }

    private static List<UUID> found(JdbcClient events, String sql, UUID person) {
        return events.sql(sql)
                .param("person", person.toString())
                .query(UUID.class)
                .list();
    }
}
