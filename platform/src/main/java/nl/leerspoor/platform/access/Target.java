package nl.leerspoor.platform.access;

import java.util.Set;

/**
 * What somebody wants to do something with, as far as it matters to whether they may: one thing, or the part of a list or
 * of the figures that was asked for.
 *
 * @param region        where it is; null when in none, or when a question is about all
 * @param organisations ids of the leerbedrijf and the school that it concerns; of a signature only that of the party that
 *                      signs
 * @param werkcoach     subject of who guides the candidate that it is about; null when there is none
 */
public record Target(String region, Set<String> organisations, String werkcoach) {

    /** What is in no region and of nobody. */
    public static final Target NOWHERE = new Target(null, Set.of(), null);

    public Target {
        organisations = Set.copyOf(organisations);
    }
}
