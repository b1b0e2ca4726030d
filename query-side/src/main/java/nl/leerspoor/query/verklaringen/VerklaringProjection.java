package nl.leerspoor.query.verklaringen;

import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.Line;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.verklaringen.VerklaringState.Approval;
import nl.leerspoor.query.verklaringen.VerklaringState.Ending;
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
                .withTexts(
                        "werkprocessen", draft.lines().stream().map(Line::code).toList())
                .withJson("lines", draft.lines())
                .with("drafted_on", draft.on())
                .with("signed_on", state.signedOn().orElse(null))
                .with("approved_on", state.approval().map(Approval::on).orElse(null))
                .with("approved_by", state.approval().map(Approval::by).orElse(null))
                .with(
                        "decision_ref",
                        state.approval().map(Approval::decisionRef).orElse(null))
                .with("issued_on", state.issue().map(Issue::on).orElse(null))
                .with("document_no", state.issue().map(Issue::documentNo).orElse(null))
                .with("manner", state.issue().map(Issue::manner).orElse(null))
                .with("ceremony_id", state.issue().flatMap(Issue::ceremonyId).orElse(null))
                .with("ended_on", state.ending().map(Ending::on).orElse(null))
                .with("end_ground", state.ending().map(Ending::ground).orElse(null))
                .with(
                        "end_decided_by",
                        state.ending().flatMap(Ending::decidedBy).orElse(null))
                .with("replaced_by", state.ending().flatMap(Ending::replacedBy).orElse(null));
    }
}
