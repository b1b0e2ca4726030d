package nl.leerspoor.events;

import java.util.List;
import java.util.UUID;

/** An event which says that earlier facts of its stream never happened. It keeps the effective date of the first. */
public interface Retraction extends Event {

    /** The ids of the events that never happened. */
    List<UUID> retracts();
}
