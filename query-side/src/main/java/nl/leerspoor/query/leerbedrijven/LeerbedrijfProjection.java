package nl.leerspoor.query.leerbedrijven;

import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Decline;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.TwoClockView;
import nl.leerspoor.query.projection.TwoClockViews;
import nl.leerspoor.query.projection.Views;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Keeps {@code query.leerbedrijf_period_v1}. */
@Component
@ProcessingGroup(Views.LEERBEDRIJVEN)
class LeerbedrijfProjection {

    private final TwoClockView<LeerbedrijfEvent, LeerbedrijfState> view;

    LeerbedrijfProjection(TwoClockViews views) {
        view = views.view(
                Views.LEERBEDRIJVEN,
                LeerbedrijfEvent.class,
                LeerbedrijfCourse::evolve,
                "leerbedrijf_period_v1",
                "leerbedrijf_id",
                LeerbedrijfProjection::row);
    }

    @EventHandler
    void on(LeerbedrijfEvent event, DomainEventMessage<?> message, TrackingToken token) {
        view.apply(message, token.position().orElseThrow());
    }

    private static Row row(LeerbedrijfState state) {
        var declines = state.declines();
        return new Row()
                .with("region", state.contact().region())
                .with("reference", state.contact().reference())
                .with("name", state.contact().name())
                .with("sector", state.sector())
                .with("state", state.stage())
                .with("approached_on", state.contact().on())
                .with("interested_on", state.interestedOn().orElse(null))
                .with("joined_on", state.joinedOn().orElse(null))
                .withTexts(
                        "decline_reasons",
                        declines.stream().map(Decline::reason).toList())
                .withTexts(
                        "decline_sectors",
                        declines.stream().map(Decline::sector).toList())
                .with(
                        "would_reconsider_if",
                        declines.isEmpty() ? null : declines.getLast().wouldReconsiderIf())
                .withTexts("erkende_crebos", state.erkend());
    }
}
