package nl.leerspoor.command.duty;

/** Why an event discharges a duty. */
enum Ground {
    /** What the duty asked for happened. */
    FULFILLED,
    /** The need for it went away. */
    NOT_NEEDED_ANY_MORE,
    /** What had raised it never happened. */
    CAUSE_RETRACTED
}
