package nl.leerspoor.query.duties;

import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.events.duty.DutyEvent.DutyBecameDue;
import nl.leerspoor.events.duty.DutyEvent.DutyDischarged;
import nl.leerspoor.events.duty.DutyEvent.DutyEscalated;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.duty.DutyEvent.DutyReopened;
import nl.leerspoor.query.duties.DutyState.Discharge;

/** What each fact changes in what is told of a duty. */
final class DutyCourse {

    private DutyCourse() {}

    static DutyState evolve(DutyState state, Fact<DutyEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case DutyRaised e -> new DutyState(e, day, Optional.empty(), Optional.empty(), Optional.empty());
            case DutyBecameDue e -> state.reminded(day);
            case DutyEscalated e -> state.escalated(day, e.toRole());
            case DutyDischarged e -> state.discharged(new Discharge(day, e.ground(), Optional.ofNullable(e.reason())));
            case DutyReopened e -> state.reopened();
        };
    }
}
