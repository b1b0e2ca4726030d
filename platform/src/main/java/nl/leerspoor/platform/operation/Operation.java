package nl.leerspoor.platform.operation;

import io.micrometer.observation.ObservationPredicate;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** What operators have of every process: how it takes leave, and what it tells about requests. */
@Configuration(proxyBeanMethods = false)
public class Operation {

    private static final List<String> CHECKS = List.of("/actuator", "/livez", "/readyz");

    @Bean
    TakingLeave takingLeave(@Value("${leerspoor.stop.notice}") Duration notice) {
        return new TakingLeave(notice);
    }

    @Bean
    ServerRequestObservationConvention requestsWithoutAddresses() {
        return new RequestsWithoutAddresses();
    }

    /** Who looks whether the program is well would drown those who work with it. */
    @Bean
    ObservationPredicate noChecks() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request)
                || CHECKS.stream().noneMatch(request.getCarrier().getRequestURI()::startsWith);
    }
}
