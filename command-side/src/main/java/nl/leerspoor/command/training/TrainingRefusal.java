package nl.leerspoor.command.training;

import nl.leerspoor.command.Refusal;

/** Why a command on a training, or a seat in one, is refused. */
public enum TrainingRefusal implements Refusal {
    UNKNOWN_TRAINING("Deze opleiding bestaat niet.", "There is no such training."),
    TRAINING_NOT_SCHEDULED("De opleiding was toen nog niet gepland.", "The training had not been planned then."),
    TRAINING_NOT_STARTED("De opleiding is nog niet begonnen.", "The training has not started."),
    TRAINING_SUSPENDED("De opleiding ligt stil.", "The training lies still."),
    TRAINING_NOT_SUSPENDED("De opleiding ligt niet stil.", "The training does not lie still."),
    TRAINING_COMPLETED("De opleiding is afgerond.", "The training is completed."),
    TRAINING_CANCELLED("De opleiding gaat niet door.", "The training is cancelled."),
    TRAINING_FULL("De opleiding is vol.", "The training is full."),
    END_BEFORE_START("Het einde ligt voor het begin.", "The end lies before the start."),
    END_BEFORE_RESUMPTION("Het nieuwe einde ligt voor de hervatting.", "The new end lies before the training goes on."),
    RESUMPTION_BEFORE_SUSPENSION(
            "De verwachte hervatting ligt voor het stilleggen.", "The expected resumption lies before the suspension."),
    VALID_UNTIL_BEFORE_COMPLETION(
            "De opleiding zou verlopen zijn voor zij is afgerond.",
            "The training would have expired before its completion."),
    PASSED_NOT_ENROLLED("Er is iemand geslaagd die niet meedeed.", "Somebody passed who did not take part.");

    private final String dutch;
    private final String english;

    TrainingRefusal(String dutch, String english) {
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
