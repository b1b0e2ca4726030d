package nl.leerspoor.query.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long an event may wait for a view.
 *
 * @param degraded from here on health is amber
 * @param unready  from here on the node is not ready, until the wait is half as long
 */
@ConfigurationProperties("leerspoor.projection-lag")
record LagLimits(Duration degraded, Duration unready) {}
