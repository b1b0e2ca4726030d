package nl.leerspoor.command.following;

/** What the administration does by itself when an event has come in. */
public interface Effects {

    /** Under which name it is kept how far this came; it never changes. */
    String name();

    /**
     * Does what follows from an event, in the running transaction.
     *
     * @param late whether later events were followed already, because this one had to wait
     * @return whether anything was recorded
     */
    boolean of(FollowedEvent event, boolean late);
}
