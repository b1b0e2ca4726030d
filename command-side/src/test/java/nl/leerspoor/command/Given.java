package nl.leerspoor.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;

/** What a test on a rule is given: facts, and who acts. */
public final class Given {

    /** Who enters a fact when it doesn't matter who. */
    public static final String SOMEBODY = "testgebruiker";

    private Given() {}

    /** The timeline of these facts; the ids are those of {@link #idOf}. */
    @SafeVarargs
    public static <E extends Event, S> Timeline<E, S> facts(
            S beginning, Timeline.Evolution<E, S> evolution, E... events) {
        Timeline<E, S> timeline = Timeline.empty(beginning, evolution);
        for (int place = 0; place < events.length; place++) {
            timeline = timeline.plus(
                    new Fact<>(idOf(place), place, Instant.parse("2020-01-01T09:00:00Z"), SOMEBODY, events[place]));
        }
        return timeline;
    }

    /** The id of the fact in a place of the timeline. */
    public static UUID idOf(int place) {
        return new UUID(0xFACL, place);
    }

    /** Somebody in a role for an organisation, on a day. */
    public static By by(String name, String role, String organisation, LocalDate today) {
        return new By(
                name,
                role,
                organisation,
                "correlation",
                "causation",
                "command",
                "API",
                today.atTime(9, 0).atZone(By.ZONE).toInstant());
    }
}
