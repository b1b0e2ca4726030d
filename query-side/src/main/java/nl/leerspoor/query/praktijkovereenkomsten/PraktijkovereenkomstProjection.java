package nl.leerspoor.query.praktijkovereenkomsten;

import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.query.praktijkovereenkomsten.PraktijkovereenkomstState.Ending;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.praktijkovereenkomst_period}. */
@Configuration(proxyBeanMethods = false)
class PraktijkovereenkomstProjection {

    @Bean
    Projection<PraktijkovereenkomstEvent, PraktijkovereenkomstState> praktijkovereenkomsten() {
        return new Projection<>(
                Views.PRAKTIJKOVEREENKOMSTEN,
                PraktijkovereenkomstEvent.class,
                PraktijkovereenkomstCourse::evolve,
                1,
                "praktijkovereenkomst_period",
                "praktijkovereenkomst_id",
                PraktijkovereenkomstProjection::row);
    }

    private static Row row(PraktijkovereenkomstState state) {
        var parties = state.parties();
        return new Row()
                .with("region", parties.region())
                .with("reference", parties.reference())
                .with("trajectory_id", parties.trajectoryId())
                .with("candidate_id", parties.candidateId())
                .with("leerbedrijf_id", parties.leerbedrijfId())
                .with("supervisor_id", parties.supervisorId())
                .with("school_id", parties.schoolId())
                .with("crebo", parties.crebo())
                .with("leerweg", state.leerweg())
                .with("state", state.phase())
                .with("starts_on", state.terms().startsOn())
                .with("ends_on", state.terms().endsOn())
                .with("hours_per_week", state.terms().hoursPerWeek())
                .withTexts("signed_by", state.signedBy())
                .withJson("signatures", state.signatures())
                .withTexts("missing_signatures", state.missingSignatures())
                .with("activated_on", state.activatedOn().orElse(null))
                .with("ended_on", state.ending().map(Ending::on).orElse(null))
                .with("end_ground", state.ending().flatMap(Ending::ground).orElse(null));
    }
}
