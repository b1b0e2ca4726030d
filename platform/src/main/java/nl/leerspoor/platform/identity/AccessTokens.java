package nl.leerspoor.platform.identity;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.http.CitizenServiceNumber;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The contract of access tokens: JWTs of type {@code at+jwt} (RFC 9068), signed with RS256 or PS256, not expired, of one
 * issuer and for this API, with claims that make an {@link Identity}: {@code sub}, {@code roles}, {@code regions} and,
 * where a role is bound to one, {@code org}.
 */
public final class AccessTokens {

    /** What the claim {@code aud} contains. */
    public static final String AUDIENCE = "leerspoor-api";

    /** Decoders overlook characters that don't belong in one. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toUnmodifiableMap(Role::name, Function.identity()));

    private final JwtDecoder decoder;

    /** Those that an issuer signs with one of the keys. */
    public AccessTokens(String issuer, JWKSource<SecurityContext> keys, Clock clock) {
        var nimbus = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.PS256)
                .build();
        var time = new JwtTimestampValidator(LEEWAY);
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator("at+jwt", "application/at+jwt"),
                time,
                new JwtIssuerValidator(issuer),
                AccessTokens::isForThisApi));
        this.decoder = nimbus;
    }

    /** Reads a token, without {@code Bearer}. */
    public Presented read(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return new Presented.Refused();
        }
        try {
            Jwt jwt = decoder.decode(token);
            return identity(jwt)
                    .<Presented>map(identity -> new Presented.Known(identity, jwt.getExpiresAt()))
                    .orElseGet(Presented.Refused::new);
        } catch (JwtException e) {
            return e.getCause() instanceof RemoteKeySourceException
                    ? new Presented.Undecided()
                    : new Presented.Refused();
        }
    }

    /** Who the claims speak of; nobody when they aren't of the contract. */
    private static Optional<Identity> identity(Jwt jwt) {
        Optional<Set<String>> roles = texts(jwt, "roles").filter(ROLES.keySet()::containsAll);
        Optional<Set<String>> regions = texts(jwt, "regions");
        Object subject = jwt.getClaims().get("sub");
        Object organisation = jwt.getClaims().getOrDefault("org", "");
        if (roles.isEmpty() || regions.isEmpty() || !isPlain(subject) || !isPlain(organisation)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Identity(
                    (String) subject,
                    roles.get().stream().map(ROLES::get).collect(Collectors.toSet()),
                    regions.get(),
                    (String) organisation));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(Object claim) {
        return claim instanceof String text && !CitizenServiceNumber.isIn(text);
    }

    /** A claim that is a list of texts; a single text is none. */
    private static Optional<Set<String>> texts(Jwt jwt, String claim) {
        return jwt.getClaims().get(claim) instanceof List<?> values
                        && values.stream().allMatch(String.class::isInstance)
                ? Optional.of(values.stream().map(String.class::cast).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static OAuth2TokenValidatorResult isForThisApi(Jwt jwt) {
        return jwt.getAudience() != null && jwt.getAudience().contains(AUDIENCE)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));
    }
}
