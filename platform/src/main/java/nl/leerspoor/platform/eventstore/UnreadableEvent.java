package nl.leerspoor.platform.eventstore;

/** A stored event of a known name and revision whose content can't be read: it was damaged. Nobody may pass it unseen. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;

    UnreadableEvent(long position, RuntimeException cause) {
        super("The event at position " + position + " can't be read", cause);
        this.position = position;
    }

    /** Where readers stand still. */
    public long position() {
        return position;
    }
}
