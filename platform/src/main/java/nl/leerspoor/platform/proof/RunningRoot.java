package nl.leerspoor.platform.proof;

/** The root of a tree while leaf after leaf is added; it keeps no more than a hash per level. */
public final class RunningRoot {

    private final Hash[] whole = new Hash[Long.SIZE];
    private long size;

    public void add(Hash leaf) {
        Hash hash = leaf;
        int level = 0;
        for (long left = size; (left & 1) == 1; left >>= 1) {
            hash = Hash.node(whole[level], hash);
            level++;
        }
        whole[level] = hash;
        size++;
    }

    /** How many leaves were added. */
    public long size() {
        return size;
    }

    /** The root over all that was added. */
    public Hash root() {
        Hash root = null;
        for (int level = 0; level < whole.length; level++) {
            if ((size >> level & 1) == 1) {
                root = root == null ? whole[level] : Hash.node(whole[level], root);
            }
        }
        return root == null ? Hash.OF_NOTHING : root;
    }
}
