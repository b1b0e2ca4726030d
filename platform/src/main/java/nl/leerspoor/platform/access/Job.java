package nl.leerspoor.platform.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Work that the program does by itself, under the name {@code system:<job>}. A job may what it is for, and nothing else. */
public enum Job {
    /** Keeps the calendar of duties. */
    DUTIES("system:duties", Set.of(Action.TELL_THAT_THE_DAY_CAME, Action.TELL_OF_PROPOSALS)),
    /** Erases again whom a restored backup brought back. */
    SHRED_REGISTER("system:shred-register", Set.of(Action.ERASE_AGAIN));

    private final String subject;
    private final Set<Action> actions;

    Job(String subject, Set<Action> actions) {
        this.subject = subject;
        this.actions = actions;
    }

    /** The job of a name, {@code system:duties}. */
    public static Optional<Job> named(String subject) {
        return Arrays.stream(values())
                .filter(job -> job.subject.equals(subject))
                .findFirst();
    }

    /** What its facts are recorded under. */
    public String subject() {
        return subject;
    }

    public boolean may(Action action) {
        return actions.contains(action);
    }
}
