package nl.leerspoor.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is signed is what others verify, with the library of those who wrote the standard and with the JDK alone. */
class KeyTest {

    private static final String ID = "0195b6a4-6a51-7a5c-8f9f-3c1d6a0f1e2d";
    private static final String BODY = "{\"specversion\":\"1.0\",\"data\":{\"word\":\"knäckebröd\"}}";

    private final Key key = Key.draw(new SecureRandom());
    private final long now = Instant.now().getEpochSecond();

    private String signed(Key... keys) {
        return Key.signatures(List.of(keys), ID, now, BODY.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, List<String>> headers(String signature) {
        return Map.of(
                "webhook-id", List.of(ID),
                "webhook-timestamp", List.of(String.valueOf(now)),
                "webhook-signature", List.of(signature));
    }

    private static boolean verifies(String publicText, String signature, String content) throws Exception {
        byte[] raw = Base64.getDecoder().decode(publicText.substring("whpk_".length()));
        byte[] encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
        PublicKey verifying = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(verifying);
        check.update(content.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder().decode(signature));
    }

    @Test
    void theReferenceLibraryVerifiesIt() throws Exception {
        var library = new Webhook(key.secretText());

        assertThatCode(() -> library.verify(BODY, headers(signed(key)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> library.verify(BODY.replace("1.0", "1.1"), headers(signed(key))))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> library.verify(BODY, headers(signed(Key.draw(new SecureRandom())))))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aPublicKeyVerifiesItToo() throws Exception {
        String asymmetric = Arrays.stream(signed(key).split(" "))
                .filter(one -> one.startsWith("v1a,"))
                .findFirst()
                .orElseThrow()
                .substring("v1a,".length());

        assertThat(verifies(key.publicText(), asymmetric, ID + "." + now + "." + BODY))
                .isTrue();
        assertThat(verifies(key.publicText(), asymmetric, ID + "." + (now + 1) + "." + BODY))
                .isFalse();
    }

    @Test
    void duringARotationWhoHasEitherSecretVerifiesIt() throws Exception {
        Key newer = Key.draw(new SecureRandom());
        String both = signed(newer, key);

        assertThat(both.split(" ")).hasSize(4);
        new Webhook(key.secretText()).verify(BODY, headers(both));
        new Webhook(newer.secretText()).verify(BODY, headers(both));
    }

    @Test
    void isTheSameAfterItWasKept() {
        Key kept = Key.of(key.bytes());

        assertThat(kept.secretText()).isEqualTo(key.secretText()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(kept.publicText()).isEqualTo(key.publicText()).matches("whpk_[A-Za-z0-9+/]{43}=");
        assertThat(signed(kept)).isEqualTo(signed(key));
    }
}
