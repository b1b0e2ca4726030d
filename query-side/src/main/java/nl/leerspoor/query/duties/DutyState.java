package nl.leerspoor.query.duties;

import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;

/**
 * All that is told of a duty at the end of a day.
 *
 * @param remindedOn  when its day came while it stood open
 * @param escalatedTo who heard of it then, if anybody higher up
 * @param discharge   present when nobody has to do it any more
 */
record DutyState(
        DutyRaised raised,
        LocalDate since,
        Optional<LocalDate> remindedOn,
        Optional<String> escalatedTo,
        Optional<Discharge> discharge) {

    /** Why it has not to be done any more. */
    record Discharge(LocalDate on, String ground, Optional<String> reason) {}

    /** How a duty stands. */
    enum Stand {
        OPEN,
        DISCHARGED
    }

    Stand stand() {
        return discharge.isPresent() ? Stand.DISCHARGED : Stand.OPEN;
    }

    DutyState reminded(LocalDate day) {
        return new DutyState(raised, since, Optional.of(day), escalatedTo, discharge);
    }

    DutyState escalated(LocalDate day, String role) {
        return new DutyState(raised, since, Optional.of(day), Optional.of(role), discharge);
    }

    DutyState discharged(Discharge how) {
        return new DutyState(raised, since, remindedOn, escalatedTo, Optional.of(how));
    }

    DutyState reopened() {
        return new DutyState(raised, since, remindedOn, escalatedTo, Optional.empty());
    }
}
