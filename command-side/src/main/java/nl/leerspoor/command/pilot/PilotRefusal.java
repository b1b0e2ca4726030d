package nl.leerspoor.command.pilot;

import nl.leerspoor.command.Refusal;

/** Why a command on a pilot is refused. */
public enum PilotRefusal implements Refusal {
    PILOT_NOT_STARTED("De pilot was toen nog niet begonnen.", "The pilot had not started then."),
    PILOT_ALREADY_COMPLETED("De pilot is al afgerond.", "The pilot is completed already."),
    PILOT_ALREADY_RUNNING(
            "In deze regio loopt al een pilot van dit programma.",
            "A pilot of this programme is running in this region already."),
    PLANNED_END_BEFORE_START("Het geplande einde ligt voor het begin.", "The planned end lies before the start."),
    PLANNED_END_UNCHANGED("Het geplande einde verandert niet.", "The planned end does not change."),
    CARRY_OVER_INCOMPLETE(
            "Niet elk open traject staat op de lijst van trajecten die doorgaan, of er staat een ander op.",
            "The carry-over list does not name exactly the open trajectories.");

    private final String dutch;
    private final String english;

    PilotRefusal(String dutch, String english) {
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
