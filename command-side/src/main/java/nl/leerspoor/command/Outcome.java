package nl.leerspoor.command;

import java.util.Map;
import java.util.UUID;

/** What became of a command, for the one who sent it. */
public sealed interface Outcome {

    /** The version at which the command found its stream; -1 when the stream did not exist. */
    long versionBefore();

    /**
     * Recorded.
     *
     * @param id      the stream that decided
     * @param version its version now
     * @param result  what else the sender wants to know, such as who was skipped; empty for most commands
     */
    record Recorded(UUID id, long versionBefore, long version, Map<String, ?> result) implements Outcome {

        /** The same outcome, with something to tell. */
        public Recorded telling(Map<String, ?> told) {
            return new Recorded(id, versionBefore, version, told);
        }
    }

    /** Refused by a rule; nothing was recorded. */
    record Refused(long versionBefore, Refusal refusal, Map<String, ?> details) implements Outcome {}
}
