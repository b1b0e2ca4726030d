package nl.leerspoor.query.supervisors;

import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.supervisors.TrainingState.Suspension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.training_period}. */
@Configuration(proxyBeanMethods = false)
class TrainingProjection {

    @Bean
    Projection<TrainingEvent, TrainingState> trainings() {
        return new Projection<>(
                Views.TRAININGS,
                TrainingEvent.class,
                TrainingCourse::evolve,
                1,
                "training_period",
                "training_id",
                TrainingProjection::row);
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
                .with(
                        "expected_resume_on",
                        state.suspension().flatMap(Suspension::expectedResumeOn).orElse(null))
                .with("days_suspended", state.daysSuspended());
    }
}
