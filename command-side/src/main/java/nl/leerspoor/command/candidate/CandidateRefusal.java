package nl.leerspoor.command.candidate;

import nl.leerspoor.command.Refusal;

/** Why a command on a candidate is refused. */
public enum CandidateRefusal implements Refusal {
    CANDIDATE_NOT_REGISTERED(
            "De kandidaat was toen nog niet in beeld.", "The candidate was not registered at that time."),
    STARTKWALIFICATIE_REASON_MISSING(
            "Bij een startkwalificatie hoort een reden.", "A startkwalificatie needs a reason."),
    NO_STARTKWALIFICATIE_TO_EXPLAIN(
            "Zonder startkwalificatie hoort hier geen reden.", "Without a startkwalificatie no reason is in place."),
    TARGET_GROUP_UNCHANGED("De doelgroep verandert niet.", "The target group does not change."),
    SCALE_EMPTY(
            "De laagste score van de schaal moet onder de hoogste liggen.",
            "The lowest score of the scale must be below the highest."),
    SCORE_OUTSIDE_SCALE("De score ligt buiten de schaal.", "The score lies outside the scale."),
    CONSENT_ALREADY_GIVEN("Deze toestemming was al gegeven.", "This consent had been given already."),
    CONSENT_NOT_GIVEN("Deze toestemming was niet gegeven.", "This consent had not been given."),
    UNKNOWN_TRAJECTORY("Dit traject bestaat niet.", "There is no such trajectory."),
    TRAJECTORY_OF_ANOTHER_CANDIDATE(
            "Dit traject is van een andere kandidaat.", "This trajectory is another candidate's."),
    TRAJECTORY_NOT_OPENED("Het traject was toen nog niet geopend.", "The trajectory had not been opened then."),
    TRAJECTORY_NOT_ENDED("Het traject was toen nog niet geëindigd.", "The trajectory had not ended at that time."),
    WORK_DETAILS_WITHOUT_WORK(
            "Soort werk, contract en leerbedrijf horen alleen bij aan het werk zijn.",
            "Kind of work, contract and leerbedrijf belong to being employed only."),
    EDUCATION_LEVEL_WITHOUT_EDUCATION(
            "Een niveau hoort alleen bij een opleiding.", "A level belongs to education only."),
    CANDIDATE_MERGED(
            "Deze kandidaat is samengevoegd met een andere; leg het bij die vast.",
            "This candidate was merged with another one; record it there."),
    MERGED_WITH_ITSELF("Een kandidaat is geen dubbele van zichzelf.", "A candidate is no duplicate of itself."),
    UNKNOWN_CANDIDATE_TO_MERGE_INTO(
            "De kandidaat om mee samen te voegen bestaat niet.", "There is no such candidate to merge with."),
    DUPLICATE_HAS_OPEN_TRAJECTORY(
            "De dubbele kandidaat heeft nog een open traject; sluit dat eerst af.",
            "The duplicate candidate still has an open trajectory; end it first."),
    NOTE_NOT_FOUND(
            "Er is geen aantekening met dit nummer, of zij is al ingetrokken.",
            "There is no note with this id, or it was retracted already."),
    BIRTH_DATE_IMPOSSIBLE(
            "Op deze geboortedatum kan de kandidaat niet geboren zijn.",
            "The candidate can't have been born on this date."),
    DETAILS_NOT_RECORDED(
            "Er is nog niet vastgelegd wie de kandidaat is.", "It has not been recorded who the candidate is.");

    private final String dutch;
    private final String english;

    CandidateRefusal(String dutch, String english) {
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
