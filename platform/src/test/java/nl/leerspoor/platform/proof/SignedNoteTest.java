package nl.leerspoor.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and keys are those of c2sp.org/signed-note: the example is the one that Go's implementation is tested with. */
class SignedNoteTest {

    private static final String PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String SIGNATURE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String NOTE = TEXT + "\n" + SIGNATURE;
    private static final String OF_ENOCH =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final String KEY_OF_ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

    @Test
    void aTextIsSignedAsOthersSignIt() {
        NoteSigner signer = NoteSigner.parse(PRIVATE);

        assertThat(signer.sign(TEXT)).hasToString(NOTE);
        assertThat(signer.key()).hasToString(PUBLIC).isEqualTo(NoteKey.parse(PUBLIC));
        assertThat(signer.secret()).isEqualTo(PRIVATE);
    }

    @Test
    void aNoteOfOthersIsRead() {
        SignedNote note = SignedNote.parse(NOTE + OF_ENOCH);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.isSignedBy(NoteKey.parse(PUBLIC))).isTrue();
        assertThat(note.isSignedBy(NoteKey.parse(KEY_OF_ENOCH))).isTrue();
        assertThat(note.isSignedBy(
                        NoteSigner.draw("PeterNeumann", new SecureRandom()).key()))
                .as("of a namesake")
                .isFalse();
    }

    @Test
    void aTextThatWasChangedIsNotSigned() {
        SignedNote changed = SignedNote.parse(NOTE.replace("problem is", "problem was"));

        assertThat(changed.isSignedBy(NoteKey.parse(PUBLIC))).isFalse();
    }

    @Test
    void oneFalseSignatureInAKeysNameMakesANoteFalse() {
        SignedNote.By true_ = SignedNote.parse(NOTE).signatures().getFirst();
        byte[] wrong = true_.signature().clone();
        wrong[9] ^= 1;

        SignedNote note = new SignedNote(TEXT, List.of(true_, new SignedNote.By(true_.name(), true_.id(), wrong)));

        assertThat(note.isSignedBy(NoteKey.parse(PUBLIC))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                TEXT + "\n",
                TEXT + SIGNATURE,
                TEXT + "\n— Peter Neumann x08go/ZJ\n",
                TEXT + "\n— PeterNeumann x08go!\n",
                TEXT + "\n— PeterNeumann AAAA\n",
                "\u0001" + NOTE,
                NOTE + "A line more.\n",
                "\n"
            })
    void nothingElseIsANote(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noOtherKeyIsTakenForOne() {
        for (int place = 0; place < PRIVATE.length(); place++) {
            String mangled =
                    PRIVATE.substring(0, place) + (char) (PRIVATE.charAt(place) + 1) + PRIVATE.substring(place + 1);
            assertThatThrownBy(() -> NoteSigner.parse(mangled))
                    .as(mangled)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("AYEKFALV");
        }
        for (int place = 0; place < PUBLIC.length(); place++) {
            String mangled =
                    PUBLIC.substring(0, place) + (char) (PUBLIC.charAt(place) + 1) + PUBLIC.substring(place + 1);
            assertThatThrownBy(() -> NoteKey.parse(mangled)).as(mangled).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aCheckpointIsSignedAndReadBack() {
        NoteSigner signer = NoteSigner.draw("log.example.org/leerspoor", new SecureRandom());
        Checkpoint checkpoint = new Checkpoint("log.example.org/leerspoor", 1_481, Hash.OF_NOTHING);

        SignedNote note = SignedNote.parse(checkpoint.sign(signer).toString());

        assertThat(note.isSignedBy(NoteKey.parse(signer.key().toString()))).isTrue();
        assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
        assertThat(checkpoint.text())
                .isEqualTo("log.example.org/leerspoor\n1481\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log\n1481\n",
                "log\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n1\n47DEQpj8\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void nothingElseIsACheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
