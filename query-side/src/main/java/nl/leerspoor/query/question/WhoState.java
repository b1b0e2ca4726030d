package nl.leerspoor.query.question;

/** What is known of who somebody is. */
public enum WhoState {
    /** It was recorded, and can be read. */
    KNOWN,
    /** It was never recorded. */
    UNKNOWN,
    /** It was recorded, and erased for ever. */
    ERASED
}
