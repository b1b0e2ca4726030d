package nl.leerspoor.query.proof.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.platform.proof.EventRow;
import nl.leerspoor.platform.proof.JsonLine;
import nl.leerspoor.platform.proof.MerkleTree;
import nl.leerspoor.platform.proof.NoteKey;
import nl.leerspoor.platform.proof.SignedNote;
import nl.leerspoor.platform.proof.dossier.Dossier;
import nl.leerspoor.platform.proof.dossier.Manifest;
import nl.leerspoor.platform.proof.dossier.Page;
import nl.leerspoor.platform.proof.dossier.ProvenEvent;
import nl.leerspoor.platform.sealing.LogRows;
import nl.leerspoor.platform.sealing.SealedLog;
import nl.leerspoor.platform.sealing.SealedLog.Sealed;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes dossiers, as of the newest checkpoint: the events of a trajectory, of its candidate, and of whatever has it as its
 * own by what its events say: praktijkovereenkomsten, verklaringen and duties. Where it is placed and with whom is in its
 * own events; cohorts, ceremonies, leerbedrijven and supervisors have other people in their streams, and stay out.
 */
@Component
class Dossiers {

    private static final String KIND = "trajectory";

    /**
     * A dossier, ready to be written.
     *
     * @param note    its checkpoint as it was signed
     * @param schemas of the payloads, by file name
     */
    record Made(Dossier dossier, String note, Map<String, byte[]> schemas) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final SealedLog log;
    private final LogRows rows;

    Dossiers(
            @Qualifier("auditJdbc") JdbcClient jdbc,
            @Qualifier("auditTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.log = new SealedLog(jdbc);
        this.rows = new LogRows(jdbc);
    }

    /** The region of a trajectory; empty without one. */
    Optional<String> region(UUID trajectory) {
        return jdbc.sql("""
                        select convert_from(payload, 'UTF8') from eventstore.domain_event_entry
                         where aggregate_identifier = :trajectory and sequence_number = 0 and type = :kind""")
                .param("trajectory", trajectory.toString())
                .param("kind", KIND)
                .query(String.class)
                .optional()
                .map(payload -> JsonLine.outer(payload).get("region"));
    }

    /**
     * The dossier of a trajectory; empty as long as it, or an event at a position, is not sealed.
     *
     * @param least the position up to which it has to reach
     */
    Optional<Made> of(UUID trajectory, long least) {
        return snapshot.execute(status -> {
            return log.newest()
                    .filter(newest -> newest.lastPosition() >= least)
                    .flatMap(newest -> of(trajectory, newest));
        });
    }

    private Optional<Made> of(UUID trajectory, Sealed newest) {
        List<LogRows.Row> found = rows.ofStreams(streams(trajectory), newest.lastPosition());
        if (found.stream().noneMatch(row -> row.event().stream().equals(trajectory.toString()))) {
            return Optional.empty();
        }
        MerkleTree tree = log.tree(newest.size());
        List<ProvenEvent> events = found.stream()
                .map(row -> new ProvenEvent(
                        row.event(), tree.inclusion(log.indexOf(row.event().position()), newest.size()), row.code()))
                .toList();
        var about = new Manifest.About(
                KIND, trajectory.toString(), key(newest), newest.at().toString(), Page.VERSION);
        return Optional.of(new Made(
                new Dossier(about, newest.checkpoint(), counted(events), events), newest.note(), schemas(events)));
    }

    private List<String> streams(UUID trajectory) {
        List<String> candidates = jdbc.sql("""
                        select distinct cast(convert_from(payload, 'UTF8') as jsonb) ->> 'candidateId'
                          from eventstore.domain_event_entry where aggregate_identifier = :trajectory""")
                .param("trajectory", trajectory.toString())
                .query(String.class)
                .list();
        return Stream.of(List.of(trajectory.toString()), candidates, own(trajectory))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Agreements, verklaringen and duties, which say so in their first event. It stands in the events and not in the views,
     * which may lack what could not be applied.
     */
    private List<String> own(UUID trajectory) {
        return jdbc.sql("""
                        select aggregate_identifier from eventstore.domain_event_entry
                         where sequence_number = 0 and type in ('praktijkovereenkomst', 'verklaring', 'duty')
                           and eventstore.payload_member(payload, 'trajectoryId') = :trajectory order by global_index""")
                .param("trajectory", trajectory.toString())
                .query(String.class)
                .list();
    }

    private String key(Sealed newest) {
        SignedNote note = SignedNote.parse(newest.note());
        return log.keys().stream()
                .map(NoteKey::parse)
                .filter(key -> key.name().equals(newest.checkpoint().origin()) && note.isSignedBy(key))
                .map(NoteKey::label)
                .findFirst()
                .orElse(newest.checkpoint().origin());
    }

    private static List<Manifest.Stream> counted(List<ProvenEvent> events) {
        return events.stream()
                .map(ProvenEvent::row)
                .collect(Collectors.groupingBy(EventRow::stream, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(its -> new Manifest.Stream(
                        its.getFirst().stream(), its.getFirst().streamType(), its.size()))
                .toList();
    }

    private static Map<String, byte[]> schemas(List<ProvenEvent> events) {
        Map<String, byte[]> schemas = new TreeMap<>();
        events.forEach(event -> PayloadSchemas.of(
                        event.row().name(), event.row().revision())
                .ifPresent(schema ->
                        schemas.put(event.row().name() + "." + event.row().revision() + ".json", schema)));
        return schemas;
    }
}
