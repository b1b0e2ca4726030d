package nl.leerspoor.command.duty;

import nl.leerspoor.command.Refusal;

/** Why a command on a duty is refused. */
enum DutyRefusal implements Refusal {
    DUTY_NOT_RAISED("De taak bestond toen nog niet.", "The duty did not exist then."),
    DUTY_ALREADY_DISCHARGED("De taak is al vervallen of gedaan.", "The duty is discharged already."),
    DUTY_ENDS_BY_DOING_IT(
            "Deze taak vervalt niet met de hand, alleen door die te doen.",
            "This duty is not discharged by hand, only by doing it.");

    private final String dutch;
    private final String english;

    DutyRefusal(String dutch, String english) {
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
