package nl.leerspoor.query.processing;

import java.util.Locale;

/** What personal data are read for: the entries of the register of processing activities (AVG art. 30). */
public enum Activity {
    /** Who a candidate is, and what was noted of them. */
    READ_CANDIDATE_DETAILS,
    /** Who the candidates are with whom somebody works, by name. */
    READ_CANDIDATE_NAMES,
    /** Whether somebody is in view already. */
    SEARCH_CANDIDATES,
    /** Who a supervisor is. */
    READ_SUPERVISOR_DETAILS,
    /** Who speaks for a leerbedrijf. */
    READ_CONTACT_PERSON,
    /** All that was recorded of a person in a trajectory, to check it elsewhere. */
    TAKE_DOSSIER,
    /** A copy of everything about a person, for that person (AVG art. 15). */
    EXPORT_FOR_ACCESS,
    /** A copy of what a person gave, for that person (AVG art. 20). */
    EXPORT_FOR_PORTABILITY;

    /** The id of the activity, as the log has it. */
    public String id() {
        return "urn:leerspoor:processing-activity:"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
