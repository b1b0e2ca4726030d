package nl.leerspoor.command.reception;

import java.util.Optional;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Outage;
import nl.leerspoor.platform.http.ProblemException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that were given, by client and key. Written in the transaction of the append. */
@Component
class Receipts {

    /** A receipt that was there already. */
    record Receipt(byte[] fingerprint, Answer answer) {}

    private final JdbcClient jdbc;

    Receipts(@Qualifier("commandJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Opens a receipt; empty when it is new. When another transaction is writing the same one, waits for it as long as
     * the lock time-out of the role allows.
     *
     * @throws ProblemException when the other one takes longer
     */
    Optional<Receipt> open(String client, String key, byte[] fingerprint) {
        return insert(client, key, fingerprint) == 1 ? Optional.empty() : Optional.of(read(client, key));
    }

    private int insert(String client, String key, byte[] fingerprint) {
        try {
            return jdbc.sql("""
                            insert into command.receipt(client, key, fingerprint) values (:client, :key, :fingerprint)
                            on conflict do nothing""")
                    .param("client", client)
                    .param("key", key)
                    .param("fingerprint", fingerprint)
                    .update();
        } catch (DataAccessException e) {
            if (Outage.isLockTimeout(e)) {
                throw new ProblemException(HttpProblem.REQUEST_IN_FLIGHT.problem());
            }
            throw e;
        }
    }

    void close(String client, String key, Answer answer) {
        jdbc.sql("""
                        update command.receipt
                           set status = :status, content_type = :contentType, body = :body, etag = :etag,
                               location = :location, language = :language
                         where client = :client and key = :key""")
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("body", answer.body())
                .param("etag", answer.etag())
                .param("location", answer.location())
                .param("language", answer.language())
                .param("client", client)
                .param("key", key)
                .update();
    }

    private Receipt read(String client, String key) {
        return jdbc.sql("""
                        select fingerprint, status, content_type, body, etag, location, language
                          from command.receipt where client = :client and key = :key""")
                .param("client", client)
                .param("key", key)
                .query((row, n) -> new Receipt(
                        row.getBytes("fingerprint"),
                        new Answer(
                                row.getInt("status"),
                                row.getString("content_type"),
                                row.getString("body"),
                                row.getString("etag"),
                                row.getString("location"),
                                row.getString("language"),
                                true)))
                .single();
    }
}
