package nl.leerspoor.command.privacy;

import nl.leerspoor.command.Refusal;

/** Why a command on a privacy case is refused. */
enum PrivacyRefusal implements Refusal {
    PRIVACY_CASE_NOT_OPEN(
            "Op dit verzoek is al beslist, of het was er toen nog niet.",
            "This request was decided on already, or was not there yet."),
    PRIVACY_CASE_EXTENDED_ALREADY("De termijn is al een keer verlengd.", "The term was extended once already."),
    PRIVACY_CASE_TERM_PASSED(
            "De termijn is voorbij en kan niet meer verlengd worden.",
            "The term has passed and can't be extended any more."),
    PRIVACY_CASE_NOT_GRANTED("Dit verzoek is niet toegewezen.", "This request was not granted."),
    UNKNOWN_CANDIDATE_OF_CASE(
            "Deze kandidaat bestaat niet in deze regio.", "There is no such candidate in this region."),
    CANDIDATE_HAS_OPEN_TRAJECTORY(
            "De kandidaat heeft nog een open traject; sluit dat eerst af.",
            "The candidate still has an open trajectory; end it first.");

    private final String dutch;
    private final String english;

    PrivacyRefusal(String dutch, String english) {
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
