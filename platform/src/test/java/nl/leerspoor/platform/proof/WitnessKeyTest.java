package nl.leerspoor.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import nl.leerspoor.platform.proof.WitnessKey.Cosignature;
import org.junit.jupiter.api.Test;

/** What a witness says of a checkpoint is believed when it is by the key of that witness, over that checkpoint and time. */
class WitnessKeyTest {

    private static final String KEY = "witness.test/w1+6c81167c+BCN38E5KCPo4T0FFDHxQ7P1q7pKo2gKta4MJETdmPyYE";
    private static final String PRIVATE =
            "PRIVATE+KEY+witness.test/w1+fdc57692+AbsTTb93G6ccxPKdgA/NooBupO3Ny3DWEoKWMGeEAkXM";
    private static final String TEXT =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    /** Made with OpenSSL after c2sp.org/tlog-cosignature. */
    private static final String LINE = "\u2014 witness.test/w1 "
            + "bIEWfAAAAABkGFDLybuA/S+dM9G0H3IRIrIbTMjpu2yAojUdFYQ0g6SPNlGX0vARPFnIXSTXcIUjtOsx+xaRRBI/sT2iscyzbYNGBA==";

    private static final Instant TIME = Instant.ofEpochSecond(1_679_315_147);

    private final WitnessKey key = WitnessKey.parse(KEY);
    private final SignedNote note = SignedNote.parse(TEXT + "\n" + LINE + "\n");

    @Test
    void whatAnotherProgramCosignedIsRead() {
        assertThat(key.cosignature(note)).map(Cosignature::at).hasValue(TIME);
        assertThat(key).hasToString(KEY);
    }

    @Test
    void isMadeAsOthersMakeIt() {
        var witness = new Witness(NoteSigner.parse(PRIVATE));
        SignedNote signed = NoteSigner.draw("example.com/behind-the-sofa", new SecureRandom())
                .sign(TEXT);

        assertThat(witness.key()).isEqualTo(key);
        assertThat(witness.cosign(signed, TIME).toString()).endsWith("\n" + LINE + "\n");
        assertThat(witness.cosign(signed, TIME)
                        .isSignedBy(new NoteKey("another", key.key().ed25519())))
                .isFalse();
    }

    @Test
    void isOfThatTextAndThatTime() {
        SignedNote.By line = note.signatures().getFirst();
        byte[] later = line.signature().clone();
        later[7]++;
        byte[] longer = java.util.Arrays.copyOf(line.signature(), line.signature().length + 1);

        for (SignedNote other : List.of(
                new SignedNote(TEXT.replace("20852163", "20852164"), List.of(line)),
                new SignedNote(TEXT, List.of(new SignedNote.By(line.name(), line.id(), later))),
                new SignedNote(TEXT, List.of(new SignedNote.By(line.name(), line.id(), longer))),
                new SignedNote(TEXT, List.of(line, new SignedNote.By(line.name(), line.id(), later))))) {
            assertThat(key.cosignature(other)).isEmpty();
            assertThat(key.isNamedIn(other)).isTrue();
        }
        assertThat(new WitnessKey(new NoteKey("witness.test/w2", key.key().ed25519())).isNamedIn(note))
                .isFalse();
    }

    @Test
    void theFirstOfSeveralTimesCounts() {
        SignedNote twice = new Witness(NoteSigner.parse(PRIVATE)).cosign(note, TIME.plusSeconds(60));

        assertThat(key.cosignature(twice)).map(Cosignature::at).hasValue(TIME);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (String none : List.of("w", KEY.replace("6c81167c", "6c81167d"), KEY.replace("+BCN3", "+ACN3"))) {
            assertThatThrownBy(() -> WitnessKey.parse(none)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
