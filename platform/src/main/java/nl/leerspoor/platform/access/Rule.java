package nl.leerspoor.platform.access;

/** How far a role reaches with an action. Whoever reaches an organisation or a caseload does so in their own regions only. */
public enum Rule {
    /** What is in a region of theirs: nobody sees a region that they have no business with. */
    OWN_REGION,
    /** What concerns their leerbedrijf or school (rules B12, B15 and B35). */
    OWN_ORGANISATION,
    /** Whom they guide themselves, and whom they registered as long as nobody guides them (rule B35). */
    OWN_CASELOAD,
    /** What lies in no region, such as code lists and the state of the program; or in any. */
    ALL_REGIONS,
    /** Totals of any region with small numbers left out, and nothing that tells of one thing (rules B34 and B35). */
    AGGREGATES_ONLY,
    /** Nothing, which is the rule of all that the table doesn't give. */
    NEVER;

    boolean covers(Identity who, Target what) {
        return switch (this) {
            case OWN_REGION -> isInRegion(who, what);
            case OWN_ORGANISATION ->
                isInRegion(who, what)
                        && !who.organisation().isEmpty()
                        && what.organisations().contains(who.organisation());
            case OWN_CASELOAD -> isInRegion(who, what) && who.subject().equals(what.werkcoach());
            case ALL_REGIONS -> true;
            case AGGREGATES_ONLY, NEVER -> false;
        };
    }

    private static boolean isInRegion(Identity who, Target what) {
        return what.region() != null && who.regions().contains(what.region());
    }
}
