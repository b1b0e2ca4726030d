package nl.leerspoor.query.stream;

import java.util.List;

/** Knows who receives events in one way. */
@FunctionalInterface
public interface Receivers {

    /** All of them, in any order. */
    List<Receiver> receivers();
}
