package nl.leerspoor.query.pilots;

import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.TwoClockView;
import nl.leerspoor.query.projection.TwoClockViews;
import nl.leerspoor.query.projection.Views;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Keeps {@code query.pilot_period_v1}. */
@Component
@ProcessingGroup(Views.PILOTS)
class PilotProjection {

    private final TwoClockView<PilotEvent, PilotState> view;

    PilotProjection(TwoClockViews views) {
        view = views.view(
                Views.PILOTS,
                PilotEvent.class,
                PilotCourse::evolve,
                "pilot_period_v1",
                "pilot_id",
                PilotProjection::row);
    }

    @EventHandler
    void on(PilotEvent event, DomainEventMessage<?> message, TrackingToken token) {
        view.apply(message, token.position().orElseThrow());
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
                .with("target_in_view", state.targetInView().orElse(null));
    }
}
