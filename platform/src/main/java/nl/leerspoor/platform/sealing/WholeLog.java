package nl.leerspoor.platform.sealing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leerspoor.platform.proof.RunningRoot;
import nl.leerspoor.platform.proof.Tile;
import nl.leerspoor.platform.sealing.LogRows.Row;
import nl.leerspoor.platform.sealing.SealedLog.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads every event again, and compares with what was sealed: a change of an old event shows nowhere else. */
final class WholeLog {

    private final TransactionTemplate transaction;
    private final SealedLog log;
    private final LogRows rows;

    WholeLog(JdbcClient jdbc, TransactionTemplate transaction) {
        this.transaction = transaction;
        this.log = new SealedLog(jdbc);
        this.rows = new LogRows(jdbc);
    }

    /** What is not as it was sealed; the first difference, for all after it may follow from it. */
    List<String> check() {
        return transaction.execute(
                status -> log.newest().flatMap(this::difference).map(List::of).orElse(List.of()));
    }

    private Optional<String> difference(Sealed newest) {
        RunningRoot tree = new RunningRoot();
        Optional<Tile> tile = Optional.empty();
        try (Stream<Row> all = rows.between(0, newest.lastPosition())) {
            var next = all.iterator();
            while (next.hasNext()) {
                Row row = next.next();
                int place = Math.toIntExact(tree.size() % Tile.WIDTH);
                if (place == 0) {
                    long index = tree.size() / Tile.WIDTH;
                    tile = tree.size() + Tile.WIDTH <= newest.size()
                            ? log.tile(0, index, Tile.WIDTH)
                            : Optional.empty();
                }
                var leaf = row.event().leaf();
                if (tile.isPresent() && !tile.get().hashes().get(place).equals(leaf)) {
                    return Optional.of("The event at position %d is not the one that was sealed as number %d."
                            .formatted(row.event().position(), tree.size()));
                }
                tree.add(leaf);
            }
        }
        return tree.size() == newest.size()
                        && tree.root().equals(newest.checkpoint().root())
                ? Optional.empty()
                : Optional.of("The %d events up to position %d are not the %d that were sealed."
                        .formatted(tree.size(), newest.lastPosition(), newest.size()));
    }
}
