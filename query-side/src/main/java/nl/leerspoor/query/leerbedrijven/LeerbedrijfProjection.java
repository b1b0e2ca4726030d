package nl.leerspoor.query.leerbedrijven;

import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Decline;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.leerbedrijf_period}. */
@Configuration(proxyBeanMethods = false)
class LeerbedrijfProjection {

    @Bean
    Projection<LeerbedrijfEvent, LeerbedrijfState> leerbedrijven() {
        return new Projection<>(
                Views.LEERBEDRIJVEN,
                LeerbedrijfEvent.class,
                LeerbedrijfCourse::evolve,
                1,
                "leerbedrijf_period",
                "leerbedrijf_id",
                LeerbedrijfProjection::row);
    }

    private static Row row(LeerbedrijfState state) {
        var declines = state.declines();
        return new Row()
                .with("region", state.contact().region())
                .with("reference", state.contact().reference())
                .with("name", state.contact().name())
                .with("sector", state.sector())
                .with("state", state.stage())
                .with("approached_on", state.contact().on())
                .with("interested_on", state.interestedOn().orElse(null))
                .with("joined_on", state.joinedOn().orElse(null))
                .withTexts(
                        "decline_reasons",
                        declines.stream().map(Decline::reason).toList())
                .withTexts(
                        "decline_sectors",
                        declines.stream().map(Decline::sector).toList())
                .with(
                        "would_reconsider_if",
                        declines.isEmpty() ? null : declines.getLast().wouldReconsiderIf())
                .withTexts("erkende_crebos", state.erkend());
    }
}
