package nl.leerspoor.platform.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.MerkleTree;
import nl.leerspoor.platform.proof.MerkleTree.Subtrees;
import nl.leerspoor.platform.proof.Tile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was sealed, as the database has it. It is believed by nobody: proofs made of it are checked against a signature. */
public final class SealedLog {

    private static final String CHECKPOINT =
            "select origin, size, root, last_position, note, sealed_at from eventstore.log_checkpoint ";

    /**
     * A checkpoint.
     *
     * @param lastPosition of the last event in it; 0 when it has none
     * @param note         the checkpoint with its signature
     */
    public record Sealed(Checkpoint checkpoint, long lastPosition, String note, Instant at) {

        public long size() {
            return checkpoint.size();
        }
    }

    private final JdbcClient jdbc;
    private final LogRows rows;

    public SealedLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new LogRows(jdbc);
    }

    /** The newest checkpoint. */
    public Optional<Sealed> newest() {
        return jdbc.sql(CHECKPOINT + "order by number desc limit 1")
                .query(SealedLog::sealed)
                .optional();
    }

    /** The first checkpoint that an event is under, if it is sealed. */
    public Optional<Sealed> covering(long position) {
        return jdbc.sql(CHECKPOINT + "where last_position >= :position order by last_position, number limit 1")
                .param("position", position)
                .query(SealedLog::sealed)
                .optional();
    }

    /** The checkpoint of a size of a log, if there was one. */
    public Optional<Sealed> of(String origin, long size) {
        return jdbc.sql(CHECKPOINT + "where origin = :origin and size = :size")
                .param("origin", origin)
                .param("size", size)
                .query(SealedLog::sealed)
                .optional();
    }

    /** Since when each of some events is under a signature; those that are not sealed yet are left out. */
    public Map<Long, Instant> sealedAt(Collection<Long> positions) {
        Map<Long, Instant> found = new HashMap<>();
        jdbc.sql("""
                        select asked.position, first.sealed_at
                          from unnest(cast(:positions as bigint[])) as asked (position),
                               lateral (select sealed_at from eventstore.log_checkpoint
                                         where last_position >= asked.position
                                         order by last_position, number limit 1) first""").param("positions", positions.toArray(Long[]::new)).query((ResultSet row) -> {
            found.put(row.getLong(1), row.getTimestamp(2).toInstant());
        });
        return found;
    }

    /** The size of the smallest checkpoint: events after it have codes. */
    Optional<Long> firstSize() {
        return jdbc.sql("select min(size) from eventstore.log_checkpoint")
                .query(Long.class)
                .optional();
    }

    /** The public keys that checkpoints were signed with, the newest first. */
    public List<String> keys() {
        return jdbc.sql("select key from eventstore.log_key order by first_used desc, key")
                .query(String.class)
                .list();
    }

    /** The tree of a size up to that of the newest checkpoint. */
    public MerkleTree tree(long size) {
        Map<String, Tile> known = new HashMap<>();
        return new MerkleTree(Subtrees.in((level, index) -> {
            int width = Tile.width(level, index, size);
            return known.computeIfAbsent(
                    new Tile.Place(level, index, width).path(),
                    path -> tile(level, index, width)
                            .orElseThrow(() -> new IllegalStateException("The sealed log has no tile " + path)));
        }));
    }

    /** The first hashes of a tile, if it has that many. */
    public Optional<Tile> tile(int level, long index, int width) {
        Optional<Tile> full = jdbc.sql("select hashes from eventstore.log_tile where level = :level and index = :index")
                .param("level", level)
                .param("index", index)
                .query(byte[].class)
                .optional()
                .map(hashes -> Tile.of(level, index, hashes));
        return full.or(() -> level == 0 ? newestTile(index, width) : tileOfRoots(level, index, width))
                .filter(tile -> tile.hashes().size() >= width)
                .map(tile -> tile.first(width));
    }

    /** The position of the last event in the first {@code tiles} full tiles. */
    long lastPosition(long tiles) {
        return tiles == 0
                ? 0
                : jdbc.sql("select last_position from eventstore.log_tile where level = 0 and index = :index")
                        .param("index", tiles - 1)
                        .query(Long.class)
                        .single();
    }

    /** The place of an event among the leaves, from 0. It may not be sealed yet. */
    public long indexOf(long position) {
        long before = jdbc.sql("""
                        select index + 1 from eventstore.log_tile
                         where level = 0 and last_position < :position order by last_position desc limit 1""")
                .param("position", position)
                .query(Long.class)
                .optional()
                .orElse(0L);
        return before * Tile.WIDTH
                + jdbc.sql("""
                                select count(*) from eventstore.domain_event_entry
                                 where global_index > :from and global_index < :position""")
                        .param("from", lastPosition(before))
                        .param("position", position)
                        .query(Long.class)
                        .single();
    }

    /** Adds a tile that is full now, and the tiles above it that it completes. */
    void add(Tile tile, Long firstPosition, Long lastPosition) {
        jdbc.sql("""
                        insert into eventstore.log_tile (level, index, first_position, last_position, root, hashes)
                        values (:level, :index, :first, :last, :root, :hashes)""")
                .param("level", tile.level())
                .param("index", tile.index())
                .param("first", firstPosition)
                .param("last", lastPosition)
                .param("root", tile.root().bytes())
                .param("hashes", tile.bytes())
                .update();
        if ((tile.index() + 1) % Tile.WIDTH == 0) {
            tileOfRoots(tile.level() + 1, tile.index() / Tile.WIDTH, Tile.WIDTH)
                    .ifPresent(above -> add(above, null, null));
        }
    }

    /** Adds a checkpoint that was signed. */
    void add(Checkpoint checkpoint, long lastPosition, String note) {
        jdbc.sql("""
                        insert into eventstore.log_checkpoint (origin, size, root, last_position, note)
                        values (:origin, :size, :root, :last, :note)""")
                .param("origin", checkpoint.origin())
                .param("size", checkpoint.size())
                .param("root", checkpoint.root().bytes())
                .param("last", lastPosition)
                .param("note", note)
                .update();
    }

    /** Makes a public key known. */
    void addKey(String key) {
        jdbc.sql("insert into eventstore.log_key (key) values (:key) on conflict do nothing")
                .param("key", key)
                .update();
    }

    private Optional<Tile> newestTile(long index, int width) {
        boolean isNext = index == 0
                || jdbc.sql("select count(*) from eventstore.log_tile where level = 0 and index = :index")
                                .param("index", index - 1)
                                .query(Long.class)
                                .single()
                        == 1;
        if (!isNext || width == 0) {
            return Optional.empty();
        }
        try (Stream<LogRows.Row> newest = rows.after(lastPosition(index))) {
            return tile(
                    0, index, newest.limit(width).map(row -> row.event().leaf()).toList());
        }
    }

    private Optional<Tile> tileOfRoots(int level, long index, int width) {
        return tile(
                level,
                index,
                jdbc
                        .sql("""
                                select root from eventstore.log_tile
                                 where level = :below and index >= :from and index < :to order by index""")
                        .param("below", level - 1)
                        .param("from", index * Tile.WIDTH)
                        .param("to", index * Tile.WIDTH + width)
                        .query(byte[].class)
                        .list()
                        .stream()
                        .map(Hash::of)
                        .toList());
    }

    private static Optional<Tile> tile(int level, long index, List<Hash> hashes) {
        return hashes.isEmpty() ? Optional.empty() : Optional.of(new Tile(level, index, hashes));
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(
                new Checkpoint(row.getString("origin"), row.getLong("size"), Hash.of(row.getBytes("root"))),
                row.getLong("last_position"),
                row.getString("note"),
                row.getTimestamp("sealed_at").toInstant());
    }
}
