package nl.leerspoor.command.reportsnapshot;

import nl.leerspoor.command.Refusal;

/** Why a command on a published report is refused. */
enum ReportSnapshotRefusal implements Refusal {
    FIGURES_NOT_TOLD(
            "Deze kengetallen zijn zo niet verteld, of te lang geleden: vraag het concept opnieuw.",
            "These figures were not told like this, or too long ago: ask for the draft again."),
    VALID_ON_NOT_OVER(
            "De peildatum was nog niet voorbij op de kennisdatum; van een dag die nog niet om is, is er geen verslag.",
            "The day was not over yet at the moment up to which entries count; there is no report of such a day."),
    KNOWN_ON_IN_FUTURE(
            "De kennisdatum is nog niet voorbij.", "What these figures count was not all entered yet at that moment."),
    PUBLISHED_BEFORE_KNOWN_ON(
            "De dag van publicatie ligt voor de kennisdatum.",
            "The day of publication lies before the knowledge date."),
    SNAPSHOT_ALREADY_PUBLISHED(
            "Van deze regio is over deze dag, met deze kennisdatum en definities, al een verslag gepubliceerd.",
            "A report of this region on this day, with this knowledge date and these definitions, was published already."),
    SNAPSHOT_NOT_PUBLISHED(
            "Dit verslag was toen nog niet gepubliceerd.", "This report was not published yet at that time."),
    SNAPSHOT_ALREADY_SUPERSEDED(
            "Dit verslag is al vervangen; een volgend verslag vervangt het vervangende.",
            "This report was superseded already; a further one supersedes the one that took its place."),
    UNKNOWN_SNAPSHOT(
            "Het verslag dat dit moet vervangen bestaat niet in deze regio.",
            "There is no report in this region that could take the place of this one."),
    SNAPSHOT_NOT_LATER(
            "Een verslag wordt vervangen door een van dezelfde dag dat later bekend is, of door een van een latere"
                    + " versie van de definities.",
            "A report is superseded by one of the same day that is known later, or of a later version of the"
                    + " definitions.");

    private final String dutch;
    private final String english;

    ReportSnapshotRefusal(String dutch, String english) {
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
