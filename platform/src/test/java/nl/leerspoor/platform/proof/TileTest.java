package nl.leerspoor.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import nl.leerspoor.platform.proof.Tile.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles are cut and addressed as c2sp.org/tlog-tiles has it. */
class TileTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, 0/000",
        "0, 1234067, 256, 0/x001/x234/067",
        "1, 999, 256, 1/999",
        "2, 1000, 17, 2/x001/000.p/17",
        "63, 0, 1, 63/000.p/1"
    })
    void aTileHasAPath(int level, long index, int width, String path) {
        Place place = new Place(level, index, width);

        assertThat(place.path()).isEqualTo(path);
        assertThat(Place.parse(path)).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/0",
                "0/0000",
                "0/x000/001",
                "0/001/002",
                "0/x001",
                "64/000",
                "00/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/000.p/",
                "-1/000",
                "0/../000",
                "entries/000",
                "0/x001/x001/x001/x001/x001/x001/001"
            })
    void nothingElseIsAPath(String path) {
        assertThat(Place.parse(path)).isEmpty();
    }

    /** The example of the specification: a tree of 70,000 leaves. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256",
        "0, 272, 256",
        "0, 273, 112",
        "0, 274, 0",
        "1, 0, 256",
        "1, 1, 17",
        "1, 2, 0",
        "2, 0, 1",
        "3, 0, 0",
        "8, 0, 0",
        "63, 0, 0"
    })
    void aTreeHasTilesOfTheseWidths(int level, long index, int width) {
        assertThat(Tile.width(level, index, 70_000)).isEqualTo(width);
    }

    @Test
    void aTileComesBackFromItsBytes() {
        Tile tile = new Tile(0, 3, Collections.nCopies(5, Hash.OF_NOTHING));

        assertThat(Tile.of(0, 3, tile.bytes())).isEqualTo(tile);
        assertThatThrownBy(() -> Tile.of(0, 3, new byte[33])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tile.of(0, 3, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tile.of(0, 3, new byte[257 * 32])).isInstanceOf(IllegalArgumentException.class);
    }
}
