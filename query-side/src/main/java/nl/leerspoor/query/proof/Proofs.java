package nl.leerspoor.query.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.proof.ConsistencyProof;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.InclusionProof;
import nl.leerspoor.platform.proof.Tile;
import nl.leerspoor.platform.proof.Tile.Place;
import nl.leerspoor.platform.sealing.LogExport;
import nl.leerspoor.platform.sealing.LogRows;
import nl.leerspoor.platform.sealing.SealedLog;
import nl.leerspoor.platform.sealing.SealedLog.Sealed;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Works proofs out of the sealed log. Each is made from one moment, and none needs to be believed: it can be checked. */
@Component
class Proofs {

    /**
     * That an event is in the log.
     *
     * @param position    where it stands among all events
     * @param sealedAt    when the first checkpoint with it was signed, by the clock of who sealed
     * @param witnessedAt when a witness first said that it saw a checkpoint with it
     */
    record Inclusion(
            long position,
            Hash leaf,
            InclusionProof proof,
            Sealed checkpoint,
            Instant sealedAt,
            Optional<Instant> witnessedAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final SealedLog log;
    private final LogRows rows;
    private final Cosignatures cosignatures;
    private final LogExport export;
    private final Semaphore exports = new Semaphore(1);

    Proofs(
            @Qualifier("auditJdbc") JdbcClient jdbc,
            @Qualifier("auditTransactionManager") PlatformTransactionManager transactions,
            Cosignatures cosignatures,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.log = new SealedLog(jdbc);
        this.rows = new LogRows(jdbc);
        this.cosignatures = cosignatures;
        this.export = new LogExport(jdbc, json);
    }

    /** The newest checkpoint. Ends the request when nothing was sealed yet. */
    Sealed newest() {
        return log.newest().orElseThrow(ProofProblem.NOT_SEALED_YET::exception);
    }

    /** The public keys, the newest first. Ends the request when nothing was sealed yet. */
    List<String> keys() {
        newest();
        return log.keys();
    }

    /** The tile, if the tree of the newest checkpoint has it that wide. */
    Optional<Tile> tile(Place place) {
        return snapshot.execute(status -> log.newest()
                .filter(newest -> Tile.width(place.level(), place.index(), newest.size()) >= place.width())
                .flatMap(newest -> log.tile(place.level(), place.index(), place.width())));
    }

    /** That an event is in the tree of the newest checkpoint; empty without such an event. */
    Optional<Inclusion> inclusion(UUID event) {
        return snapshot.execute(status -> position(event).map(this::inclusion));
    }

    private Inclusion inclusion(long position) {
        Sealed newest = newest();
        if (position > newest.lastPosition()) {
            throw ProofProblem.NOT_SEALED_YET.exception();
        }
        InclusionProof proof = log.tree(newest.size()).inclusion(log.indexOf(position), newest.size());
        try (Stream<LogRows.Row> row = rows.between(position - 1, position)) {
            return new Inclusion(
                    position,
                    row.findFirst().orElseThrow().event().leaf(),
                    proof,
                    newest,
                    log.covering(position).orElseThrow().at(),
                    cosignatures
                            .first(newest.checkpoint().origin(), proof.index())
                            .map(Cosignatures.Kept::at));
        }
    }

    private Optional<Long> position(UUID event) {
        return jdbc.sql("select global_index from eventstore.domain_event_entry where event_identifier = :event")
                .param("event", event.toString())
                .query(Long.class)
                .optional();
    }

    /** How the log grew, up to a size that was sealed. */
    ConsistencyProof consistency(long from, long to) {
        return snapshot.execute(status -> log.tree(to).consistency(from, to));
    }

    /** The regions of which the log has events. */
    Set<String> regions() {
        return jdbc.sql("""
                        select region from query.entry where region is not null
                        union
                        select cast(convert_from(payload, 'UTF8') as jsonb) ->> 'region'
                          from eventstore.domain_event_entry
                         where global_index > (select coalesce(max(position), 0) from query.entry)""").query(String.class).set();
    }

    /** Writes the whole log to an answer, one at a time: it reads everything there is. */
    void export(HttpServletResponse response) {
        if (!exports.tryAcquire()) {
            throw new ProblemException(HttpProblem.UNAVAILABLE.saying(
                    "Er wordt al een uitvoer van het logboek gemaakt.", "The log is being exported already."));
        }
        try {
            snapshot.executeWithoutResult(status -> {
                // its reader may be slow, as long as it goes on reading
                jdbc.sql("set local idle_in_transaction_session_timeout = '60s'")
                        .update();
                write(response);
            });
        } finally {
            exports.release();
        }
    }

    private void write(HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("leerspoor-log.ndjson")
                        .build()
                        .toString());
        try {
            var out = response.getOutputStream();
            export.write(out, cosignatures.all());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
