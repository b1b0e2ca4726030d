package nl.leerspoor.platform.sealing;

import java.util.ArrayList;
import java.util.List;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.MerkleTree;
import nl.leerspoor.platform.proof.MerkleTree.Subtrees;
import nl.leerspoor.platform.proof.Tile;

/** The tree at its right edge, where leaves are added: full tiles are stored, the newest is held here. */
final class Growing {

    private final SealedLog log;
    private final List<Hash> newest = new ArrayList<>();
    private long size;
    private long firstPosition;
    private long lastPosition;

    /**
     * A tree of full tiles.
     *
     * @param tiles        how many there are at the lowest level
     * @param lastPosition of the last event in them
     */
    Growing(SealedLog log, long tiles, long lastPosition) {
        this.log = log;
        this.size = tiles * Tile.WIDTH;
        this.lastPosition = lastPosition;
    }

    void add(Hash leaf, long position) {
        if (newest.isEmpty()) {
            firstPosition = position;
        }
        newest.add(leaf);
        lastPosition = position;
        size++;
        if (newest.size() == Tile.WIDTH) {
            log.add(new Tile(0, size / Tile.WIDTH - 1, newest), firstPosition, lastPosition);
            newest.clear();
        }
    }

    long size() {
        return size;
    }

    /** Of the newest event. */
    long lastPosition() {
        return lastPosition;
    }

    Hash root() {
        return new MerkleTree(Subtrees.in(this::tile)).root(size);
    }

    private Tile tile(int level, long index) {
        return level == 0 && index == size / Tile.WIDTH
                ? new Tile(0, index, newest)
                : log.tile(level, index, Tile.width(level, index, size))
                        .orElseThrow(() -> new IllegalStateException("The sealed log lacks tiles"));
    }
}
