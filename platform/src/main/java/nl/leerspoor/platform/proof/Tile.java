package nl.leerspoor.platform.proof;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece of the tree as it is stored and handed out (c2sp.org/tlog-tiles): up to 256 hashes beside each other. At level 0
 * they are those of leaves; above it each is the root of a full tile one level lower.
 *
 * @param hashes one at least
 */
public record Tile(int level, long index, List<Hash> hashes) {

    /** How many hashes a full tile has. */
    public static final int WIDTH = 256;

    /** How many levels of the tree a tile spans. */
    public static final int HEIGHT = 8;

    private static final int HIGHEST = 63;
    private static final int DIGITS = 3;

    public Tile {
        if (level < 0 || index < 0 || hashes.isEmpty() || hashes.size() > WIDTH) {
            throw new IllegalArgumentException("No tile: " + hashes.size() + " hashes at " + level + "/" + index);
        }
        hashes = List.copyOf(hashes);
    }

    /**
     * Where a tile is.
     *
     * @param width how many hashes are asked for
     */
    public record Place(int level, long index, int width) {

        /** The path of a tile below {@code /tile/}: {@code 0/x001/234} when it is full, {@code 0/x001/235.p/17} else. */
        public String path() {
            StringBuilder digits = new StringBuilder(Long.toString(index));
            while (digits.length() % DIGITS != 0) {
                digits.insert(0, '0');
            }
            StringBuilder path = new StringBuilder().append(level);
            for (int from = 0; from < digits.length(); from += DIGITS) {
                boolean lastOne = from + DIGITS == digits.length();
                path.append(lastOne ? "/" : "/x").append(digits, from, from + DIGITS);
            }
            return width == WIDTH ? path.toString() : path + ".p/" + width;
        }

        /** Reads a path; only the one that {@link #path} writes is taken for it. */
        public static Optional<Place> parse(String path) {
            if (!path.matches("\\d{1,2}(/x\\d{3}){0,4}/\\d{3}(\\.p/\\d{1,3})?")) {
                return Optional.empty();
            }
            String[] halves = path.split("\\.p/");
            int slash = halves[0].indexOf('/');
            Place place = new Place(
                    Integer.parseInt(halves[0].substring(0, slash)),
                    Long.parseLong(halves[0].substring(slash).replaceAll("[/x]", "")),
                    halves.length == 1 ? WIDTH : Integer.parseInt(halves[1]));
            boolean exists = place.level() <= HIGHEST && place.width() >= 1 && place.width() <= WIDTH;
            return Optional.of(place).filter(one -> exists && one.path().equals(path));
        }
    }

    /** The tile at a level and index of a tree that has {@code size} leaves, as wide as it has it; 0 when it has none. */
    public static int width(int level, long index, long size) {
        int levelsBelow = level * HEIGHT;
        long hashes = levelsBelow >= Long.SIZE - 1 ? 0 : size >> levelsBelow;
        long before = index * WIDTH;
        return before >= hashes ? 0 : (int) Math.min(WIDTH, hashes - before);
    }

    /** A tile as it was written down: its hashes, one after the other. */
    public static Tile of(int level, long index, byte[] hashes) {
        List<Hash> all = new ArrayList<>();
        for (int from = 0; from < hashes.length; from += Hash.SIZE) {
            all.add(Hash.of(Arrays.copyOfRange(hashes, from, Math.min(hashes.length, from + Hash.SIZE))));
        }
        return new Tile(level, index, all);
    }

    public boolean isFull() {
        return hashes.size() == WIDTH;
    }

    /** The first hashes of it, as the tile was in a smaller tree. */
    public Tile first(int width) {
        return width == hashes.size() ? this : new Tile(level, index, hashes.subList(0, width));
    }

    /** The hash over a full tile, which stands in the tile above it. */
    public Hash root() {
        return root(hashes);
    }

    /** The hashes, one after the other. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * Hash.SIZE);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    /** The hash over a whole subtree, from the hashes at its bottom: 1, 2, 4, … of them. */
    static Hash root(List<Hash> hashes) {
        List<Hash> row = hashes;
        while (row.size() > 1) {
            List<Hash> below = row;
            row = Stream.iterate(0, left -> left + 1 < below.size(), left -> left + 2)
                    .map(left -> Hash.node(below.get(left), below.get(left + 1)))
                    .toList();
        }
        return row.getFirst();
    }
}
