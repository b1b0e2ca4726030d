package nl.leerspoor.query.webhook;

/** Whether a receiver is called, and if not, why not. Whatever the reason, what happened meanwhile is told afterwards. */
public enum Standing {
    ACTIVE,
    /** Its owner wants it so. */
    PAUSED,
    /** Its owner showed no token for 90 days, and may not have its rights any more. */
    RIGHTS_NOT_SHOWN,
    /** Its owner has none of its regions any more. */
    RIGHTS_LOST,
    /** More things wait behind a message that couldn't be told than are kept. */
    TOO_MANY_PARKED,
    /** The receiver answered 410: it wants no more. */
    GONE,
    /** Nothing was taken for five days. */
    FAILED_TOO_LONG
}
