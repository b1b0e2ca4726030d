package nl.leerspoor.command.leerbedrijf;

import nl.leerspoor.command.Refusal;

/** Why a command on a leerbedrijf, or a match with it, is refused. */
public enum LeerbedrijfRefusal implements Refusal {
    LEERBEDRIJF_NOT_APPROACHED(
            "Met dit leerbedrijf was toen nog geen contact.", "There had been no contact with this leerbedrijf then."),
    ALREADY_INTERESTED("Het leerbedrijf is al geïnteresseerd.", "The leerbedrijf is interested already."),
    ALREADY_DECLINED("Het leerbedrijf heeft al afgezien.", "The leerbedrijf has declined already."),
    LEERBEDRIJF_DECLINED(
            "Het leerbedrijf heeft afgezien; heropen eerst het contact.",
            "The leerbedrijf declined; reopen the contact first."),
    NOT_DECLINED("Het leerbedrijf heeft niet afgezien.", "The leerbedrijf has not declined."),
    ALREADY_JOINED("Het leerbedrijf doet al mee.", "The leerbedrijf takes part already."),
    LEERBEDRIJF_NOT_JOINED("Het leerbedrijf doet niet mee.", "The leerbedrijf does not take part."),
    LEERBEDRIJF_SUSPENDED(
            "Het leerbedrijf doet tijdelijk niet mee.", "The leerbedrijf takes no part for the time being."),
    ALREADY_SUSPENDED(
            "Het leerbedrijf doet al tijdelijk niet mee.", "The leerbedrijf takes no part for the time being already."),
    NOT_SUSPENDED(
            "Het leerbedrijf heeft de deelname niet onderbroken.", "The leerbedrijf has not interrupted taking part."),
    LEERBEDRIJF_LEFT("Het leerbedrijf is gestopt.", "The leerbedrijf has left."),
    ERKENNING_ALREADY_REQUESTED(
            "De erkenning voor deze crebo is al aangevraagd.", "Erkenning for this crebo was requested already."),
    ERKENNING_ALREADY_ACTIVE(
            "Het leerbedrijf is al erkend voor deze crebo.", "The leerbedrijf has erkenning for this crebo already."),
    ERKENNING_MISSING(
            "Het leerbedrijf is niet erkend voor deze crebo.", "The leerbedrijf has no erkenning for this crebo."),
    ASSESSED_AFTER_CONFIRMATION(
            "De beoordeling door SBB ligt na de bevestiging.", "The assessment by SBB lies after the confirmation."),
    PERIOD_ENDS_BEFORE_START("De periode eindigt voor het begin.", "The period ends before it starts."),
    NO_PLACES_OFFERED("Voor deze crebo zijn geen plekken aangeboden.", "No places are on offer for this crebo."),
    CONTACT_PERSON_SPEAKS_NOW(
            "Deze persoon spreekt nu voor het leerbedrijf, dus de gegevens zijn nog nodig (AVG art. 17 lid 1 a)."
                    + " Noem eerst een ander als contactpersoon.",
            "This person speaks for the leerbedrijf now, so the data are still needed (GDPR art. 17(1)(a))."
                    + " Name another contact person first.");

    private final String dutch;
    private final String english;

    LeerbedrijfRefusal(String dutch, String english) {
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
