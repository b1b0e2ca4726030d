package nl.leerspoor.query.praktijkovereenkomsten;

import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.TwoClockView;
import nl.leerspoor.query.projection.TwoClockViews;
import nl.leerspoor.query.projection.Views;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Keeps {@code query.praktijkovereenkomst_period_v1}. */
@Component
@ProcessingGroup(Views.PRAKTIJKOVEREENKOMSTEN)
class PraktijkovereenkomstProjection {

    private final TwoClockView<PraktijkovereenkomstEvent, PraktijkovereenkomstState> view;

    PraktijkovereenkomstProjection(TwoClockViews views) {
        view = views.view(
                Views.PRAKTIJKOVEREENKOMSTEN,
                PraktijkovereenkomstEvent.class,
                PraktijkovereenkomstCourse::evolve,
                "praktijkovereenkomst_period_v1",
                "praktijkovereenkomst_id",
                PraktijkovereenkomstProjection::row);
    }

    @EventHandler
    void on(PraktijkovereenkomstEvent event, DomainEventMessage<?> message, TrackingToken token) {
        view.apply(message, token.position().orElseThrow());
    }

    private static Row row(PraktijkovereenkomstState state) {
        var parties = state.parties();
        return new Row()
                .with("region", parties.region())
                .with("reference", parties.reference())
                .with("trajectory_id", parties.trajectoryId())
                .with("candidate_id", parties.candidateId())
                .with("leerbedrijf_id", parties.leerbedrijfId())
                .with("supervisor_id", parties.supervisorId())
                .with("school_id", parties.schoolId())
                .with("crebo", parties.crebo())
                .with("leerweg", state.leerweg())
                .with("state", state.phase())
                .with("starts_on", state.terms().startsOn())
                .with("ends_on", state.terms().endsOn())
                .with("hours_per_week", state.terms().hoursPerWeek())
                .withTexts("signed_by", state.signedBy())
                .with("activated_on", state.activatedOn().orElse(null));
    }
}
