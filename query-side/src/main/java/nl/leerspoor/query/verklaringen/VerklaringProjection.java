package nl.leerspoor.query.verklaringen;

import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.verklaringen.VerklaringState.Issue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.verklaring_period}. */
@Configuration(proxyBeanMethods = false)
class VerklaringProjection {

    @Bean
    Projection<VerklaringEvent, VerklaringState> verklaringen() {
        return new Projection<>(
                Views.VERKLARINGEN,
                VerklaringEvent.class,
                VerklaringCourse::evolve,
                1,
                "verklaring_period",
                "verklaring_id",
                VerklaringProjection::row);
    }

    private static Row row(VerklaringState state) {
        var draft = state.draft();
        return new Row()
                .with("region", draft.region())
                .with("reference", draft.reference())
                .with("trajectory_id", draft.trajectoryId())
                .with("candidate_id", draft.candidateId())
                .with("school_id", draft.schoolId())
                .with("leerbedrijf_id", draft.leerbedrijfId())
                .with("crebo", draft.crebo())
                .with("level", draft.level())
                .with("regime", draft.regime())
                .with("state", state.phase())
                .withTexts("werkprocessen", draft.werkprocessen())
                .with("drafted_on", draft.on())
                .with("approved_on", state.approvedOn().orElse(null))
                .with("issued_on", state.issue().map(Issue::on).orElse(null))
                .with("document_no", state.issue().map(Issue::documentNo).orElse(null))
                .with("manner", state.issue().map(Issue::manner).orElse(null))
                .with("ceremony_id", state.issue().flatMap(Issue::ceremonyId).orElse(null));
    }
}
