package nl.leerspoor.events;

import java.util.UUID;

/**
 * What could be read of a person can't be read any more, here or in any copy, from this event on. The event tells that it
 * was there, when it went and on whose authority; figures and order stay as they were (rule B32).
 */
public interface Erasure extends Event {

    UUID personId();
}
