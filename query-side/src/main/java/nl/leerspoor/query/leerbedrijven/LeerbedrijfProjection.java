package nl.leerspoor.query.leerbedrijven;

import java.time.LocalDate;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Decline;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Erkenning.Status;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Leaving;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Pause;
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
                .with("company_number", state.contact().companyNumber())
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
                .withTexts("erkende_crebos", state.erkend())
                .withJson("declines", declines)
                .withJson("erkenningen", state.erkenningen())
                .with("reassess_from", reassessFrom(state))
                .withJson("offers", state.offers())
                .with("suspended_since", state.pause().map(Pause::since).orElse(null))
                .with("suspended_cause", state.pause().map(Pause::cause).orElse(null))
                .with("left_on", state.leaving().map(Leaving::on).orElse(null))
                .with("left_reason", state.leaving().map(Leaving::reason).orElse(null))
                .withJson("speakers", state.speakers());
    }

    /** Four years after the oldest assessment an erkenning is due to be checked (rule B25). */
    private static LocalDate reassessFrom(LeerbedrijfState state) {
        return state.erkenningen().stream()
                .filter(erkenning -> erkenning.status() == Status.CONFIRMED && erkenning.lastAssessedOn() != null)
                .map(erkenning -> erkenning.lastAssessedOn().plusYears(4))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
