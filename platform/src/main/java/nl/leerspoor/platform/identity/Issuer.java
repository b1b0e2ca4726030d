package nl.leerspoor.platform.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * Whose tokens are believed.
 *
 * @param name what they carry as {@code iss}
 * @param keys with which they are signed
 */
public record Issuer(String name, JWKSource<SecurityContext> keys) {}
