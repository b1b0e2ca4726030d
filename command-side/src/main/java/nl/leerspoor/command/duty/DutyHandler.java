package nl.leerspoor.command.duty;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.duty.DutyCommand.DischargeDuty;
import nl.leerspoor.command.duty.DutyCommand.TellThatTheDayCame;
import nl.leerspoor.command.duty.Settling.Settlement;
import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Records what happens to duties, and keeps the list of open ones and the calendar in step in the same transaction. */
@Component
class DutyHandler {

    private final Repository<DutyStream> duties;
    private final OpenDuties open;
    private final DutyCalendarHandler calendar;

    DutyHandler(Repository<DutyStream> duties, OpenDuties open, DutyCalendarHandler calendar) {
        this.duties = duties;
        this.open = open;
        this.calendar = calendar;
    }

    @CommandHandler
    Outcome handle(DischargeDuty command, By by) {
        Aggregate<DutyStream> duty = Streams.load(duties, command.dutyId());
        Outcome outcome = duty.invoke(
                stream -> stream.publish(Discharging.byHand(stream.on(command.effectiveOn()), command), by));
        if (outcome instanceof Outcome.Recorded) {
            DutyRaised raised = raised(duty);
            open.close(raised);
            calendar.strike(raised);
        }
        return outcome;
    }

    @CommandHandler
    void handle(TellThatTheDayCame command, By by) {
        record(Streams.load(duties, command.dutyId()), state -> Discharging.dayCame(state, command), by);
    }

    /** Raises a duty, unless it was raised before. */
    boolean raise(DutyRaised duty, By by) {
        boolean raised = record(
                Streams.create(duties, duty.dutyId(), DutyStream::new), state -> Discharging.raise(state, duty), by);
        if (raised) {
            open.open(duty);
            if (!duty.missed()) {
                calendar.note(duty);
            }
        }
        return raised;
    }

    /** Discharges the duties that an event settles. */
    boolean settle(Settlement settlement, Cause cause, By by) {
        boolean any = false;
        for (UUID id : open.of(settlement.kind(), settlement.subject())) {
            Aggregate<DutyStream> duty = Streams.load(duties, id);
            DutyRaised raised = raised(duty);
            if (settlement.which().test(raised)
                    && record(
                            duty,
                            state -> Discharging.by(state, cause.eventId(), cause.effectiveOn(), settlement.ground()),
                            by)) {
                open.close(raised, cause.eventId());
                calendar.strike(raised);
                any = true;
            }
        }
        return any;
    }

    /** Discharges the open duties of a kind because nothing is left to do, which no event says. */
    void end(DutyKind kind, UUID subject, LocalDate day, By by) {
        for (UUID id : open.of(kind, subject)) {
            Aggregate<DutyStream> duty = Streams.load(duties, id);
            if (record(duty, state -> Discharging.by(state, null, day, Ground.FULFILLED), by)) {
                open.close(raised(duty));
                calendar.strike(raised(duty));
            }
        }
    }

    /** Opens the duties again that a retracted event had discharged, if they are needed still. */
    boolean reopen(UUID retracted, Cause retraction, Predicate<DutyRaised> needed, By by) {
        boolean any = false;
        for (UUID id : open.dischargedBy(retracted)) {
            Aggregate<DutyStream> duty = Streams.load(duties, id);
            DutyRaised raised = raised(duty);
            if (needed.test(raised)
                    && record(
                            duty,
                            state -> Discharging.reopen(
                                    state, retracted, retraction.eventId(), retraction.effectiveOn()),
                            by)) {
                open.reopen(raised, retracted);
                if (stillToCome(duty)) {
                    calendar.note(raised);
                }
                any = true;
            }
        }
        return any;
    }

    /** Whether a duty of a kind stands open for a subject. */
    boolean isOpen(DutyKind kind, UUID subject) {
        return !open.of(kind, subject).isEmpty();
    }

    /** Whether the decision changed anything. What the administration does itself is never refused. */
    private static boolean record(Aggregate<DutyStream> duty, Function<Duty, Decision<DutyEvent>> rule, By by) {
        return switch (duty.invoke(
                stream -> stream.publish(rule.apply(stream.timeline().latest()), by))) {
            case Outcome.Recorded recorded -> recorded.version() > recorded.versionBefore();
            case Outcome.Refused refused ->
                throw new IllegalStateException(
                        "A duty can't live with " + refused.refusal().name() + " " + refused.details());
        };
    }

    private static DutyRaised raised(Aggregate<DutyStream> duty) {
        return switch (state(duty)) {
            case Duty.Open s -> s.raised();
            case Duty.Discharged s -> s.raised();
            case Duty.NotRaised s -> throw new IllegalStateException("A listed duty was never raised");
        };
    }

    private static boolean stillToCome(Aggregate<DutyStream> duty) {
        return state(duty) instanceof Duty.Open state && !state.dayCame();
    }

    private static Duty state(Aggregate<DutyStream> duty) {
        return duty.invoke(stream -> stream.timeline().latest());
    }
}
