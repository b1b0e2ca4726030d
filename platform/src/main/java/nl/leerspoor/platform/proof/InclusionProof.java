package nl.leerspoor.platform.proof;

import java.util.List;

/**
 * Shows that a leaf is in a tree (RFC 9162, 2.1.3).
 *
 * @param index of the leaf, from 0
 * @param size  how many leaves the tree has
 * @param path  the hashes beside the way from the leaf to the root, from the lowest on
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether a tree with this root has this leaf at the index. */
    public boolean proves(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hash.node(beside, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
