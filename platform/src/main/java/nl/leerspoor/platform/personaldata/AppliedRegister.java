package nl.leerspoor.platform.personaldata;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the shred register was applied to the database as it is now: since its server started, and to the tables that it
 * has now. Before that it may be a restored backup, in which people are readable who were erased.
 */
public final class AppliedRegister {

    private final JdbcClient jdbc;

    public AppliedRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which incarnation of the database this is. */
    public String incarnation() {
        return jdbc.sql("select keys.incarnation()").query(String.class).single();
    }

    /** Whether it was applied to this one. */
    public boolean isApplied() {
        return jdbc.sql("select exists (select from keys.register_applied where incarnation = keys.incarnation())")
                .query(Boolean.class)
                .single();
    }

    /** Says that it was applied to an incarnation. */
    public void isApplied(String incarnation) {
        jdbc.sql("insert into keys.register_applied (incarnation) values (:incarnation) on conflict do nothing")
                .param("incarnation", incarnation)
                .update();
    }
}
