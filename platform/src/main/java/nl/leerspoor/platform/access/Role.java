package nl.leerspoor.platform.access;

/** In what capacity somebody acts; the provider of identities says so in the claim {@code roles}. */
public enum Role {
    /** Guides candidates for the municipality or the sociaal werkbedrijf; the caseload is theirs. */
    WERKCOACH,
    /** Leads the pilot of a region. */
    PROJECT_LEAD,
    /** Finds employers for the werkgeversservicepunt of a region. */
    ACCOUNT_MANAGER,
    /** Follows candidates for a school and confirms what was judged. */
    SCHOOL_COACH,
    /** The body of a school that approves, issues and revokes verklaringen. */
    EXAMENCOMMISSIE,
    /** Guides candidates for a leerbedrijf and judges what they can. */
    SUPERVISOR,
    /** Follows the country, in figures only: ministry, SBB, Programmaraad. */
    MONITOR,
    /** Checks afterwards what happened, who decided and on what ground. */
    AUDITOR,
    /** A program that keeps another system up to date. */
    INTEGRATOR,
    /** Handles what people ask about their own data. */
    PRIVACY_OFFICER,
    /** Keeps the program running. */
    OPERATOR;

    /** Whether nobody can act in it without an organisation, because all it may do is bound to one. */
    public boolean needsOrganisation() {
        return switch (this) {
            case SCHOOL_COACH, EXAMENCOMMISSIE, SUPERVISOR -> true;
            case WERKCOACH, PROJECT_LEAD, ACCOUNT_MANAGER, MONITOR, AUDITOR, INTEGRATOR, PRIVACY_OFFICER, OPERATOR ->
                false;
        };
    }
}
