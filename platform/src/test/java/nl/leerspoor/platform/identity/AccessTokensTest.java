package nl.leerspoor.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Really signed tokens, and what somebody might try instead. */
class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final RSAKey KEY = Provider.key("first");
    private static final RSAKey NEXT = Provider.key("second");
    private static final RSAKey STRANGER = Provider.key("first");

    private static Provider provider;

    private static final class MovableClock extends Clock {

        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private final MovableClock clock = new MovableClock();
    private final AccessTokens tokens = tokensOf(provider);

    private AccessTokens tokensOf(Provider of) {
        return new AccessTokens(of.issuer(), new ProviderKeys(of.issuer(), clock), clock);
    }

    @BeforeAll
    static void start() throws IOException {
        provider = new Provider(KEY);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    private static Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", provider.issuer());
        claims.put("aud", List.of("account", "leerspoor-api"));
        claims.put("sub", "testwerkcoach-zorg");
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.plusSeconds(300).getEpochSecond());
        claims.put("roles", List.of("WERKCOACH"));
        claims.put("regions", List.of("AM05"));
        return claims;
    }

    private static String payload(Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = claims();
        change.accept(claims);
        return JSON.writeValueAsString(claims);
    }

    private static String with(String claim, Object value) {
        return signed(payload(claims -> claims.put(claim, value)));
    }

    private static String without(String claim) {
        return signed(payload(claims -> claims.remove(claim)));
    }

    private static String good() {
        return signed(payload(claims -> {}));
    }

    private static String signed(String payload) {
        return signed(KEY, payload);
    }

    private static String signed(RSAKey key, String payload) {
        return signed(header(JWSAlgorithm.RS256).keyID(key.getKeyID()), signer(key), payload);
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("at+jwt"))
                .keyID("first");
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader.Builder header, JWSSigner signer, String payload) {
        try {
            JWSObject token = new JWSObject(header.build(), new Payload(payload));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by the provider over a header that no library would write. */
    private static String signedRaw(String header, String payload) {
        try {
            String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
            return input + "."
                    + signer(KEY).sign(header(JWSAlgorithm.RS256).build(), input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(String header) {
        return Base64URL.encode(header) + "." + Base64URL.encode(payload(claims -> {})) + ".";
    }

    /** One part of a good token changed after it was signed. */
    private static String altered(int part, String text) {
        String[] parts = good().split("\\.");
        parts[part] = Base64URL.encode(text).toString();
        return String.join(".", parts);
    }

    @Nested
    class OfTheContract {

        @Test
        void sayWhoComes() {
            assertThat(tokens.read(good()))
                    .isEqualTo(new Presented.Known(
                            new Identity("testwerkcoach-zorg", Set.of(Role.WERKCOACH), Set.of("AM05"), ""),
                            NOW.plusSeconds(300)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"RS256", "PS256"})
        void areSignedInOneOfTwoWays(String algorithm) {
            String token = signed(header(JWSAlgorithm.parse(algorithm)), signer(KEY), payload(claims -> {}));

            assertThat(tokens.read(token)).isInstanceOf(Presented.Known.class);
        }

        @Test
        void holdForThirtyFiveRegionsAndForARoleWithItsOrganisation() {
            String token = signed(payload(claims -> {
                claims.put("regions", regions(35));
                claims.put("roles", List.of("SUPERVISOR", "WERKCOACH"));
                claims.put("org", "6d03f9b0-6114-595e-bf7c-01549445b853");
            }));

            assertThat(tokens.read(token)).isInstanceOfSatisfying(Presented.Known.class, known -> {
                assertThat(known.identity().regions()).hasSize(35);
                assertThat(known.identity().organisation()).startsWith("6d03f9b0");
            });
        }

        @Test
        void holdThirtySecondsLongerBecauseClocksDiffer() {
            String token = good();
            clock.pass(Duration.ofSeconds(330));
            assertThat(tokens.read(token)).isInstanceOf(Presented.Known.class);
            clock.pass(Duration.ofSeconds(1));
            assertThat(tokens.read(token)).isInstanceOf(Presented.Refused.class);
        }

        @Test
        void mayNameNoKeyAndTheTypeInFull() {
            String token = signed(
                    new JWSHeader.Builder(JWSAlgorithm.PS256).type(new JOSEObjectType("application/at+jwt")),
                    signer(KEY),
                    payload(claims -> {}));

            assertThat(tokens.read(token)).isInstanceOf(Presented.Known.class);
        }
    }

    private static List<String> regions(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("AM%02d"::formatted).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void everythingElseIsRefusedAndNothingIsSaidOfIt(String what, String token) {
        assertThat(tokens.read(token)).isEqualTo(new Presented.Refused());
    }

    static Stream<Arguments> others() throws JOSEException {
        return Stream.of(noTokens(), forged(), otherAlgorithms(), headers(), misdirected(), claimsOfOthers())
                .flatMap(some -> some.entrySet().stream())
                .map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    private static Map<String, String> noTokens() {
        Map<String, String> some = new LinkedHashMap<>();
        some.put("empty", "");
        some.put("blank", " ");
        some.put("dots", "..");
        some.put("a word", "welkom");
        some.put("two parts", good().substring(0, good().lastIndexOf('.')));
        some.put("four parts", good() + ".e30");
        some.put("a line break", good() + "\n" + good());
        some.put("not Base64", good().replace('.', '!'));
        some.put("a zero byte", good() + "\0");
        some.put("header no JSON", altered(0, "{"));
        some.put("header a list", altered(0, "[]"));
        some.put("deep header", altered(0, "{\"a\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}"));
        some.put("payload no JSON", signed("welkom"));
        some.put("payload empty", signed("{}"));
        some.put("payload a list", signed("[1]"));
        some.put("deep payload", signed("{\"a\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}"));
        return some;
    }

    private static Map<String, String> forged() throws JOSEException {
        Map<String, String> some = new LinkedHashMap<>();
        some.put("signed by a stranger under a known key id", signed(STRANGER, payload(claims -> {})));
        some.put("signed with a key that nobody published", signed(NEXT, payload(claims -> {})));
        some.put("payload changed", altered(1, payload(claims -> claims.put("sub", "testprojectleider"))));
        some.put("header changed", altered(0, "{\"alg\":\"PS256\",\"typ\":\"at+jwt\",\"kid\":\"first\"}"));
        some.put("signature changed", altered(2, "x".repeat(256)));
        some.put("signature empty", good().substring(0, good().lastIndexOf('.') + 1));
        some.put("signature cut off", good().substring(0, good().length() - 4));
        some.put(
                "brings its own key",
                signed(
                        header(JWSAlgorithm.RS256).jwk(STRANGER.toPublicJWK()),
                        signer(STRANGER),
                        payload(claims -> {})));
        some.put(
                "points at its own keys",
                signed(
                        header(JWSAlgorithm.RS256).jwkURL(URI.create("http://127.0.0.1:1/keys")),
                        signer(STRANGER),
                        payload(claims -> {})));
        some.put(
                "points at its own certificate",
                signed(
                        header(JWSAlgorithm.RS256).x509CertURL(URI.create("http://127.0.0.1:1/cert")),
                        signer(STRANGER),
                        payload(claims -> {})));
        some.put(
                "public key as a secret",
                signed(
                        header(JWSAlgorithm.HS256),
                        new MACSigner(KEY.toRSAPublicKey().getEncoded()),
                        payload(claims -> {})));
        return some;
    }

    private static Map<String, String> otherAlgorithms() throws JOSEException {
        Map<String, String> some = new LinkedHashMap<>();
        some.put("unsigned", unsigned("{\"alg\":\"none\",\"typ\":\"at+jwt\"}"));
        some.put("unsigned, other case", unsigned("{\"alg\":\"nOnE\",\"typ\":\"at+jwt\"}"));
        some.put("unsigned, says RS256", unsigned("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"first\"}"));
        some.put("no algorithm", unsigned("{\"typ\":\"at+jwt\"}"));
        for (JWSAlgorithm algorithm :
                List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS384, JWSAlgorithm.PS512)) {
            some.put(algorithm.getName(), signed(header(algorithm), signer(KEY), payload(claims -> {})));
        }
        some.put(
                "ES256",
                signed(
                        header(JWSAlgorithm.ES256),
                        new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()),
                        payload(claims -> {})));
        EncryptedJWT sealed = new EncryptedJWT(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                        .keyID("first")
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                new JWTClaimsSet.Builder().subject("testwerkcoach-zorg").build());
        sealed.encrypt(new RSAEncrypter(KEY.toRSAPublicKey()));
        some.put("encrypted", sealed.serialize());
        return some;
    }

    private static Map<String, String> headers() {
        Map<String, String> some = new LinkedHashMap<>();
        for (String type : Arrays.asList("JWT", "id+jwt", "logout+jwt", "at+jwt ", "", null)) {
            some.put(
                    "type " + type,
                    signed(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID("first")
                                    .type(type == null ? null : new JOSEObjectType(type)),
                            signer(KEY),
                            payload(claims -> {})));
        }
        some.put("type a number", signedRaw("{\"alg\":\"RS256\",\"typ\":1,\"kid\":\"first\"}", payload(claims -> {})));
        some.put(
                "key id a list", signedRaw("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":[]}", payload(claims -> {})));
        some.put(
                "must be understood",
                signed(
                        header(JWSAlgorithm.RS256)
                                .criticalParams(Set.of("welkom"))
                                .customParam("welkom", true),
                        signer(KEY),
                        payload(claims -> {})));
        return some;
    }

    private static Map<String, String> misdirected() {
        Map<String, String> some = new LinkedHashMap<>();
        some.put("expired", with("exp", NOW.minusSeconds(31).getEpochSecond()));
        some.put("expired before it began", with("exp", NOW.minusSeconds(3_600).getEpochSecond()));
        some.put("never expires", without("exp"));
        some.put("expires at a word", with("exp", "morgen"));
        some.put("expires beyond time", with("exp", Double.MAX_VALUE));
        some.put("not yet", with("nbf", NOW.plusSeconds(31).getEpochSecond()));
        some.put("another issuer", with("iss", "https://example.org"));
        some.put("issuer with more behind it", with("iss", provider.issuer() + "/"));
        some.put("no issuer", without("iss"));
        some.put("another audience", with("aud", List.of("account")));
        some.put("audience that only begins so", with("aud", "leerspoor-api-2"));
        some.put("audience a number", with("aud", 1));
        some.put("no audience", without("aud"));
        return some;
    }

    private static Map<String, String> claimsOfOthers() {
        Map<String, String> some = new LinkedHashMap<>();
        some.put("no subject", without("sub"));
        some.put("subject empty", with("sub", ""));
        some.put("subject a list", with("sub", List.of("a")));
        some.put("subject of the program itself", with("sub", "system:duties"));
        some.put("subject a citizen service number", with("sub", "111222333"));
        some.put("subject with a line break", with("sub", "a\nb"));
        some.put("subject too long", with("sub", "a".repeat(65)));
        some.put("no roles", without("roles"));
        some.put("roles empty", with("roles", List.of()));
        some.put("role a word, no list", with("roles", "WERKCOACH"));
        some.put("role that nobody has", with("roles", List.of("WERKCOACH", "ADMIN")));
        some.put("role in small letters", with("roles", List.of("werkcoach")));
        some.put("role a number", with("roles", List.of(1)));
        some.put("role null", with("roles", Collections.singletonList(null)));
        some.put("roles an object", with("roles", Map.of("WERKCOACH", true)));
        some.put("no regions", without("regions"));
        some.put("regions empty", with("regions", List.of()));
        some.put("region a word, no list", with("regions", "AM05"));
        some.put("every region by a star", with("regions", List.of("*")));
        some.put("region with a star", with("regions", List.of("AM*")));
        some.put("two regions in one", with("regions", List.of("AM05,AM06")));
        some.put("region of three digits", with("regions", List.of("AM005")));
        some.put("thirty-six regions", with("regions", regions(36)));
        some.put("region null", with("regions", Collections.singletonList(null)));
        for (String role : List.of("SCHOOL_COACH", "EXAMENCOMMISSIE", "SUPERVISOR")) {
            some.put(role + " of no organisation", with("roles", List.of(role)));
        }
        some.put("organisation a list", with("org", List.of("ROC")));
        some.put("organisation null", with("org", null));
        some.put("organisation with a space", with("org", "R OC"));
        some.put("organisation a citizen service number", with("org", "111222333"));
        return some;
    }

    @Nested
    class WhenTheProviderIsAway {

        @Test
        void runningTokensAreAcceptedForAsLongAsItTakes() throws IOException {
            try (Provider ours = new Provider(KEY)) {
                AccessTokens read = tokensOf(ours);
                assertThat(read.read(of(ours, KEY))).isInstanceOf(Presented.Known.class);
                ours.stop();
                for (int minute = 0; minute < 30; minute++) {
                    clock.pass(Duration.ofMinutes(1));
                    assertThat(read.read(of(ours, KEY)))
                            .as("after %d minutes", minute)
                            .isInstanceOf(Presented.Known.class);
                    assertThat(read.read(of(ours, NEXT))).isInstanceOf(Presented.Refused.class);
                }
                ours.publish(NEXT);
                ours.startAgain();
                clock.pass(ProviderKeys.BETWEEN);
                assertThat(read.read(of(ours, NEXT))).isInstanceOf(Presented.Known.class);
                assertThat(read.read(of(ours, KEY))).isInstanceOf(Presented.Refused.class);
            }
        }

        @Test
        void nobodyIsKnownWhoseKeysWereNeverHad() throws IOException {
            try (Provider ours = new Provider(KEY)) {
                AccessTokens read = tokensOf(ours);
                ours.stop();
                assertThat(read.read(of(ours, KEY))).isInstanceOf(Presented.Undecided.class);
                ours.startAgain();
                assertThat(read.read(of(ours, KEY))).isInstanceOf(Presented.Undecided.class);
                clock.pass(ProviderKeys.BETWEEN_FIRST);
                assertThat(read.read(of(ours, KEY))).isInstanceOf(Presented.Known.class);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<html>Bad gateway</html>", "{}", "{\"keys\":[]}", "{\"keys\":7}", "[]"})
        void whatItGivesInsteadOfKeysIsNotTaken(String rubbish) throws IOException {
            try (Provider ours = new Provider(KEY)) {
                AccessTokens read = tokensOf(ours);
                assertThat(read.read(of(ours, KEY))).isInstanceOf(Presented.Known.class);
                ours.keys = () -> rubbish;
                clock.pass(ProviderKeys.FRESH);
                assertThat(read.read(of(ours, KEY))).isInstanceOf(Presented.Known.class);
                assertThat(ours.fetches()).isEqualTo(2);
            }
        }

        @Test
        void theConfigurationOfAnotherIssuerIsNotTaken() throws IOException {
            try (Provider ours = new Provider(KEY)) {
                ours.issuer = "https://example.org";

                assertThat(tokensOf(ours).read(of(ours, KEY))).isInstanceOf(Presented.Undecided.class);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"file:/etc/hostname", "ftp://127.0.0.1/keys", "keys", ""})
        void keysThatLieElsewhereThanAtAnAddressLikeItsOwnAreNotTaken(String place) throws IOException {
            try (Provider ours = new Provider(KEY)) {
                ours.keysAt = place;

                assertThat(tokensOf(ours).read(of(ours, KEY))).isInstanceOf(Presented.Undecided.class);
            }
        }

        @Test
        void oneThatSaysNothingIsAskedOnceForAllWhoCome() throws Exception {
            try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                AtomicInteger asked = new AtomicInteger();
                List<Socket> open = new CopyOnWriteArrayList<>();
                Thread.ofVirtual().start(() -> {
                    while (!silent.isClosed()) {
                        try {
                            open.add(silent.accept());
                            asked.incrementAndGet();
                        } catch (IOException closed) {
                            return;
                        }
                    }
                });
                String issuer = "http://127.0.0.1:" + silent.getLocalPort();
                AccessTokens read = new AccessTokens(issuer, new ProviderKeys(issuer, clock), clock);
                String token = signed(KEY, payload(claims -> claims.put("iss", issuer)));

                List<Future<Presented>> answers = callers.invokeAll(Collections.nCopies(20, () -> read.read(token)));

                for (Future<Presented> answer : answers) {
                    assertThat(answer.get()).isInstanceOf(Presented.Undecided.class);
                }
                assertThat(asked.get()).isOne();
                for (Socket socket : open) {
                    socket.close();
                }
            }
        }

        private static String of(Provider issuer, RSAKey key) {
            return signed(key, payload(claims -> {
                claims.put("iss", issuer.issuer());
                claims.put("exp", NOW.plusSeconds(36_000).getEpochSecond());
            }));
        }
    }

    @Nested
    class TheKeys {

        @Test
        void areFetchedAgainForAnUnknownKeyButNotForEachTokenThatNamesOne() throws IOException {
            try (Provider ours = new Provider(KEY)) {
                AccessTokens read = tokensOf(ours);
                String renewed = WhenTheProviderIsAway.of(ours, NEXT);
                read.read(WhenTheProviderIsAway.of(ours, KEY));
                for (int i = 0; i < 50; i++) {
                    assertThat(read.read(renewed)).isInstanceOf(Presented.Refused.class);
                }
                assertThat(ours.fetches()).isOne();
                clock.pass(ProviderKeys.BETWEEN);
                for (int i = 0; i < 50; i++) {
                    read.read(renewed);
                }
                assertThat(ours.fetches()).isEqualTo(2);
                ours.publish(KEY, NEXT);
                clock.pass(ProviderKeys.BETWEEN);
                assertThat(read.read(renewed)).isInstanceOf(Presented.Known.class);
                assertThat(read.read(WhenTheProviderIsAway.of(ours, KEY))).isInstanceOf(Presented.Known.class);
                assertThat(ours.fetches()).isEqualTo(3);
            }
        }

        @Test
        void areKeptForAQuarterOfAnHour() throws IOException {
            try (Provider ours = new Provider(KEY)) {
                AccessTokens read = tokensOf(ours);
                read.read(WhenTheProviderIsAway.of(ours, KEY));
                clock.pass(ProviderKeys.FRESH.minusSeconds(1));
                read.read(WhenTheProviderIsAway.of(ours, KEY));
                assertThat(ours.fetches()).isOne();
                clock.pass(Duration.ofSeconds(1));
                read.read(WhenTheProviderIsAway.of(ours, KEY));
                assertThat(ours.fetches()).isEqualTo(2);
            }
        }

        @Test
        void areLongEnough() throws IOException {
            RSAKey small = Provider.key("small", 1024);
            try (Provider ours = new Provider(KEY, small)) {
                assertThat(tokensOf(ours).read(WhenTheProviderIsAway.of(ours, small)))
                        .isInstanceOf(Presented.Refused.class);
            }
        }
    }
}
