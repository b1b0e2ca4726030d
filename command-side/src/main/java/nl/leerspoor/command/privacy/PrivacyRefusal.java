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
    PRIVACY_CASE_OF_ANOTHER_KIND("Dit hoort bij een ander soort verzoek.", "This belongs to another kind of request."),
    PRIVACY_CASE_CARRIED_OUT("Dit verzoek is al uitgevoerd.", "This request was carried out already."),
    GROUND_OF_ANOTHER_KIND(
            "Op deze grond wordt bij dit soort verzoek niet zo beslist.",
            "This ground doesn't go with this decision on this kind of request."),
    ERASURE_IS_WHOLE(
            "Een persoon wordt helemaal gewist of niet; wijs het verzoek toe of af.",
            "A person is erased as a whole or not at all; grant or refuse the request."),
    OBJECTION_TO_NOTHING(
            "Zeg bij een bezwaar waartegen het is, in processings.",
            "Say what an objection is against, in processings."),
    PROCESSINGS_OF_NO_OBJECTION(
            "Alleen een bezwaar is tegen een verwerking.", "Only an objection is against a processing."),
    PROCESSINGS_NOT_AS_DECIDED(
            "Alles waartegen bezwaar is gemaakt eindigt als dat is toegewezen, en een deel als een deel is toegewezen.",
            "All that was objected to ends when that was granted, and a part of it when a part was granted."),
    NO_PART_OF_A_COPY(
            "Noem welke delen van de kopie de persoon niet krijgt, en niet alle.",
            "Name which parts of the copy the person doesn't get, and not all."),
    PARTS_OF_NO_COPY(
            "Delen van een kopie horen bij inzage of overdracht.", "Parts of a copy belong to access or portability."),
    EXPORT_OF_ANOTHER_CASE("Deze kopie is niet voor dit verzoek gemaakt.", "This copy was not made for this request."),
    CORRECTION_NOT_FOUND(
            "Deze gebeurtenis verbetert niets van deze persoon, of is van voor het verzoek.",
            "This event puts nothing right about this person, or is from before the request."),
    NOBODY_TO_INFORM(
            "Er is niemand te laten weten dat iets verbeterd is.",
            "There is nobody to be told that something was put right."),
    REQUEST_OF_ONE_PERSON(
            "Noem een kandidaat, of een praktijkbegeleider, of een contactpersoon met het leerbedrijf.",
            "Name a candidate, or a supervisor, or a contact person with the leerbedrijf."),
    UNKNOWN_SUPERVISOR_OF_CASE(
            "Deze praktijkbegeleider bestaat niet in deze regio.", "There is no such supervisor in this region."),
    UNKNOWN_CONTACT_PERSON_OF_CASE(
            "Deze persoon is in deze regio niet genoemd als contactpersoon van dit leerbedrijf.",
            "This person was not named as a contact person of this leerbedrijf in this region."),
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
