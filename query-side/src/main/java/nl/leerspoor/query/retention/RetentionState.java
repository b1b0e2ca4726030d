package nl.leerspoor.query.retention;

/**
 * A rule of a region at the end of a day.
 *
 * @param months  for how long something is kept
 * @param inForce whether the region holds to it
 */
record RetentionState(String region, String rule, int months, boolean inForce) {

    RetentionState ended() {
        return new RetentionState(region, rule, months, false);
    }
}
