package nl.leerspoor.query.candidates;

import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.query.candidates.CandidateState.Growth;
import nl.leerspoor.query.candidates.CandidateState.Outcome;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.candidate_period}. */
@Configuration(proxyBeanMethods = false)
class CandidateProjection {

    @Bean
    Projection<CandidateEvent, CandidateState> candidates() {
        return new Projection<>(
                Views.CANDIDATES,
                CandidateEvent.class,
                CandidateCourse::evolve,
                1,
                "candidate_period",
                "candidate_id",
                CandidateProjection::row);
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
                        state.outcomes().stream().map(Outcome::moment).toList())
                .withIds(
                        "outcome_trajectories",
                        state.outcomes().stream().map(Outcome::trajectoryId).toList())
                .withYesOrNos(
                        "outcome_same_leerbedrijf",
                        state.outcomes().stream().map(Outcome::sameLeerbedrijf).toArray(Boolean[]::new));
    }
}
