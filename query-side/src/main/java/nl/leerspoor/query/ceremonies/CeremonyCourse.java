package nl.leerspoor.query.ceremonies;

import java.time.LocalDate;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyCancelled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyHeld;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyRescheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyScheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.VerklaringNominated;
import nl.leerspoor.query.ceremonies.CeremonyState.Move;
import nl.leerspoor.query.ceremonies.CeremonyState.Planning;

/** What each fact changes in what is told of a ceremony. */
final class CeremonyCourse {

    private CeremonyCourse() {}

    static CeremonyState evolve(CeremonyState state, Fact<CeremonyEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case AwardCeremonyScheduled e ->
                CeremonyState.planned(new Planning(e.region(), e.reference(), e.place()), e.on());
            case VerklaringNominated e -> state.nominating(e.verklaringId());
            case AwardCeremonyRescheduled e -> state.moved(new Move(day, e.oldOn(), e.newOn(), e.cause()));
            case AwardCeremonyCancelled e -> state.cancelled();
            case AwardCeremonyHeld e -> state.held(day, e.present(), e.absent());
        };
    }
}
