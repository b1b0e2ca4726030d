package nl.leerspoor.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are found as people write them, and by nobody without the key. */
class BlindIndexTest {

    private static final LocalDate BORN = LocalDate.of(2001, 2, 3);

    private final BlindIndex index = new BlindIndex(key(1));

    private static SecretKey key(int of) {
        byte[] bytes = new byte[SecretKey.SIZE];
        Arrays.fill(bytes, (byte) of);
        return new SecretKey(bytes);
    }

    @Test
    void aDayIsNoWordAndAnotherInAnotherField() {
        assertThat(index.day("name", BORN))
                .isEqualTo(index.day("name", BORN))
                .isNotIn(index.words("name", BORN.toString()))
                .isNotEqualTo(index.day("name", BORN.plusDays(1)))
                .isNotEqualTo(index.day("other", BORN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Anne-Fleur de Vries       | anne FLEUR vries de
                    José Müller               | jose muller
                    Jose\u0301 Mu\u0308ller   | José Müller
                    D’Hont                    | d'hont
                    d'Hont                    | Dhont
                    \u0132sbrand Weiß         | ijsbrand WEISS
                    \u0130brahim I\u015f\u0131k | ibrahim isik
                    Søren Łukasz Þór          | soren lukasz thor
                    van  der   Berg           | Van Der Berg
                    """)
    void aNameIsFoundHoweverItIsWritten(String written, String asked) {
        assertThat(index.words("name", written)).isNotEmpty().containsExactlyElementsOf(index.words("name", asked));
    }

    @Test
    void everyWordFindsIt() {
        List<String> all = index.words("name", "Testkandidaat van Voorbeeld");

        assertThat(all).hasSize(3).containsAll(index.words("name", "voorbeeld"));
        assertThat(all).doesNotContainAnyElementsOf(index.words("name", "voorbeel"));
        assertThat(index.words("name", "Test Test")).hasSize(1);
        assertThat(index.words("name", " -' ")).isEmpty();
    }

    @Test
    void fieldsAndKeysHaveHashesOfTheirOwn() {
        BlindIndex other = new BlindIndex(key(2));

        assertThat(index.words("name", "Test")).isNotEqualTo(index.words("contact", "Test"));
        assertThat(index.words("name", "Test")).isNotEqualTo(other.words("name", "Test"));
        assertThat(index.keyId()).isNotEqualTo(other.keyId()).hasSize(16);
        assertThat(index.duplicate("Test", BORN)).isNotEqualTo(other.duplicate("Test", BORN));
    }

    @Test
    void aDuplicateHasTheSameWordsAndBirthday() {
        assertThat(index.duplicate("Noor Test", BORN))
                .isEqualTo(index.duplicate("TEST, noor", BORN))
                .isNotEqualTo(index.duplicate("Noor Test", BORN.plusDays(1)))
                .isNotEqualTo(index.duplicate("Noor Tester", BORN));
    }

    /** What stands in tables must be found after an update of the JDK or of this class, too. */
    @Test
    void hashesStayWhatTheyAre() {
        assertThat(index.words("name", "Noor"))
                .containsExactly("43cb01b4004f8fc268211ff631df85feaa0e918162dd45f02b7b22f0650b2bd3");
        assertThat(index.duplicate("Noor Test", BORN))
                .isEqualTo("acd9fa6e719d40b7115e9d7c6027f2f7f8af0513275b7ac79ab9afb7e1f730d1");
    }
}
