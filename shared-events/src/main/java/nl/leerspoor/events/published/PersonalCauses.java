package nl.leerspoor.events.published;

import java.util.Set;

/** Causes of a delay that lie with the person, which nobody outside needs to know of somebody. */
final class PersonalCauses {

    private static final Set<String> PERSONAL = Set.of("CANDIDATE_REQUEST", "PERSONAL");

    private PersonalCauses() {}

    /** The cause as it is told: one that lies with the person is another cause like any other. */
    static String outside(String cause) {
        return PERSONAL.contains(cause) ? "OTHER" : cause;
    }
}
