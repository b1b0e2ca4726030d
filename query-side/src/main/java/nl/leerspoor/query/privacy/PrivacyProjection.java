package nl.leerspoor.query.privacy;

import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.privacy_case_period}. */
@Configuration(proxyBeanMethods = false)
class PrivacyProjection {

    @Bean
    Projection<PrivacyEvent, PrivacyState> privacyCases() {
        return new Projection<>(
                Views.PRIVACY_CASES,
                PrivacyEvent.class,
                PrivacyCourse::evolve,
                1,
                "privacy_case_period",
                "privacy_case_id",
                PrivacyProjection::row);
    }

    private static Row row(PrivacyState state) {
        return new Row()
                .with("region", state.request().region())
                .with("kind", state.request().kind())
                .with("candidate_id", state.request().candidateId())
                .with("person_id", state.request().personId())
                .with("requested_by", state.request().requestedBy())
                .with("received_on", state.request().receivedOn())
                .with("due_on", state.dueOn())
                .with("state", state.phase())
                .with("ground", state.ground())
                .with("decided_on", state.decidedOn());
    }
}
