package nl.leerspoor.query.privacy;

import java.util.List;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.query.privacy.PrivacyState.Decision;
import nl.leerspoor.query.privacy.PrivacyState.Done;
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
                2,
                "privacy_case_period",
                "privacy_case_id",
                PrivacyProjection::row);
    }

    private static Row row(PrivacyState state) {
        var request = state.request();
        return new Row()
                .with("region", request.region())
                .with("kind", request.kind())
                .with("subject_kind", request.subjectKind())
                .with("subject_id", request.subjectId())
                .with("person_id", request.personId())
                .with("requested_by", request.requestedBy())
                .with("received_on", request.receivedOn())
                .with("due_on", state.dueOn())
                .with("state", state.phase())
                .with("ground", state.decision().map(Decision::ground).orElse(null))
                .with("refused_ground", state.decision().map(Decision::refusal).orElse(null))
                .withTexts("withheld", state.decision().map(Decision::withheld).orElse(List.of()))
                .with("decided_on", state.decision().map(Decision::on).orElse(null))
                .with("carried_out_on", state.done().map(Done::on).orElse(null))
                .with("export_id", state.done().flatMap(Done::exportId).orElse(null))
                .withTexts("processings", request.processings())
                .withTexts(
                        "ended_processings", state.done().map(Done::processings).orElse(List.of()))
                .with("to_inform", state.done().map(Done::toInform).orElse(false))
                .withTexts("recipients", state.done().map(Done::recipients).orElse(List.of()));
    }
}
