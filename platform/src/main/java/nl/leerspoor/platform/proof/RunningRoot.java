package nl.leerspoor.platform.proof;

/** The root of a tree while leaf after leaf is added; it keeps no more than a hash per level. */
public final class RunningRoot {

    private final Hash[] whole = new Hash[Long.SIZE];
    private long size;

    public void add(Hash leaf) {
        add(leaf, 0);
    }

    /** Adds the leaves of a full tile; those of other tiles before it must be full, too. */
    public void addTile(Tile tile) {
        if (!tile.isFull() || tile.level() != 0 || size != tile.index() * Tile.WIDTH) {
            throw new IllegalArgumentException(
                    "Not the next full tile: " + tile.index() + " after " + size + " leaves");
        }
        add(tile.root(), Tile.HEIGHT);
    }

    private void add(Hash subtree, int height) {
        Hash hash = subtree;
        int level = height;
        for (long left = size >> height; (left & 1) == 1; left >>= 1) {
            hash = Hash.node(whole[level], hash);
            level++;
        }
        whole[level] = hash;
        size += 1L << height;
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
