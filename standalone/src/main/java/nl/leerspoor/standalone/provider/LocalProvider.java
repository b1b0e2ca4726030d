package nl.leerspoor.standalone.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.UUID;
import nl.leerspoor.platform.identity.Issuer;

/**
 * A provider of identities in this very process, for a newcomer who has none. Its key lives as long as the process, so
 * tokens of an earlier start are worth nothing.
 */
final class LocalProvider {

    private static final int KEY_BITS = 3_072;

    private final String address;
    private final RSAKey key;

    /** One that names itself by this address. */
    LocalProvider(String address) {
        this.address = address;
        try {
            this.key = new RSAKeyGenerator(KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK makes RSA keys", e);
        }
    }

    /** Itself, as whoever checks its tokens knows it. */
    Issuer issuer() {
        return new Issuer(address, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())));
    }

    /** What it signs with. */
    JWKSource<SecurityContext> signingKeys() {
        return new ImmutableJWKSet<>(new JWKSet(key));
    }
}
