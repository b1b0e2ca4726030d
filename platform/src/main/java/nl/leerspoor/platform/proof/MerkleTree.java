package nl.leerspoor.platform.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree over a log that only grows, for any of the sizes that it had: roots, and proofs as RFC 9162, sections 2.1.3 and
 * 2.1.4, have them.
 */
public final class MerkleTree {

    /** Gives the hash of subtrees that have all their leaves, and so never change again. */
    @FunctionalInterface
    public interface Subtrees {

        /**
         * The hash over the leaves from {@code index * 2^level} on, {@code 2^level} of them.
         *
         * @param level 0 for the leaves themselves
         */
        Hash at(int level, long index);

        /** The subtrees of tiles that have what is asked for. */
        static Subtrees in(Tiles tiles) {
            return (level, index) -> {
                int height = level % Tile.HEIGHT;
                long first = index << height;
                Tile tile = tiles.at(level / Tile.HEIGHT, first / Tile.WIDTH);
                int offset = (int) (first % Tile.WIDTH);
                return Tile.root(tile.hashes().subList(offset, offset + (1 << height)));
            };
        }
    }

    /** Gives tiles of a tree. */
    @FunctionalInterface
    public interface Tiles {

        /** The tile, at least as wide as the tree of the size that is asked about has it. */
        Tile at(int level, long index);
    }

    private final Subtrees subtrees;

    public MerkleTree(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** The root over the first {@code size} leaves. */
    public Hash root(long size) {
        return size == 0 ? Hash.OF_NOTHING : range(0, size);
    }

    /** What leads from a leaf to the root over the first {@code size} leaves. */
    public InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has none at " + index);
        }
        List<Hash> path = new ArrayList<>();
        lead(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /** What leads from the root over the first {@code from} leaves to the one over the first {@code to}. */
    public ConsistencyProof consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A tree does not grow from " + from + " to " + to + " leaves");
        }
        List<Hash> path = new ArrayList<>();
        if (from > 0) {
            grow(from, 0, to, true, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    private Hash range(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            return subtrees.at(Long.numberOfTrailingZeros(length), from / length);
        }
        long middle = middle(from, to);
        return Hash.node(range(from, middle), range(middle, to));
    }

    private void lead(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = middle(from, to);
        if (index < middle) {
            lead(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            lead(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /** {@code known}: the verifier has the hash of this subtree, for it is the root of the smaller tree. */
    private void grow(long size, long from, long to, boolean known, List<Hash> path) {
        if (size == to) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = middle(from, to);
        if (size <= middle) {
            grow(size, from, middle, known, path);
            path.add(range(middle, to));
        } else {
            grow(size, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }
}
