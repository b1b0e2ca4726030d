package nl.leerspoor.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** Keys come from outside the database, and what is wrong with them is said in one sentence that doesn't quote them. */
class ProofKeysTest {

    private static final String MAC_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder;

    private static ProofProperties given(String macKey, Path macKeyFile, Path signingKeyFile, boolean makeMissing) {
        return new ProofProperties(macKey, macKeyFile, "", signingKeyFile, null, makeMissing, 0);
    }

    @Test
    void aNodeMayHaveNone() {
        ProofKeys keys = ProofKeys.read(given("", null, Path.of(""), false), false);

        assertThat(keys.codes()).isEmpty();
        assertThat(keys.signer()).isEmpty();
    }

    @Test
    void underProfileProdANodeNeedsTheKeyOfCodes() {
        MockEnvironment prod = new MockEnvironment();
        prod.setActiveProfiles("prod");

        assertThatThrownBy(() -> new Sealing().proofKeys(given("", null, null, false), prod))
                .isInstanceOf(KeyTrouble.class)
                .hasMessage("There is no key for the codes over events: set leerspoor.proof.mac-key-file.");
        assertThat(new Sealing()
                        .proofKeys(given(MAC_KEY, null, null, false), prod)
                        .codes())
                .isPresent();
    }

    @Test
    void whoSealsNeedsTheKeyOfCodesToo() throws IOException {
        Path signing = folder.resolve("signing.key");
        ProofKeys.read(given(MAC_KEY, null, signing, true), false);

        assertThatThrownBy(() -> ProofKeys.read(given("", null, signing, false), false))
                .isInstanceOf(KeyTrouble.class);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("mac.key");

        assertThatThrownBy(() -> ProofKeys.read(given("", missing, null, false), false))
                .isInstanceOf(KeyTrouble.class)
                .hasMessage("leerspoor.proof.mac-key-file: there is no file " + missing + ".");
    }

    @Test
    void aWrongKeyIsNotQuoted() throws IOException {
        Path wrong = Files.writeString(folder.resolve("mac.key"), "c2VjcmV0\n");

        assertThatThrownBy(() -> ProofKeys.read(given("", wrong, null, false), false))
                .isInstanceOf(KeyTrouble.class)
                .hasMessage("leerspoor.proof.mac-key: A key has 6 bytes; it needs 32.");
        assertThatThrownBy(() -> ProofKeys.read(given(MAC_KEY, null, wrong, false), false))
                .isInstanceOf(KeyTrouble.class)
                .hasMessageStartingWith("leerspoor.proof.signing-key: A private key is")
                .hasMessageNotContaining("c2Vj");
    }

    @Test
    void missingKeysAreMadeOnceForTheirOwnerOnly() throws IOException {
        Path mac = folder.resolve("keys/mac.key");
        Path signing = folder.resolve("keys/signing.key");

        ProofKeys made = ProofKeys.read(given("", mac, signing, true), false);
        ProofKeys again = ProofKeys.read(given("", mac, signing, false), true);

        assertThat(again.signer().orElseThrow().key())
                .isEqualTo(made.signer().orElseThrow().key());
        assertThat(again.codes()).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mac)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(signing)))
                .isEqualTo("rw-------");
    }
}
