package nl.leerspoor.platform.quota;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import nl.leerspoor.platform.http.Problems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shares a node out among its callers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotaProperties.class)
public class Sharing {

    /** As soon as it is known who asks. */
    @Bean
    FilterRegistrationBean<Filter> quotas(QuotaProperties properties, Problems problems) {
        var registration =
                new FilterRegistrationBean<Filter>(new Quotas(properties, TimeMeter.SYSTEM_NANOTIME, problems));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }
}
