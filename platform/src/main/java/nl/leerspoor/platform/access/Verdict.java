package nl.leerspoor.platform.access;

/** Whether somebody may. */
public enum Verdict {
    ALLOWED,
    /** Only totals with small numbers left out (rule B34); nothing that tells of one thing. */
    ALLOWED_AS_AGGREGATES,
    /** Their role may do this with other things; the answer is, to the byte, that of a thing which doesn't exist. */
    REFUSED_AS_ABSENT,
    /** Nobody in their role may do this with anything, which tells them nothing about the thing. */
    REFUSED
}
