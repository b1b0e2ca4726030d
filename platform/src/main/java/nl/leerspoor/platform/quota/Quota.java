package nl.leerspoor.platform.quota;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** What each caller has left of one sort of request: a bucket that drips full, and is emptied request by request. */
final class Quota {

    /** A caller who was silent for so long has a full bucket, which is the same as none. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int SECONDS_OF_BURST = 2;

    private final String name;
    private final int most;
    private final LoadingCache<String, Bucket> callers;

    /**
     * @param name      as answers call it
     * @param perSecond how many requests drip in
     */
    Quota(String name, int perSecond, TimeMeter time) {
        this.name = name;
        this.most = perSecond * SECONDS_OF_BURST;
        this.callers = Caffeine.newBuilder()
                .expireAfterAccess(REMEMBERED)
                .build(caller -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(most).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    String name() {
        return name;
    }

    /**
     * Takes one request of a caller, and says on the answer what is left (draft-ietf-httpapi-ratelimit-headers).
     *
     * @return how many seconds until there is one again; 0 when there was one
     */
    long take(String caller, HttpServletResponse response) {
        ConsumptionProbe probe = callers.get(caller).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, most, SECONDS_OF_BURST));
        response.setHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(name, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        return probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }
}
