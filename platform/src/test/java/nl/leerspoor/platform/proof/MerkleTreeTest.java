package nl.leerspoor.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.platform.proof.MerkleTree.Subtrees;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of RFC 9162, against values that other implementations have, and against its definition. */
class MerkleTreeTest {

    private static final int LARGEST = 300;

    /** Leaves number 0 to 299, and the tree over them in tiles. */
    private static final List<Hash> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(number -> Hash.leaf(("leaf " + number).getBytes(StandardCharsets.UTF_8)))
            .toList();

    private static final Map<Integer, Hash> UPPER = new HashMap<>();

    private static final MerkleTree TREE = new MerkleTree(Subtrees.in(MerkleTreeTest::tile));
    private static final List<Hash> ROOTS =
            IntStream.rangeClosed(0, LARGEST).mapToObj(TREE::root).toList();

    private static Tile tile(int level, long index) {
        if (level == 0) {
            int first = Math.toIntExact(index * Tile.WIDTH);
            return new Tile(0, index, LEAVES.subList(first, Math.min(LARGEST, first + Tile.WIDTH)));
        }
        Hash only = UPPER.computeIfAbsent(level, unknown -> tile(0, 0).root());
        return new Tile(level, index, List.of(only));
    }

    /** Section 2.1.1 of the RFC, word for word. */
    private static Hash rootByDefinition(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int middle = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(
                rootByDefinition(leaves.subList(0, middle)), rootByDefinition(leaves.subList(middle, leaves.size())));
    }

    private static Hash hex(String text) {
        return Hash.of(HexFormat.of().parseHex(text));
    }

    /** What the implementations of Certificate Transparency are tested with. */
    @Nested
    class KnownTree {

        private static final List<Hash> KNOWN_LEAVES = Stream.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .map(entry -> Hash.leaf(HexFormat.of().parseHex(entry)))
                .toList();

        private static final List<Hash> KNOWN_ROOTS = Stream.of(
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
                .map(MerkleTreeTest::hex)
                .toList();

        private static final MerkleTree KNOWN =
                new MerkleTree(Subtrees.in((level, index) -> new Tile(level, index, KNOWN_LEAVES)));

        private static Hash node(int level, int index) {
            return KNOWN_NODES.get(level).get(index);
        }

        private static final List<List<Hash>> KNOWN_NODES = List.of(
                KNOWN_LEAVES,
                Stream.of(
                                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0")
                        .map(MerkleTreeTest::hex)
                        .toList(),
                Stream.of(
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")
                        .map(MerkleTreeTest::hex)
                        .toList());

        @Test
        void hasTheKnownRootAtEverySize() {
            assertThat(IntStream.rangeClosed(0, 8).mapToObj(KNOWN::root)).containsExactlyElementsOf(KNOWN_ROOTS);
        }

        static List<Arguments> paths() {
            return List.of(
                    Arguments.of(0, 8, List.of(node(0, 1), node(1, 1), node(2, 1))),
                    Arguments.of(5, 8, List.of(node(0, 4), node(1, 3), node(2, 0))),
                    Arguments.of(2, 3, List.of(node(1, 0))),
                    Arguments.of(1, 5, List.of(node(0, 0), node(1, 1), node(0, 4))));
        }

        @ParameterizedTest
        @MethodSource
        void paths(int index, int size, List<Hash> path) {
            InclusionProof proof = KNOWN.inclusion(index, size);

            assertThat(proof.path()).isEqualTo(path);
            assertThat(proof.proves(KNOWN_LEAVES.get(index), KNOWN_ROOTS.get(size)))
                    .isTrue();
        }

        static List<Arguments> growths() {
            return List.of(
                    Arguments.of(1, 1, List.of()),
                    Arguments.of(1, 8, List.of(node(0, 1), node(1, 1), node(2, 1))),
                    Arguments.of(6, 8, List.of(node(1, 2), node(1, 3), node(2, 0))),
                    Arguments.of(2, 5, List.of(node(1, 1), node(0, 4))),
                    Arguments.of(6, 7, List.of(node(1, 2), node(0, 6), node(2, 0))));
        }

        @ParameterizedTest
        @MethodSource
        void growths(int from, int to, List<Hash> path) {
            ConsistencyProof proof = KNOWN.consistency(from, to);

            assertThat(proof.path()).isEqualTo(path);
            assertThat(proof.proves(KNOWN_ROOTS.get(from), KNOWN_ROOTS.get(to))).isTrue();
        }
    }

    @Test
    void theRootIsTheOneOfTheDefinitionAtEverySize() {
        RunningRoot running = new RunningRoot();
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(ROOTS.get(size))
                    .as("size %d", size)
                    .isEqualTo(rootByDefinition(LEAVES.subList(0, size)))
                    .isEqualTo(running.root());
            if (size < LARGEST) {
                running.add(LEAVES.get(size));
            }
        }
    }

    @Test
    void aTreeGrowsByWholeTilesToo() {
        RunningRoot running = new RunningRoot();
        running.addTile(tile(0, 0));
        LEAVES.subList(Tile.WIDTH, LARGEST).forEach(running::add);

        assertThat(running.root()).isEqualTo(ROOTS.get(LARGEST));
        assertThatThrownBy(() -> running.addTile(tile(0, 0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyLeafIsShownToBeInEveryTreeAndNothingElseIs() {
        List<String> wrong = new ArrayList<>();
        Hash other = Hash.leaf(new byte[] {7});
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = TREE.inclusion(index, size);
                Hash leaf = LEAVES.get(index);
                Hash root = ROOTS.get(size);
                Predicate<InclusionProof> proves = shown -> shown.proves(leaf, root);
                Stream<InclusionProof> forged = Stream.concat(
                        forgeriesOf(proof.path(), index)
                                .map(path -> new InclusionProof(proof.index(), proof.size(), path)),
                        Stream.of(index - 1, index + 1, index ^ 2)
                                .map(place -> new InclusionProof(place, proof.size(), proof.path())));
                if (!proves.test(proof)
                        || proof.proves(other, root)
                        || proof.proves(leaf, ROOTS.get(size - 1))
                        || forged.anyMatch(proves)) {
                    wrong.add(index + " in " + size);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTreeIsShownToGrowIntoEveryLargerOneAndIntoNothingElse() {
        List<String> wrong = new ArrayList<>();
        Hash other = LEAVES.get(3);
        for (int to = 1; to <= LARGEST; to++) {
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = TREE.consistency(from, to);
                Hash first = ROOTS.get(from);
                Hash second = ROOTS.get(to);
                Predicate<ConsistencyProof> proves = shown -> shown.proves(first, second);
                boolean grown = from > 0 && from < to;
                Stream<ConsistencyProof> forged = forgeriesOf(proof.path(), from)
                        .map(path -> new ConsistencyProof(proof.from(), proof.to(), path));
                if (!proves.test(proof)
                        || proof.proves(other, second)
                        || from > 0 && proof.proves(first, other)
                        || grown && proof.proves(second, first)
                        || grown && forged.anyMatch(proves)) {
                    wrong.add(from + " to " + to);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 5, Long.MIN_VALUE, Long.MAX_VALUE})
    void noIndexOutsideOfATreeIsInIt(long index) {
        assertThat(new InclusionProof(index, 5, TREE.inclusion(4, 5).path()).proves(LEAVES.get(4), ROOTS.get(5)))
                .isFalse();
    }

    @Test
    void noTreeGrowsBackwards() {
        assertThat(new ConsistencyProof(5, 4, List.of()).proves(ROOTS.get(5), ROOTS.get(4)))
                .isFalse();
        assertThat(new ConsistencyProof(-1, 4, List.of()).proves(Hash.OF_NOTHING, ROOTS.get(4)))
                .isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of()).proves(Hash.OF_NOTHING, ROOTS.get(1)))
                .isFalse();
    }

    /** Each hash changed; and, where the seed says, one more, one left out, and two that changed places. */
    private static Stream<List<Hash>> forgeriesOf(List<Hash> path, int seed) {
        List<List<Hash>> forged = new ArrayList<>();
        List<Hash> longer = new ArrayList<>(path);
        longer.add(seed % (path.size() + 1), Hash.node(LEAVES.get(0), LEAVES.get(1)));
        forged.add(longer);
        for (int place = 0; place < path.size(); place++) {
            List<Hash> changed = new ArrayList<>(path);
            byte[] bytes = changed.get(place).bytes();
            bytes[place % Hash.SIZE] ^= 1;
            changed.set(place, Hash.of(bytes));
            forged.add(changed);
        }
        if (!path.isEmpty()) {
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(seed % path.size());
            forged.add(shorter);
        }
        if (path.size() > 1) {
            List<Hash> swapped = new ArrayList<>(path);
            int place = seed % (path.size() - 1);
            Collections.swap(swapped, place, place + 1);
            forged.add(swapped);
        }
        return forged.stream();
    }
}
