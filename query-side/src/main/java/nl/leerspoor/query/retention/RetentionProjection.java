package nl.leerspoor.query.retention;

import nl.leerspoor.events.retention.RetentionEvent;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.retention_rule_period}. */
@Configuration(proxyBeanMethods = false)
class RetentionProjection {

    @Bean
    Projection<RetentionEvent, RetentionState> retentionRules() {
        return new Projection<>(
                Views.RETENTION_RULES,
                RetentionEvent.class,
                RetentionCourse::evolve,
                1,
                "retention_rule_period",
                "retention_rule_id",
                RetentionProjection::row);
    }

    private static Row row(RetentionState state) {
        return new Row()
                .with("region", state.region())
                .with("rule", state.rule())
                .with("months", state.months())
                .with("in_force", state.inForce());
    }
}
