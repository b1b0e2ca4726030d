package nl.leerspoor.command.verklaring;

import nl.leerspoor.command.Refusal;

/** Why a command on a verklaring is refused. */
public enum VerklaringRefusal implements Refusal {
    UNKNOWN_TRAJECTORY("Dit traject bestaat niet.", "There is no such trajectory."),
    LEARNING_NOT_ENDED(
            "Een verklaring kan pas worden opgesteld als het leren in deze regio is geëindigd.",
            "A verklaring can be drafted only when learning in this region has ended."),
    LINE_NOT_CONFIRMED(
            "Niet elk werkproces is bij dit leerbedrijf bevestigd door de school.",
            "Not every werkproces was confirmed by the school at this leerbedrijf."),
    LINES_OF_SEVERAL_SCHOOLS(
            "De werkprocessen zijn door verschillende scholen bevestigd; stel per school een verklaring op.",
            "The werkprocessen were confirmed by several schools; draft a verklaring for each."),
    LINE_ON_OTHER_VERKLARING(
            "Een werkproces staat al op een andere verklaring.", "A werkproces stands on another verklaring already."),
    NO_DOCUMENT_REGIME(
            "Op deze datum bestond er geen vorm voor deze verklaring.",
            "There was no legal form of this paper on that date."),
    VERKLARING_NOT_DRAFTED("De verklaring was toen nog niet opgesteld.", "The verklaring had not been drafted then."),
    VERKLARING_ALREADY_SIGNED("Het leerbedrijf heeft al getekend.", "The leerbedrijf has signed already."),
    VERKLARING_NOT_SIGNED("Het leerbedrijf had toen nog niet getekend.", "The leerbedrijf had not signed then."),
    VERKLARING_ALREADY_APPROVED("De verklaring is al vastgesteld.", "The verklaring is approved already."),
    VERKLARING_NOT_APPROVED("De verklaring was toen nog niet vastgesteld.", "The verklaring was not approved then."),
    VERKLARING_ALREADY_ISSUED("De verklaring is al uitgereikt.", "The verklaring is issued already."),
    VERKLARING_NOT_ISSUED("De verklaring was toen nog niet uitgereikt.", "The verklaring was not issued then."),
    VERKLARING_OVER(
            "De verklaring is ingetrokken, geweigerd of vervangen.",
            "The verklaring was withdrawn, refused, revoked or replaced."),
    NOT_THE_EXAMENCOMMISSIE(
            "Alleen de examencommissie van de school die uitreikt, kan dit.",
            "Only the examencommissie of the issuing school can do this."),
    APPROVER_CONFIRMED_A_LINE(
            "Wie een werkproces voor de school bevestigde, kan de verklaring niet beoordelen.",
            "Who confirmed a werkproces for the school can't decide on the verklaring."),
    DOCUMENT_NUMBER_IN_USE(
            "Dit documentnummer is bij deze school al gebruikt.", "This school has used this document number already."),
    MANNER_NEEDS_CEREMONY(
            "Uitreiken bij een uitreiking gaat door die uitreiking vast te leggen.",
            "Issuing at a ceremony is done by recording that it was held."),
    UNKNOWN_VERKLARING("Deze verklaring bestaat niet.", "There is no such verklaring."),
    NOT_A_REPLACEMENT(
            "Een verklaring kan alleen worden vervangen door een andere van dezelfde kandidaat.",
            "A verklaring can be replaced only by another one of the same candidate."),
    REPLACEMENT_NOT_APPROVED(
            "De vervangende verklaring is niet vastgesteld of telt niet meer.",
            "The replacing verklaring is not approved, or counts no more.");

    private final String dutch;
    private final String english;

    VerklaringRefusal(String dutch, String english) {
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
