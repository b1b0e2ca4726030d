package nl.leerspoor.query.ceremonies;

import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.ceremony_period}. */
@Configuration(proxyBeanMethods = false)
class CeremonyProjection {

    @Bean
    Projection<CeremonyEvent, CeremonyState> ceremonies() {
        return new Projection<>(
                Views.CEREMONIES,
                CeremonyEvent.class,
                CeremonyCourse::evolve,
                1,
                "ceremony_period",
                "ceremony_id",
                CeremonyProjection::row);
    }

    private static Row row(CeremonyState state) {
        var planning = state.planning();
        return new Row()
                .with("region", planning.region())
                .with("reference", planning.reference())
                .with("place", planning.place())
                .with("state", state.phase())
                .with("on_day", state.on())
                .withJson("moves", state.moves())
                .withIds("nominated", state.nominated())
                .withIds("present", state.present())
                .withIds("absent", state.absent());
    }
}
