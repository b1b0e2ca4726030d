package nl.leerspoor.platform.proof.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.leerspoor.platform.proof.Hash;

/**
 * Compares events with the leaves in the tiles of the log, to name what is different when the tree is. The tiles
 * themselves are believed only as far as that: whether something is different, the signed root decides.
 */
final class SealedLeaves {

    private static final int NAMED = 5;
    private static final int MOST_DIFFERENCES = 20;

    private final List<Hash> ahead = new ArrayList<>();
    private final List<Long> unmatched = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private long passed;
    private long until;

    /**
     * Takes in the leaves of the next tile.
     *
     * @param last the position of the last event in it
     */
    void add(List<Hash> tile, long last) {
        finish();
        ahead.addAll(tile);
        until = last;
    }

    /** Looks at the next event. */
    void compare(long position, Hash leaf) {
        if (position > until) {
            finish();
            return;
        }
        int found = ahead.indexOf(leaf);
        if (found < 0) {
            unmatched.add(position);
            return;
        }
        tell(found, "before position " + position);
        ahead.subList(0, found + 1).clear();
        passed += found + 1;
    }

    /** What was different, after the last event. */
    List<String> differences() {
        finish();
        return differences;
    }

    /** All events up to the end of the tile have passed. */
    private void finish() {
        tell(ahead.size(), "up to position " + until);
        passed += ahead.size();
        ahead.clear();
    }

    private void tell(int missing, String where) {
        if (unmatched.isEmpty() && missing == 0 || differences.size() == MOST_DIFFERENCES) {
            unmatched.clear();
            return;
        }
        if (unmatched.isEmpty()) {
            differences.add(count(missing, "sealed event is", "sealed events are") + " missing " + where
                    + ", from number " + passed + " on");
        } else if (missing == 0) {
            differences.add(positions() + " inserted: the seal has nothing there");
        } else {
            differences.add(positions() + " changed, or not in its place: the seal has "
                    + count(missing, "other event", "other events") + " there, from number " + passed + " on");
        }
        unmatched.clear();
    }

    private String positions() {
        String named = unmatched.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return unmatched.size() == 1
                ? "the event at position " + named + " was"
                : "the events at positions " + named + (unmatched.size() > NAMED ? " and more" : "") + " were";
    }

    private static String count(int number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
