package nl.leerspoor.query.duties;

import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.query.duties.DutyState.Discharge;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.duty_period}. */
@Configuration(proxyBeanMethods = false)
class DutyProjection {

    @Bean
    Projection<DutyEvent, DutyState> duties() {
        return new Projection<>(
                Views.DUTIES, DutyEvent.class, DutyCourse::evolve, 1, "duty_period", "duty_id", DutyProjection::row);
    }

    private static Row row(DutyState state) {
        var raised = state.raised();
        return new Row()
                .with("region", raised.region())
                .with("kind", raised.kind())
                .with("for_role", raised.forRole())
                .with("state", state.stand())
                .with("raised_on", state.since())
                .with("due_on", raised.dueOn())
                .with("missed", raised.missed())
                .with("cause_event_id", raised.causeEventId())
                .with("cause", raised.cause())
                .with("trajectory_id", raised.trajectoryId())
                .with("candidate_id", raised.candidateId())
                .with("leerbedrijf_id", raised.leerbedrijfId())
                .with("supervisor_id", raised.supervisorId())
                .with("training_id", raised.trainingId())
                .with("praktijkovereenkomst_id", raised.praktijkovereenkomstId())
                .with("crebo", raised.crebo())
                .with("moment", raised.moment())
                .with("privacy_case_id", raised.privacyCaseId())
                .with("reminded_on", state.remindedOn().orElse(null))
                .with("escalated_to", state.escalatedTo().orElse(null))
                .with("discharged_on", state.discharge().map(Discharge::on).orElse(null))
                .with(
                        "discharge_ground",
                        state.discharge().map(Discharge::ground).orElse(null))
                .with(
                        "discharge_reason",
                        state.discharge().flatMap(Discharge::reason).orElse(null));
    }
}
