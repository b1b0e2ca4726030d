package nl.leerspoor.platform.sealing;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leerspoor.platform.proof.AuthenticationKeys;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.NoteSigner;
import nl.leerspoor.platform.proof.SignedNote;
import nl.leerspoor.platform.proof.Tile;
import nl.leerspoor.platform.sealing.LogRows.Row;
import nl.leerspoor.platform.sealing.SealedLog.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes appended events into the tree and signs its size. One node at a time does, under a lock of the database that ends
 * with the transaction; tiles and checkpoint are one transaction, so who is killed in between has done nothing, and what
 * goes out is what was committed. The store's order of positions is the order of its commits, so no event can appear below
 * one that was sealed.
 *
 * <p>It signs nothing that contradicts what was signed before: then the log was changed, and somebody has to look.
 */
final class Sealer {

    private static final long LOCK = 4_763_902_582L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SealedLog log;
    private final LogRows rows;
    private final NoteSigner signer;
    private final AuthenticationKeys codes;
    private final Outside outside;
    private final long withoutCodesUpTo;
    private final Clock clock;
    private boolean counted;

    Sealer(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            NoteSigner signer,
            AuthenticationKeys codes,
            Outside outside,
            long withoutCodesUpTo,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = new SealedLog(jdbc);
        this.rows = new LogRows(jdbc);
        this.signer = signer;
        this.codes = codes;
        this.outside = outside;
        this.withoutCodesUpTo = withoutCodesUpTo;
        this.clock = clock;
    }

    /**
     * Seals what was appended since, unless another node is at it.
     *
     * @return why something was not sealed, or not kept outside; empty when all is well
     */
    List<String> seal() {
        List<String> reasons = transaction.execute(status -> isMine() ? sealNext() : List.of());
        return reasons.isEmpty() ? keepOutside() : reasons;
    }

    private boolean isMine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private List<String> sealNext() {
        Optional<Sealed> newest = log.newest();
        long sealed = newest.map(Sealed::size).orElse(0L);
        long tiles = sealed / Tile.WIDTH;
        Growing tree = new Growing(log, tiles, log.lastPosition(tiles));
        List<String> reasons = newest.map(last -> contradictions(last, tree))
                .orElseGet(() -> contradictionOutside(0, Optional.empty()));
        if (!reasons.isEmpty()) {
            return reasons;
        }
        List<String> stopped = grow(tree, newest);
        boolean first = newest.filter(last -> last.checkpoint().origin().equals(origin()))
                .isEmpty();
        if (first || tree.size() > sealed) {
            Checkpoint checkpoint = new Checkpoint(origin(), tree.size(), tree.root());
            log.addKey(signer.key().toString());
            log.add(checkpoint, tree.lastPosition(), checkpoint.sign(signer).toString());
        }
        return stopped;
    }

    /**
     * What speaks against the newest checkpoint. It takes the events of the last tile that is not full into the tree; all
     * events are counted once, before anything is sealed.
     */
    private List<String> contradictions(Sealed newest, Growing tree) {
        Optional<String> forged = forged(newest);
        if (forged.isPresent()) {
            return List.of(forged.get());
        }
        try (Stream<Row> last = rows.between(tree.lastPosition(), newest.lastPosition())) {
            last.limit(Tile.WIDTH - 1)
                    .forEach(row -> tree.add(row.event().leaf(), row.event().position()));
        }
        long events = counted ? tree.size() : rows.count(newest.lastPosition());
        if (events != newest.size() || tree.size() != newest.size()) {
            return List.of("The log has %d events up to position %d, and had %d when that was sealed."
                    .formatted(events, newest.lastPosition(), newest.size()));
        }
        counted = true;
        if (!tree.root().equals(newest.checkpoint().root())) {
            return List.of("Events up to position %d are not those that were sealed: compare with an earlier export."
                    .formatted(newest.lastPosition()));
        }
        return contradictionOutside(newest.size(), Optional.of(newest));
    }

    private Optional<String> forged(Sealed newest) {
        try {
            SignedNote note = SignedNote.parse(newest.note());
            boolean ours = newest.checkpoint().origin().equals(origin());
            return Checkpoint.parse(note.text()).equals(newest.checkpoint()) && (!ours || note.isSignedBy(signer.key()))
                    ? Optional.empty()
                    : Optional.of("The newest checkpoint, of %d events, was not signed with the key of this log."
                            .formatted(newest.size()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("The newest checkpoint, of %d events, can't be read.".formatted(newest.size()));
        }
    }

    /** A folder that is out of reach contradicts nothing; that it is will be told when nothing can be written there. */
    private List<String> contradictionOutside(long size, Optional<Sealed> newest) {
        Optional<String> note;
        try {
            note = outside.newest();
        } catch (IOException outOfReach) {
            return List.of();
        }
        try {
            return note.isEmpty() ? List.of() : contradiction(SignedNote.parse(note.get()), size, newest);
        } catch (IllegalArgumentException unreadable) {
            return List.of("The newest checkpoint outside the database can't be read.");
        }
    }

    private List<String> contradiction(SignedNote outside, long size, Optional<Sealed> newest) {
        Checkpoint checkpoint = Checkpoint.parse(outside.text());
        if (!checkpoint.origin().equals(origin()) || !outside.isSignedBy(signer.key())) {
            return List.of("The newest checkpoint outside the database was not signed with the key of this log.");
        }
        if (checkpoint.size() > size) {
            return List.of(
                    "The log is shorter than its newest checkpoint outside the database: %d events instead of %d."
                            .formatted(size, checkpoint.size()));
        }
        boolean same =
                newest.filter(last -> last.checkpoint().equals(checkpoint)).isPresent()
                        || log.tree(size).root(checkpoint.size()).equals(checkpoint.root());
        return same
                ? List.of()
                : List.of("The first %d events are not those of the newest checkpoint outside the database."
                        .formatted(checkpoint.size()));
    }

    /** Takes new events in, up to the first that nobody with the key has appended. */
    private List<String> grow(Growing tree, Optional<Sealed> newest) {
        long withCodesFrom = newest.flatMap(last -> log.firstSize()).orElse(Long.MAX_VALUE);
        try (Stream<Row> appended = rows.after(tree.lastPosition())) {
            var next = appended.iterator();
            while (next.hasNext()) {
                Row row = next.next();
                if (!isGenuine(row, tree.size() >= withCodesFrom)) {
                    return List.of(
                            ("The event at position %d has no genuine authentication code: who appended it did not"
                                            + " have the key. Nothing from there on is sealed.")
                                    .formatted(row.event().position()));
                }
                tree.add(row.event().leaf(), row.event().position());
            }
        }
        return List.of();
    }

    private boolean isGenuine(Row row, boolean needsCode) {
        return row.event().position() <= withoutCodesUpTo
                || row.code().map(code -> codes.isGenuine(row.event(), code)).orElse(!needsCode);
    }

    private List<String> keepOutside() {
        Optional<Sealed> newest =
                log.newest().filter(last -> last.checkpoint().origin().equals(origin()));
        try {
            if (newest.isPresent()) {
                outside.writeKey(signer.key().toString());
                outside.write(newest.get().note(), LocalDate.now(clock.withZone(ZoneOffset.UTC)));
            }
            return List.of();
        } catch (IOException unwritable) {
            return List.of("Checkpoints can't be written outside the database: "
                    + unwritable.getClass().getSimpleName() + ".");
        }
    }

    /** The name of the key is the name of the log: another log needs another key. */
    private String origin() {
        return signer.key().name();
    }
}
