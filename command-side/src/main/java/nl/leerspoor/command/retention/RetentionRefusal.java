package nl.leerspoor.command.retention;

import nl.leerspoor.command.Refusal;

/** Why a command on a retention rule is refused. */
enum RetentionRefusal implements Refusal {
    RETENTION_RULE_NOT_IN_FORCE(
            "Deze bewaartermijn geldt niet, of gold toen niet.",
            "This retention rule is not in force, or was not then."),
    RETENTION_RULE_IN_FORCE_ALREADY(
            "Deze bewaartermijn geldt al in de regio; beëindig die eerst.",
            "This retention rule is in force in the region already; end it first.");

    private final String dutch;
    private final String english;

    RetentionRefusal(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    @Override
    public String dutch() {
        return dutch;
    }

    @Override
    public String english() {
        return english;
    }
}
