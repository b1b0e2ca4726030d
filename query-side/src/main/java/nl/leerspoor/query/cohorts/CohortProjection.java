package nl.leerspoor.query.cohorts;

import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.cohort_period}. */
@Configuration(proxyBeanMethods = false)
class CohortProjection {

    @Bean
    Projection<CohortEvent, CohortState> cohorts() {
        return new Projection<>(
                Views.COHORTS,
                CohortEvent.class,
                CohortCourse::evolve,
                1,
                "cohort_period",
                "cohort_id",
                CohortProjection::row);
    }

    private static Row row(CohortState state) {
        var making = state.making();
        return new Row()
                .with("region", making.region())
                .with("reference", making.reference())
                .with("name", making.name())
                .with("created_on", making.on())
                .withIds("members", state.members())
                .withJson("actions", state.actions());
    }
}
