package nl.leerspoor.command;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.eventstore.PersonStreams;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds all candidates that one person is, in whatever regions, by their registrations. */
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
        return PersonStreams.candidates(jdbc, person);
    }
}
