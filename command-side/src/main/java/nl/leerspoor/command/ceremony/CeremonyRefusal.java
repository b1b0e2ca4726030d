package nl.leerspoor.command.ceremony;

import nl.leerspoor.command.Refusal;

/** Why a command on a ceremony is refused. */
public enum CeremonyRefusal implements Refusal {
    CEREMONY_NOT_SCHEDULED("De uitreiking was toen nog niet gepland.", "The ceremony had not been scheduled then."),
    CEREMONY_ALREADY_HELD("De uitreiking is al geweest.", "The ceremony was held already."),
    CEREMONY_CANCELLED("De uitreiking gaat niet door.", "The ceremony was cancelled."),
    CEREMONY_BEFORE_DECISION(
            "De datum van de uitreiking ligt voor de datum van het besluit.",
            "The date of the ceremony lies before the date of the decision."),
    CEREMONY_DATE_UNCHANGED("De datum verandert niet.", "The date does not change."),
    UNKNOWN_VERKLARING("Deze verklaring bestaat niet.", "There is no such verklaring."),
    VERKLARING_NOT_NOMINABLE(
            "Alleen een vastgestelde verklaring die nog niet is uitgereikt, kan worden voorgedragen.",
            "Only an approved verklaring that was not issued yet can be nominated."),
    ALREADY_NOMINATED("Deze verklaring is al voorgedragen.", "This verklaring is nominated already."),
    NOT_EXACTLY_THE_NOMINATED(
            "Aanwezig en afwezig samen moeten precies de voorgedragen verklaringen zijn.",
            "Present and absent together must be exactly the nominated verklaringen."),
    VERKLARINGEN_NOT_ISSUABLE(
            "Niet elke verklaring kan worden uitgereikt; bij elke staat waarom niet.",
            "Not every verklaring can be issued; for each it says why not.");

    private final String dutch;
    private final String english;

    CeremonyRefusal(String dutch, String english) {
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
