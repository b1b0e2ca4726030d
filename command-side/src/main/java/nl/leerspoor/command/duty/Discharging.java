package nl.leerspoor.command.duty;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.duty.DutyRefusal.DUTY_ALREADY_DISCHARGED;
import static nl.leerspoor.command.duty.DutyRefusal.DUTY_ENDS_BY_DOING_IT;
import static nl.leerspoor.command.duty.DutyRefusal.DUTY_NOT_RAISED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.duty.DutyCommand.DischargeDuty;
import nl.leerspoor.command.duty.DutyCommand.TellThatTheDayCame;
import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.events.duty.DutyEvent.DutyBecameDue;
import nl.leerspoor.events.duty.DutyEvent.DutyDischarged;
import nl.leerspoor.events.duty.DutyEvent.DutyEscalated;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.duty.DutyEvent.DutyReopened;

/**
 * The rules of one duty: raised once, told of once, discharged, and open again when what discharged it never was. What
 * the administration itself does twice is nothing new; only people are refused.
 */
final class Discharging {

    private Discharging() {}

    static Decision<DutyEvent> raise(Duty state, DutyRaised duty) {
        return state instanceof Duty.NotRaised ? accepted(duty) : nothing();
    }

    /** Told on the day and not before it, and only while it stands open and nobody was told. */
    static Decision<DutyEvent> dayCame(Duty state, TellThatTheDayCame command) {
        return state instanceof Duty.Open open
                        && !open.dayCame()
                        && !open.raised().dueOn().isAfter(command.effectiveOn())
                ? accepted(told(open, later(open.raised().dueOn(), open.asOf())))
                : nothing();
    }

    private static DutyEvent told(Duty.Open open, LocalDate on) {
        DutyRaised duty = open.raised();
        Optional<String> toRole = DutyKind.of(duty).escalatesTo();
        return toRole.<DutyEvent>map(
                        role -> new DutyEscalated(duty.dutyId(), duty.region(), on, duty.kind(), duty.forRole(), role))
                .orElseGet(() -> new DutyBecameDue(duty.dutyId(), duty.region(), on, duty.kind(), duty.forRole()));
    }

    /** Nobody discharges what people may ask of their own data, but by doing it (AVG art. 12(3)). */
    static Decision<DutyEvent> byHand(Duty state, DischargeDuty command) {
        return switch (state) {
            case Duty.NotRaised s -> rejected(DUTY_NOT_RAISED);
            case Duty.Discharged s -> rejected(DUTY_ALREADY_DISCHARGED);
            case Duty.Open s when DutyKind.of(s.raised()).isOfPrivacy() -> rejected(DUTY_ENDS_BY_DOING_IT);
            case Duty.Open s ->
                accepted(new DutyDischarged(
                        s.raised().dutyId(),
                        s.raised().region(),
                        command.effectiveOn(),
                        s.raised().kind(),
                        "BY_HAND",
                        null,
                        command.reason()));
        };
    }

    /** Discharged by an event, on its day, or by none, {@code eventId} being null; a duty that was raised for a later day is discharged on that. */
    static Decision<DutyEvent> by(Duty state, UUID eventId, LocalDate effectiveOn, Ground ground) {
        return state instanceof Duty.Open open
                ? accepted(new DutyDischarged(
                        open.raised().dutyId(),
                        open.raised().region(),
                        later(effectiveOn, open.asOf()),
                        open.raised().kind(),
                        ground.name(),
                        eventId,
                        null))
                : nothing();
    }

    static Decision<DutyEvent> reopen(Duty state, UUID retracted, UUID retraction, LocalDate effectiveOn) {
        return state instanceof Duty.Discharged discharged && discharged.by().equals(Optional.of(retracted))
                ? accepted(new DutyReopened(
                        discharged.raised().dutyId(),
                        discharged.raised().region(),
                        later(effectiveOn, discharged.asOf()),
                        discharged.raised().kind(),
                        retracted,
                        retraction))
                : nothing();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Decision<DutyEvent> nothing() {
        return accepted(List.of());
    }
}
