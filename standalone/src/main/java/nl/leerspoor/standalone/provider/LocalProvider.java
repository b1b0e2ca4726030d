package nl.leerspoor.standalone.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.identity.AccessTokens;
import nl.leerspoor.platform.identity.Issuer;

/**
 * A provider of identities in this very process, for a newcomer who has none. Its key lives as long as the process, so
 * tokens of an earlier start are worth nothing.
 */
public final class LocalProvider {

    private static final int KEY_BITS = 3_072;
    private static final Duration VALID = Duration.ofMinutes(5);

    private final String address;
    private final Clock clock;
    private final RSAKey key;

    /** One that names itself by this address. */
    public LocalProvider(String address, Clock clock) {
        this.address = address;
        this.clock = clock;
        try {
            this.key = new RSAKeyGenerator(KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK makes RSA keys", e);
        }
    }

    /** Itself, as whoever checks its tokens knows it. */
    public Issuer issuer() {
        return new Issuer(address, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())));
    }

    /** A token for a demo user, valid for five minutes. */
    public String token(Identity user) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(address)
                .audience(AccessTokens.AUDIENCE)
                .subject(user.subject())
                .claim("roles", user.roles().stream().map(Role::name).sorted().toList())
                .claim("regions", user.regions().stream().sorted().toList())
                .claim("org", user.organisation())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key signs", e);
        }
        return token.serialize();
    }
}
