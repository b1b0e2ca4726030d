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
    static final String WEBHOOK = "leerspoor_webhook";

    JdbcClient as(String role) {
        return JdbcClient.create(new DriverManagerDataSource(url, role, ""));
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url, role, "");
    }

    /** Changes keys of people as only somebody does who restores a backup. */
    void asSomebodyWhoRestores(String statement) {
        JdbcClient superuser = as(SUPERUSER);
        superuser.sql("alter table keys.person_key disable trigger user").update();
        try {
            superuser.sql(statement).update();
        } finally {
            superuser
                    .sql("alter table keys.person_key enable always trigger refuse_return")
                    .update();
            superuser
                    .sql("alter table keys.person_key enable always trigger refuse_removal")
                    .update();
        }
    }

    /** Has the key of a person destroyed while something is done, of which no event tells. */
    void withoutKeyOf(String person, Runnable work) {
        String key = as(SUPERUSER)
                .sql("select encode(wrapped_key, 'hex') from keys.person_key where person_id = cast(:person as uuid)")
                .param("person", person)
                .query(String.class)
                .single();
        as(SUPERUSER)
                .sql("update keys.person_key set wrapped_key = null, destroyed_at = now()"
                        + " where person_id = cast(:person as uuid)")
                .param("person", person)
                .update();
        try {
            work.run();
        } finally {
            asSomebodyWhoRestores("update keys.person_key set wrapped_key = decode('" + key
                    + "', 'hex'), destroyed_at = null where person_id = '" + person + "'");
        }
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
