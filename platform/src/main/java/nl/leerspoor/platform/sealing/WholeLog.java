package nl.leerspoor.platform.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.RunningRoot;
import nl.leerspoor.platform.proof.Tile;
import nl.leerspoor.platform.sealing.LogRows.Row;
import nl.leerspoor.platform.sealing.SealedLog.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads every event again, and compares with what was sealed: a change of an old event shows nowhere else. It walks in short
 * transactions and rests in between, for it is in no hurry and others are.
 */
final class WholeLog {

    private static final int TILES_AT_ONCE = 16;

    private final TransactionTemplate transaction;
    private final SealedLog log;
    private final LogRows rows;
    private final int rest;

    /** @param rest how many times as long it rests as it works */
    WholeLog(JdbcClient jdbc, TransactionTemplate transaction, int rest) {
        this.transaction = transaction;
        this.log = new SealedLog(jdbc);
        this.rows = new LogRows(jdbc);
        this.rest = rest;
    }

    /**
     * What is not as it was sealed; the first difference, for all after it may follow from it. An interrupt ends it, and it
     * has found nothing then.
     */
    List<String> check() {
        Walk walk = new Walk();
        while (!walk.atTheEnd && walk.difference.isEmpty()) {
            long begun = System.nanoTime();
            transaction.executeWithoutResult(status -> walk.on());
            LockSupport.parkNanos(rest * (System.nanoTime() - begun));
            if (Thread.currentThread().isInterrupted()) {
                return List.of();
            }
        }
        return walk.difference.map(List::of).orElse(List.of());
    }

    /** From the first event to the newest checkpoint that there is by then. */
    private final class Walk {

        private final RunningRoot tree = new RunningRoot();
        private long position;
        private boolean atTheEnd;
        private Optional<String> difference = Optional.empty();

        private void on() {
            Optional<Sealed> newest = log.newest();
            long tiles = newest.map(last -> last.size() / Tile.WIDTH).orElse(0L);
            long next = tree.size() / Tile.WIDTH;
            if (next < tiles) {
                long until = Math.min(tiles, next + TILES_AT_ONCE);
                for (long tile = next; tile < until && difference.isEmpty(); tile++) {
                    tile(tile);
                }
            } else {
                atTheEnd = true;
                newest.ifPresent(this::end);
            }
        }

        private void tile(long index) {
            long last = log.lastPosition(index + 1);
            List<Hash> sealed = log.tile(0, index, Tile.WIDTH).map(Tile::hashes).orElse(List.of());
            List<Row> events = between(last);
            for (int place = 0; place < events.size(); place++) {
                if (place >= sealed.size() || !events.get(place).event().leaf().equals(sealed.get(place))) {
                    difference = Optional.of("The event at position %d is not the one that was sealed as number %d."
                            .formatted(events.get(place).event().position(), tree.size() + place));
                    return;
                }
            }
            if (events.size() < sealed.size()) {
                difference = Optional.of("Of the events up to position %d, %d are missing."
                        .formatted(last, sealed.size() - events.size()));
                return;
            }
            tree.addTile(new Tile(0, index, sealed));
            position = last;
        }

        private void end(Sealed newest) {
            between(newest.lastPosition()).forEach(row -> tree.add(row.event().leaf()));
            if (tree.size() != newest.size()
                    || !tree.root().equals(newest.checkpoint().root())) {
                difference = Optional.of("The %d events up to position %d are not the %d that were sealed."
                        .formatted(tree.size(), newest.lastPosition(), newest.size()));
            }
        }

        private List<Row> between(long last) {
            try (Stream<Row> found = rows.between(position, last)) {
                return new ArrayList<>(found.limit(Tile.WIDTH + 1L).toList());
            }
        }
    }
}
