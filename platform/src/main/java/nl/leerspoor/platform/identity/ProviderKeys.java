package nl.leerspoor.platform.identity;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of the provider of identities, found through its OpenID configuration. They are kept for a quarter of an
 * hour, and for as long as the provider is away; a token of an unknown key has them fetched again, twice a minute at most.
 * Only the request that fetches them waits, and others with an unknown key for a moment: whoever comes with a known one
 * goes on.
 */
public final class ProviderKeys implements JWKSource<SecurityContext> {

    static final Duration FRESH = Duration.ofMinutes(15);
    static final Duration BETWEEN = Duration.ofSeconds(30);
    static final Duration BETWEEN_FIRST = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final long PATIENCE_MILLIS = 1_000;
    private static final int LIMIT_BYTES = 100_000;
    private static final int SMALLEST_KEY_BITS = 2_048;

    private record Held(JWKSet keys, Instant since) {}

    private final String issuer;
    private final Clock clock;
    private final ResourceRetriever retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LIMIT_BYTES);
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Held held;
    private Instant tried = Instant.EPOCH;

    /** Those of an issuer; nothing is fetched before the first token comes. */
    public ProviderKeys(String issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws RemoteKeySourceException {
        Held seen = held;
        if (seen == null || !clock.instant().isBefore(seen.since().plus(FRESH))) {
            seen = renewed(seen);
        }
        List<JWK> found = selector.select(seen.keys());
        return found.isEmpty() ? selector.select(afterFetching(seen).keys()) : found;
    }

    /** Fetches them anew, unless somebody else is at it: then the old ones will do. */
    private Held renewed(Held old) throws RemoteKeySourceException {
        if (old == null) {
            return afterFetching(null);
        }
        if (!fetching.tryLock()) {
            return old;
        }
        try {
            return fetched(old);
        } finally {
            fetching.unlock();
        }
    }

    /** Waits for whoever is fetching them, though not for a provider that says nothing. */
    private Held afterFetching(Held old) throws RemoteKeySourceException {
        if (!isTurn()) {
            if (held == null) {
                throw new RemoteKeySourceException("The provider of identities says nothing", null);
            }
            return held;
        }
        try {
            return fetched(old);
        } finally {
            fetching.unlock();
        }
    }

    private boolean isTurn() {
        try {
            return fetching.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Held fetched(Held old) throws RemoteKeySourceException {
        Duration pause = held == null ? BETWEEN_FIRST : BETWEEN;
        if (held == old && !clock.instant().isBefore(tried.plus(pause))) {
            try {
                held = new Held(fetch(), clock.instant());
            } catch (IOException | ParseException | RuntimeException e) {
                LOG.warn(
                        "The keys of the provider of identities can't be fetched ({}); {}",
                        e.getClass().getSimpleName(),
                        held == null ? "nobody can be known" : "those of " + held.since() + " stay in use");
            } finally {
                // from its end on: who waited for it would else try again at once, one after the other
                tried = clock.instant();
            }
        }
        if (held == null) {
            throw new RemoteKeySourceException("No keys of the provider of identities", null);
        }
        return held;
    }

    private JWKSet fetch() throws IOException, ParseException {
        Map<String, Object> configuration =
                JSONObjectUtils.parse(get(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"));
        if (!issuer.equals(configuration.get("issuer"))) {
            throw new IOException("The OpenID configuration is that of another issuer");
        }
        String address = JSONObjectUtils.getString(configuration, "jwks_uri");
        if (!scheme(issuer).equals(scheme(address))) {
            throw new IOException("The keys are kept less safely than the issuer");
        }
        List<JWK> keys = JWKSet.parse(get(address)).getKeys().stream()
                .filter(key -> key instanceof RSAKey && key.size() >= SMALLEST_KEY_BITS)
                .toList();
        if (keys.isEmpty()) {
            throw new IOException("There is no key to check signatures with");
        }
        return new JWKSet(keys).toPublicJWKSet();
    }

    private static String scheme(String address) {
        return String.valueOf(URI.create(address).getScheme()).toLowerCase(Locale.ROOT);
    }

    private String get(String address) throws IOException {
        return retriever.retrieveResource(URI.create(address).toURL()).getContent();
    }
}
