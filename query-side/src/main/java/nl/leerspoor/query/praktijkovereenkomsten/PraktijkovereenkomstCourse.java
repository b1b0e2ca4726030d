package nl.leerspoor.query.praktijkovereenkomsten;

import java.util.List;
import java.util.Optional;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstAmended;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEndRetracted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEnded;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstRejected;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstSigned;
import nl.leerspoor.query.praktijkovereenkomsten.PraktijkovereenkomstState.Ending;
import nl.leerspoor.query.praktijkovereenkomsten.PraktijkovereenkomstState.Parties;
import nl.leerspoor.query.praktijkovereenkomsten.PraktijkovereenkomstState.Phase;
import nl.leerspoor.query.praktijkovereenkomsten.PraktijkovereenkomstState.Signature;
import nl.leerspoor.query.praktijkovereenkomsten.PraktijkovereenkomstState.Terms;

/** What each fact changes in what is told of a praktijkovereenkomst. */
final class PraktijkovereenkomstCourse {

    private PraktijkovereenkomstCourse() {}

    static PraktijkovereenkomstState evolve(PraktijkovereenkomstState state, Fact<PraktijkovereenkomstEvent> fact) {
        return switch (fact.event()) {
            case PraktijkovereenkomstDrafted e ->
                new PraktijkovereenkomstState(
                        new Parties(
                                e.region(),
                                e.reference(),
                                e.trajectoryId(),
                                e.candidateId(),
                                e.leerbedrijfId(),
                                e.supervisorId(),
                                e.schoolId(),
                                e.crebo(),
                                e.legalRepresentativeRequired()),
                        e.leerweg(),
                        new Terms(e.start(), e.end(), e.hoursPerWeek()),
                        Phase.DRAFTED,
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
            case PraktijkovereenkomstSigned e -> state.signed(new Signature(e.party(), fact.effectiveOn(), e.method()));
            case PraktijkovereenkomstActivated e -> state.active(fact.effectiveOn());
            case PraktijkovereenkomstAmended e -> state.amended(new Terms(e.start(), e.end(), e.hoursPerWeek()));
            case PraktijkovereenkomstDissolved e ->
                state.over(Phase.DISSOLVED, new Ending(fact.effectiveOn(), Optional.of(e.ground())));
            case PraktijkovereenkomstEnded e ->
                state.over(Phase.ENDED, new Ending(fact.effectiveOn(), Optional.empty()));
            case PraktijkovereenkomstRejected e ->
                state.over(Phase.REJECTED, new Ending(fact.effectiveOn(), Optional.of(e.reason())));
            case PraktijkovereenkomstEndRetracted e -> state;
        };
    }
}
