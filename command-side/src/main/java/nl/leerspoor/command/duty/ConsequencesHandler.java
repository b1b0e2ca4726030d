package nl.leerspoor.command.duty;

import java.time.Clock;
import java.util.function.Predicate;
import nl.leerspoor.command.By;
import nl.leerspoor.command.duty.Settling.Settlement;
import nl.leerspoor.command.following.Effects;
import nl.leerspoor.command.following.FollowedEvent;
import nl.leerspoor.events.Retraction;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.platform.access.Job;
import org.springframework.stereotype.Component;

/**
 * Has duties settled, opened again and raised as events ask. Duties' own events come along too, and ask nothing. An event
 * that comes late settles only what was raised before it, and raises only what is needed by now, since later events were
 * followed without it.
 */
@Component
class ConsequencesHandler implements Effects {

    private final DutyHandler duties;
    private final WhereaboutsHandler whereabouts;
    private final Clock clock;

    ConsequencesHandler(DutyHandler duties, WhereaboutsHandler whereabouts, Clock clock) {
        this.duties = duties;
        this.whereabouts = whereabouts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "duties";
    }

    /** Settles first, so that an event which both settles a duty and raises the next one leaves the next one. */
    @Override
    public boolean of(FollowedEvent followed, boolean late) {
        Cause cause = new Cause(followed.id(), followed.event(), followed.seenOn());
        By by = by(followed);
        whereabouts.note(cause.event());
        Whereabouts then = whereabouts.asOf(followed.position(), duties);
        Whereabouts now = late ? whereabouts.asOf(Long.MAX_VALUE, duties) : then;
        Predicate<DutyRaised> earlier =
                duty -> !late || whereabouts.positionOf(duty.causeEventId()) < followed.position();
        boolean any = false;
        for (Settlement settlement : Settling.of(cause.event(), now)) {
            any |= duties.settle(settlement.only(earlier), cause, by);
        }
        if (cause.event() instanceof Retraction retraction) {
            for (var retracted : retraction.retracts()) {
                any |= duties.reopen(retracted, cause, duty -> Needs.stands(duty, now), by);
            }
        }
        for (DutyRaised duty : Raising.of(cause, then)) {
            any |= (!late || Needs.stands(duty, now)) && duties.raise(duty, by);
        }
        return any;
    }

    private By by(FollowedEvent cause) {
        String id = cause.id().toString();
        return new By(Job.DUTIES.subject(), "", "", cause.correlationId(), id, id, "SYSTEM", clock.instant());
    }
}
