package nl.leerspoor.query.webhook;

import java.util.List;
import nl.leerspoor.platform.production.ProductionCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How receivers are called, and what of it may not be so for the people of a region. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfig {

    /** Behind the firewall there is much that answers whoever calls from this machine. */
    @Bean
    ProductionCondition noWebhooksToThisMachine(WebhookProperties settings) {
        return () -> settings.allowLoopback()
                ? List.of("Webhooks may call this machine itself: take leerspoor.webhooks.allow-loopback away.")
                : List.of();
    }
}
