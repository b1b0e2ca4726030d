package nl.leerspoor.query.privacy.export;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands in at the writing side which copies were made, and for which request: no other can be said to be handed over. */
@Component
class MadeCopies {

    private final JdbcClient jdbc;

    MadeCopies(@Qualifier("projectorJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the copy leaves. */
    void tell(UUID exportId, UUID privacyCaseId) {
        jdbc.sql("insert into command.told_export (export_id, privacy_case_id) values (:export, :case)")
                .param("export", exportId)
                .param("case", privacyCaseId)
                .update();
    }
}
