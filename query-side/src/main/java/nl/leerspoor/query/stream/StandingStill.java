package nl.leerspoor.query.stream;

import nl.leerspoor.query.projection.Alarm;
import nl.leerspoor.query.projection.Alarm.Finding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody may overlook that receivers are told nothing any more. */
@Configuration(proxyBeanMethods = false)
class StandingStill {

    @Bean
    Alarm damagedEvent(MessageLog log) {
        return new Alarm(
                "leerspoor.events.damaged",
                "Damaged events before which what is published stands still",
                () -> log.standsStill().stream()
                        .map(damaged -> new Finding("events", 1, reason(damaged.position())))
                        .toList());
    }

    private static String reason(long position) {
        return "What is published stands still before position %d: the event there is damaged. Restore its row."
                .formatted(position);
    }
}
