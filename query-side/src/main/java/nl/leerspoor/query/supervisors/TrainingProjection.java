package nl.leerspoor.query.supervisors;

import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.TwoClockView;
import nl.leerspoor.query.projection.TwoClockViews;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.supervisors.TrainingState.Suspension;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Keeps {@code query.training_period_v1}. */
@Component
@ProcessingGroup(Views.TRAININGS)
class TrainingProjection {

    private final TwoClockView<TrainingEvent, TrainingState> view;

    TrainingProjection(TwoClockViews views) {
        view = views.view(
                Views.TRAININGS,
                TrainingEvent.class,
                TrainingCourse::evolve,
                "training_period_v1",
                "training_id",
                TrainingProjection::row);
    }

    @EventHandler
    void on(TrainingEvent event, DomainEventMessage<?> message, TrackingToken token) {
        view.apply(message, token.position().orElseThrow());
    }

    private static Row row(TrainingState state) {
        var plan = state.plan();
        return new Row()
                .with("region", plan.region())
                .with("reference", plan.reference())
                .with("training_kind", plan.kind())
                .with("sector", plan.sector())
                .with("state", state.phase())
                .with("starts_on", plan.startsOn())
                .with("ends_on", state.endsOn())
                .with("places", plan.places())
                .with(
                        "suspended_since",
                        state.suspension().map(Suspension::since).orElse(null))
                .with(
                        "suspended_cause",
                        state.suspension().map(Suspension::cause).orElse(null))
                .with("days_suspended", state.daysSuspended());
    }
}
