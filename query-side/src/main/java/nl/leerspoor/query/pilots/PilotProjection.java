package nl.leerspoor.query.pilots;

import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.pilot_period}. */
@Configuration(proxyBeanMethods = false)
class PilotProjection {

    @Bean
    Projection<PilotEvent, PilotState> pilots() {
        return new Projection<>(
                Views.PILOTS,
                PilotEvent.class,
                PilotCourse::evolve,
                1,
                "pilot_period",
                "pilot_id",
                PilotProjection::row);
    }

    private static Row row(PilotState state) {
        var programme = state.programme();
        return new Row()
                .with("region", programme.region())
                .with("reference", programme.reference())
                .with("programme_id", programme.id())
                .with("name", programme.name())
                .with("state", state.phase())
                .with("started_on", programme.startedOn())
                .with("planned_end", state.plannedEnd())
                .with("target_in_view", state.targetInView().orElse(null))
                .withTexts("sectors", programme.sectors())
                .withJson("partners", state.partners())
                .withJson("targets", state.targets())
                .withJson("lessons", state.lessons())
                .withJson("moves", state.moves())
                .with("completed_on", state.completedOn().orElse(null))
                .withIds("carried_over", state.carriedOver());
    }
}
