package nl.leerspoor.query.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How receivers are called.
 *
 * @param allowLoopback lets http through to this machine itself; for trials and tests, refused under profile prod
 * @param retries       how long to wait after each failure of a message, before jitter (Standard Webhooks 1.0)
 * @param wholeCall     the longest that one call takes, from the look-up of the name to the last byte that is read
 * @param amberAfter    how long a message may wait before an operator should look
 * @param keepLog       how long attempts stay in the log
 */
@ConfigurationProperties("leerspoor.webhooks")
record WebhookProperties(
        @DefaultValue("false") boolean allowLoopback,

        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retries,

        @DefaultValue("15s") Duration wholeCall,
        @DefaultValue("1m") Duration amberAfter,
        @DefaultValue("14d") Duration keepLog) {}
