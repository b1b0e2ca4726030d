package nl.leerspoor.query.candidates;

import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.query.candidates.CandidateState.Growth;
import nl.leerspoor.query.candidates.CandidateState.Outcome;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.TwoClockView;
import nl.leerspoor.query.projection.TwoClockViews;
import nl.leerspoor.query.projection.Views;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Keeps {@code query.candidate_period_v1}. */
@Component
@ProcessingGroup(Views.CANDIDATES)
class CandidateProjection {

    private final TwoClockView<CandidateEvent, CandidateState> view;

    CandidateProjection(TwoClockViews views) {
        view = views.view(
                Views.CANDIDATES,
                CandidateEvent.class,
                CandidateCourse::evolve,
                "candidate_period_v1",
                "candidate_id",
                CandidateProjection::row);
    }

    @EventHandler
    void on(CandidateEvent event, DomainEventMessage<?> message, TrackingToken token) {
        view.apply(message, token.position().orElseThrow());
    }

    private static Row row(CandidateState state) {
        var registration = state.registration();
        return new Row()
                .with("region", registration.region())
                .with("reference", registration.reference())
                .with("person_id", registration.personId())
                .with("registered_on", registration.on())
                .with("target_group", state.targetGroup())
                .with("labour_status", registration.labourStatus())
                .with("income_kind", registration.incomeKind())
                .with("referrer", registration.referrer())
                .with("preferred_sector", state.preferredSector().orElse(null))
                .with("confidence_first", state.growth().map(Growth::first).orElse(null))
                .with("confidence_last", state.growth().map(Growth::last).orElse(null))
                .withTexts(
                        "outcomes",
                        state.outcomes().stream().map(Outcome::outcome).toList())
                .withTexts(
                        "outcome_moments",
                        state.outcomes().stream().map(Outcome::moment).toList());
    }
}
