package nl.leerspoor.events;

import java.time.LocalDate;
import java.util.UUID;

/** An event which says that an earlier fact of its stream did happen, but on another day. */
public interface Redating extends Event {

    /** The id of the event whose date was wrong. */
    UUID corrects();

    /** The day on which it really happened. */
    LocalDate correctedDate();
}
