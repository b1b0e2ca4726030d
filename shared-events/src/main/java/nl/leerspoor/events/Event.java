package nl.leerspoor.events;

import java.time.LocalDate;

/**
 * Something that happened, as it is stored and published for ever. Events are records with raw JDK types only; who
 * entered them and when is metadata, never payload.
 */
public interface Event {

    /** The labour-market region that the fact belongs to, {@code AM} and two digits. A stream never leaves its region. */
    String region();

    /** The business date from which the fact holds; it may differ from the day on which it was entered. */
    LocalDate effectiveOn();
}
