package nl.leerspoor.command.duty;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.NamedId;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;

/**
 * An event as the source of duties.
 *
 * @param seenOn the day on which it came in, whatever day it was said to be entered on: a past that is loaded today was
 *               first seen today
 */
record Cause(UUID eventId, Event event, LocalDate seenOn) {

    /** The name under which the event is stored. */
    String name() {
        return Catalogue.nameOf(event.getClass());
    }

    LocalDate effectiveOn() {
        return event.effectiveOn();
    }

    /** The id of the duty of a kind that this raises for a subject: always the same, so that it is raised once. */
    UUID dutyId(DutyKind kind, String subject) {
        return NamedId.of(eventId, kind + "/" + subject);
    }
}
