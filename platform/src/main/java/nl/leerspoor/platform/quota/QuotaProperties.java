package nl.leerspoor.platform.quota;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a caller may send to a node, for as long as they like. Twice as many may come in one second after a
 * quiet one.
 *
 * @param commandsPerSecond of those that may change something
 * @param readsPerSecond    of the others
 */
@ConfigurationProperties("leerspoor.quota")
public record QuotaProperties(
        @DefaultValue("20") int commandsPerSecond,
        @DefaultValue("50") int readsPerSecond) {

    public QuotaProperties {
        if (commandsPerSecond < 1 || readsPerSecond < 1) {
            throw new IllegalArgumentException("A quota is one request a second or more");
        }
    }
}
