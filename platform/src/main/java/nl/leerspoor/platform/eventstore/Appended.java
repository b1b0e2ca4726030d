package nl.leerspoor.platform.eventstore;

/** Told in process after a commit that appended, so that readers on this node need not wait for their next look. */
public record Appended() {}
