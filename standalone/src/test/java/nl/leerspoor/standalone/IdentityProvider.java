package nl.leerspoor.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.identity.AccessTokens;

/** The provider of identities of all programs under test: it has a real HTTP server, and vouches for whom a test likes. */
public final class IdentityProvider {

    /** How a program is told of it. */
    public static final String PROPERTY = "leerspoor.identity.issuer";

    public static final Set<String> EVERY_REGION =
            IntStream.rangeClosed(1, 35).mapToObj("AM%02d"::formatted).collect(Collectors.toUnmodifiableSet());

    /** The same, for a program in a process of its own. */
    public static final Map<String, String> ENVIRONMENT;

    private static final String PLENTY = "100000";
    private static final Duration VALID = Duration.ofDays(1);
    private static final Map<Identity, String> TOKENS = new ConcurrentHashMap<>();
    private static final RSAKey KEY;
    private static final String ISSUER;

    static {
        try {
            KEY = new RSAKeyGenerator(2_048).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ISSUER = "http://127.0.0.1:" + server.getAddress().getPort();
            publish(server, "/.well-known/openid-configuration", """
                    {"issuer":"%1$s","jwks_uri":"%1$s/keys"}""".formatted(ISSUER));
            publish(server, "/keys", new JWKSet(KEY).toString(true));
            Thread.ofPlatform().daemon().start(server::start);
            ENVIRONMENT = Map.of(
                    "LEERSPOOR_IDENTITY_ISSUER", ISSUER,
                    "LEERSPOOR_QUOTA_COMMANDSPERSECOND", PLENTY,
                    "LEERSPOOR_QUOTA_READSPERSECOND", PLENTY);
        } catch (IOException e) {
            throw new UncheckedIOException("The provider of identities does not start", e);
        } catch (JOSEException e) {
            throw new IllegalStateException("The provider of identities has no key", e);
        }
    }

    /** All that one person may have at once. */
    private static final Set<Role> EVERY_ROLE =
            Arrays.stream(Role.values()).filter(role -> role != Role.MONITOR).collect(Collectors.toUnmodifiableSet());

    private IdentityProvider() {}

    public static String issuer() {
        return ISSUER;
    }

    /** Has every program that this process starts in itself believe it, and let its people send as much as they can. */
    public static void introduce() {
        System.setProperty(PROPERTY, ISSUER);
        System.setProperty("leerspoor.quota.commands-per-second", PLENTY);
        System.setProperty("leerspoor.quota.reads-per-second", PLENTY);
    }

    /** Somebody with every role but that of a monitor, in every region, who acts for an organisation. */
    public static Identity everything(String subject, String organisation) {
        return new Identity(subject, EVERY_ROLE, EVERY_REGION, organisation);
    }

    /** A token that outlives every test. */
    public static String token(Identity who) {
        return TOKENS.computeIfAbsent(
                who,
                somebody -> signed(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AccessTokens.AUDIENCE)
                        .subject(somebody.subject())
                        .claim(
                                "roles",
                                somebody.roles().stream()
                                        .map(Role::name)
                                        .sorted()
                                        .toList())
                        .claim("regions", somebody.regions().stream().sorted().toList())
                        .claim("org", somebody.organisation())
                        .expirationTime(Date.from(Instant.now().plus(VALID)))
                        .build()));
    }

    /** A token that says these things, whatever they are. */
    static String signed(JWTClaimsSet claims) {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(KEY.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /**
     * Reads who somebody is from a short form, {@code anja; role=WERKCOACH; org=ROC; regions=AM05,AM06}: without roles
     * they have all but a monitor's, without regions all, and without an organisation that of the ROC where a role needs one.
     */
    static Identity named(String somebody) {
        String[] parts = somebody.split(";");
        Map<String, String> said = Arrays.stream(parts)
                .skip(1)
                .map(part -> part.strip().split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Set<Role> roles = said.containsKey("role")
                ? Arrays.stream(said.get("role").split(",")).map(Role::valueOf).collect(Collectors.toSet())
                : EVERY_ROLE;
        boolean bound = roles.stream().anyMatch(Role::needsOrganisation);
        return new Identity(
                parts[0].strip(),
                roles,
                said.containsKey("regions") ? Set.of(said.get("regions").split(",")) : EVERY_REGION,
                said.getOrDefault("org", bound ? "ROC" : ""));
    }

    private static void publish(HttpServer server, String path, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
