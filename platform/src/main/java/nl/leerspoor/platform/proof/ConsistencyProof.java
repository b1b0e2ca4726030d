package nl.leerspoor.platform.proof;

import java.util.List;

/**
 * Shows that a tree grew out of a smaller one, with nothing changed, removed or put in between (RFC 9162, 2.1.4).
 *
 * @param from how many leaves the smaller tree has
 * @param to   how many leaves the larger tree has
 * @param path the hashes of subtrees from which both roots can be made
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the tree with the second root begins with the leaves of the tree with the first. */
    public boolean proves(Hash first, Hash second) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0) {
            return path.isEmpty() && first.equals(Hash.OF_NOTHING) && (to > 0 || second.equals(Hash.OF_NOTHING));
        }
        if (from == to) {
            return path.isEmpty() && first.equals(second);
        }
        return !path.isEmpty() && leads(first, second);
    }

    private boolean leads(Hash first, Hash second) {
        long place = from - 1;
        long last = to - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        // a smaller tree that is one whole subtree is where the way begins
        boolean whole = place == 0;
        Hash smaller = whole ? first : path.getFirst();
        Hash larger = smaller;
        for (Hash beside : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                smaller = Hash.node(beside, smaller);
                larger = Hash.node(beside, larger);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                larger = Hash.node(larger, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && smaller.equals(first) && larger.equals(second);
    }
}
