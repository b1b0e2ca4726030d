package nl.leerspoor.command;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody asks the administration to record. A command is a record whose first component is the id of the thing
 * that it is about; the other components are the JSON of the request.
 */
@KnownCodes
public interface Command {

    /** The stream that decides on it. */
    UUID target();

    /**
     * The business date from which the fact holds; the person who sends it knows it, the clock doesn't. Null for a
     * correction or retraction, which keeps the date of what it corrects.
     */
    LocalDate effectiveOn();

    /** A command that makes a new thing. The caller may give its id; else the server draws one. */
    interface Creation extends Command {

        String region();
    }

    /**
     * A command that tells who somebody is or how they are. What is kept to know a repeat by is a keyed hash of it: a
     * plain one could be guessed from.
     */
    interface Confidential extends Command {}
}
