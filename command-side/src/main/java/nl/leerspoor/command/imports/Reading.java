package nl.leerspoor.command.imports;

import nl.leerspoor.command.Command;
import nl.leerspoor.platform.http.Problem;

/** What a line was read as. */
sealed interface Reading {

    int line();

    /**
     * A command to decide.
     *
     * @param fingerprint hash of what the line asks, the same for every way to write it
     */
    record Asked(int line, Command command, byte[] fingerprint) implements Reading {}

    /** Nothing that could be decided. */
    record Faulty(int line, Problem problem) implements Reading {}
}
