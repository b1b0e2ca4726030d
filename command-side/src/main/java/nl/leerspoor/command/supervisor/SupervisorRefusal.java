package nl.leerspoor.command.supervisor;

import nl.leerspoor.command.Refusal;

/** Why a command on a supervisor, or a place with one, is refused. */
public enum SupervisorRefusal implements Refusal {
    SUPERVISOR_NOT_REGISTERED(
            "De praktijkbegeleider was toen nog niet aangemeld.", "The supervisor had not been registered then."),
    UNKNOWN_LEERBEDRIJF("Dit leerbedrijf bestaat niet.", "There is no such leerbedrijf."),
    SUPERVISOR_OF_OTHER_LEERBEDRIJF(
            "De praktijkbegeleider werkt bij een ander leerbedrijf.", "The supervisor works for another leerbedrijf."),
    SUPERVISOR_NOT_TRAINED("De praktijkbegeleider is niet opgeleid.", "The supervisor is not trained."),
    SUPERVISOR_TRAINING_EXPIRED(
            "De opleiding van de praktijkbegeleider is verlopen.", "The supervisor's training has expired."),
    SUPERVISOR_UNAVAILABLE("De praktijkbegeleider is niet beschikbaar.", "The supervisor is not available."),
    NO_FREE_PLACE("De praktijkbegeleider heeft geen plek vrij.", "The supervisor has no free place."),
    ALREADY_RESERVED(
            "Bij deze praktijkbegeleider is voor dit traject al een plek bezet.",
            "A place with this supervisor is taken for this trajectory already."),
    SUPERVISOR_HAS_RESERVATIONS(
            "Bij deze praktijkbegeleider zijn nog plekken bezet.", "Places with this supervisor are still taken."),
    SAME_LEERBEDRIJF("De praktijkbegeleider werkt daar al.", "The supervisor works there already."),
    CAPACITY_UNCHANGED("Het aantal plekken verandert niet.", "The number of places does not change."),
    CAPACITY_BELOW_RESERVATIONS(
            "Er zijn meer plekken bezet dan dit aantal.", "More places than this number are taken."),
    ALREADY_UNAVAILABLE("De praktijkbegeleider is al niet beschikbaar.", "The supervisor is not available already."),
    NOT_UNAVAILABLE("De praktijkbegeleider is beschikbaar.", "The supervisor is available."),
    ALREADY_ENROLLED(
            "De praktijkbegeleider doet al mee aan deze opleiding.",
            "The supervisor takes part in this training already."),
    NOT_ENROLLED(
            "De praktijkbegeleider deed niet mee aan deze opleiding.",
            "The supervisor did not take part in this training."),
    ALREADY_TRAINED(
            "De praktijkbegeleider is al opgeleid, minstens zo lang geldig.",
            "The supervisor is trained already, for at least as long."),
    ALREADY_EXEMPTED(
            "De praktijkbegeleider is al vrijgesteld van de opleiding.",
            "The supervisor is exempted from training already."),
    VALID_UNTIL_BEFORE_TRAINED(
            "De opleiding zou verlopen zijn voor zij telt.", "The training would have expired before it counts."),
    NOT_A_TRAINED_FACT(
            "Dit feit zegt niet dat de praktijkbegeleider is opgeleid.",
            "This fact does not say that the supervisor is trained."),
    ALREADY_RETRACTED("Dit feit is al herroepen.", "This fact was retracted already."),
    SUPERVISOR_GUIDES_NOW(
            "De praktijkbegeleider begeleidt nu iemand, dus de gegevens zijn nog nodig (AVG art. 17 lid 1 a)."
                    + " Geef die kandidaat eerst een andere begeleider.",
            "The supervisor guides somebody now, so the data are still needed (GDPR art. 17(1)(a))."
                    + " Give that candidate another supervisor first.");

    private final String dutch;
    private final String english;

    SupervisorRefusal(String dutch, String english) {
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
