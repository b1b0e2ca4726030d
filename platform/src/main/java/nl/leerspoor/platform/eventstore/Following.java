package nl.leerspoor.platform.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** How events are read: one tail per node, and streams one by one; both in the current revision of every event. */
@Configuration(proxyBeanMethods = false)
public class Following {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    EventUpcasterChain eventUpcasters() {
        return new EventUpcasterChain(new Evolution());
    }

    @Bean
    EventTail eventTail(
            ObjectProvider<EventReading> reading,
            @Qualifier("eventSerializer") Serializer serializer,
            EventUpcasterChain upcasters) {
        return new EventTail(reading.stream().findFirst().orElseThrow(), serializer, upcasters, LOOK_EVERY);
    }

    @Bean
    HealthIndicator tailHealthIndicator(EventTail tail, MeterRegistry metrics) {
        return new TailHealth(tail::stuck, metrics);
    }

    @Bean
    @Primary
    StreamReader streamReader(
            ObjectProvider<EventReading> reading,
            @Qualifier("eventSerializer") Serializer serializer,
            EventUpcasterChain upcasters) {
        return new StreamReader(reading.stream().findFirst().orElseThrow().jdbc(), serializer, upcasters);
    }

    /** For those who answer questions about a person; what it reads is not to be kept. */
    @Bean
    StreamReader openingStreamReader(
            ObjectProvider<EventReading> reading,
            @Qualifier("openingSerializer") Serializer serializer,
            EventUpcasterChain upcasters) {
        return new StreamReader(reading.stream().findFirst().orElseThrow().jdbc(), serializer, upcasters);
    }
}
