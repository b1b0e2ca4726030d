package nl.leerspoor.command;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The copies that the reading side made for people, which it alone hands in. */
@Component
public class ToldExports {

    private final JdbcClient jdbc;

    ToldExports(@Qualifier("commandJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a copy was made for a request. */
    public boolean isOf(UUID exportId, UUID privacyCaseId) {
        return jdbc.sql("select exists (select from command.told_export"
                        + " where export_id = :export and privacy_case_id = :case)")
                .param("export", exportId)
                .param("case", privacyCaseId)
                .query(Boolean.class)
                .single();
    }
}
