package nl.leerspoor.command.cohort;

import nl.leerspoor.command.Refusal;

/** Why a command on a cohort is refused. */
public enum CohortRefusal implements Refusal {
    COHORT_NOT_CREATED("Het cohort bestond toen nog niet.", "The cohort did not exist then."),
    COHORT_EMPTY("Het cohort had toen geen leden.", "The cohort had no members then."),
    COHORT_FULL("Het cohort heeft al 500 leden.", "The cohort has 500 members already."),
    UNKNOWN_TRAJECTORY("Dit traject bestaat niet.", "There is no such trajectory."),
    ALREADY_A_MEMBER("Dit traject zit al in het cohort.", "This trajectory is in the cohort already."),
    NOT_A_MEMBER("Dit traject zat toen niet in het cohort.", "This trajectory was not in the cohort then.");

    private final String dutch;
    private final String english;

    CohortRefusal(String dutch, String english) {
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
