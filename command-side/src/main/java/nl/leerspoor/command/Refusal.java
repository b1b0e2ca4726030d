package nl.leerspoor.command;

/** Why a rule refuses a command: a stable code, and its title for people. Each aggregate has an enum of its own. */
public interface Refusal {

    /** The stable code, as {@code SUPERVISOR_NOT_TRAINED}. */
    String name();

    String dutch();

    String english();
}
