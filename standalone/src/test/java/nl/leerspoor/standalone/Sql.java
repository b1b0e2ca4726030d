package nl.leerspoor.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks straight into the database of a running program, as one of its roles. */
record Sql(String url) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "leerspoor_owner";
    static final String COMMAND = "leerspoor_command";
    static final String PROJECTOR = "leerspoor_projector";
    static final String QUERY = "leerspoor_query";
    static final String SEALER = "leerspoor_sealer";

    JdbcClient as(String role) {
        return JdbcClient.create(new DriverManagerDataSource(url, role, ""));
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url, role, "");
    }

    /** How many events there are. */
    long events() {
        return as(SUPERUSER)
                .sql("select count(*) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** The position of the newest event. */
    long head() {
        return as(SUPERUSER)
                .sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }
}
