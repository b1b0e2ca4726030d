package nl.leerspoor.command.duty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.events.duty.DutyEvent.DutyBecameDue;
import nl.leerspoor.events.duty.DutyEvent.DutyDischarged;
import nl.leerspoor.events.duty.DutyEvent.DutyEscalated;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.duty.DutyEvent.DutyReopened;

/** A duty, as its facts make it: not raised, open, or discharged. */
sealed interface Duty {

    /** Nothing happened yet. */
    record NotRaised() implements Duty {}

    /**
     * Somebody has to do it.
     *
     * @param dayCame whether its day came, or had passed when it was raised: then nobody is told again
     * @param asOf    the day of its latest fact
     */
    record Open(DutyRaised raised, boolean dayCame, LocalDate asOf) implements Duty {}

    /**
     * Nobody has to do it any more.
     *
     * @param by the event that discharged it; empty when it was done by hand
     */
    record Discharged(DutyRaised raised, boolean dayCame, LocalDate asOf, Optional<UUID> by) implements Duty {}

    /** The state after one more fact. */
    static Duty evolve(Duty state, Fact<DutyEvent> fact) {
        return switch (fact.event()) {
            case DutyRaised e when state instanceof NotRaised -> new Open(e, e.missed(), fact.effectiveOn());
            case DutyRaised e -> throw new Impossible(state, e);
            case DutyBecameDue e -> onItsDay(state, e, fact.effectiveOn());
            case DutyEscalated e -> onItsDay(state, e, fact.effectiveOn());
            case DutyDischarged e
            when state instanceof Open open ->
                new Discharged(
                        open.raised(),
                        open.dayCame(),
                        fact.effectiveOn(),
                        Optional.ofNullable(e.dischargedByEventId()));
            case DutyDischarged e -> throw new Impossible(state, e);
            case DutyReopened e
            when state instanceof Discharged discharged && discharged.by().equals(Optional.of(e.retractedEventId())) ->
                new Open(discharged.raised(), discharged.dayCame(), fact.effectiveOn());
            case DutyReopened e -> throw new Impossible(state, e);
        };
    }

    private static Duty onItsDay(Duty state, DutyEvent event, LocalDate day) {
        if (state instanceof Open open && !open.dayCame()) {
            return new Open(open.raised(), true, day);
        }
        throw new Impossible(state, event);
    }
}
