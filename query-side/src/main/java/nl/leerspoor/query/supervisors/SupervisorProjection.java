package nl.leerspoor.query.supervisors;

import java.util.Optional;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.supervisors.SupervisorState.Absence;
import nl.leerspoor.query.supervisors.SupervisorState.Competence.Trained;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.supervisor_period}. */
@Configuration(proxyBeanMethods = false)
class SupervisorProjection {

    @Bean
    Projection<SupervisorEvent, SupervisorState> supervisors() {
        return new Projection<>(
                Views.SUPERVISORS,
                SupervisorEvent.class,
                SupervisorCourse::evolve,
                1,
                "supervisor_period",
                "supervisor_id",
                SupervisorProjection::row);
    }

    private static Row row(SupervisorState state) {
        var trained = Optional.of(state.competence())
                .filter(Trained.class::isInstance)
                .map(Trained.class::cast);
        return new Row()
                .with("region", state.registration().region())
                .with("reference", state.registration().reference())
                .with("leerbedrijf_id", state.leerbedrijfId())
                .with("sector", state.registration().sector())
                .with("state", state.competence().code())
                .with("trained_on", trained.map(Trained::on).orElse(null))
                .with("valid_until", trained.flatMap(Trained::validUntil).orElse(null))
                .with("training_id", state.training().orElse(null))
                .with("max_candidates", state.maxCandidates())
                .with("reserved", state.reservations().size())
                .withIds("reserved_for", state.reservations())
                .with("unavailable_since", state.absence().map(Absence::since).orElse(null))
                .with("unavailable_cause", state.absence().map(Absence::cause).orElse(null))
                .with("details_on", state.detailsOn().orElse(null));
    }
}
