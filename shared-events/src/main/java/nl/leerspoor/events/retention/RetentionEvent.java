package nl.leerspoor.events.retention;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.Event;

/** For how long a region keeps something of people (AVG art. 5(1)(e)). */
public sealed interface RetentionEvent extends Event {

    UUID retentionId();

    /**
     * The region holds to a rule from now on: what is older may be proposed to be erased.
     *
     * @param rule   the code of what is kept
     * @param months for how long after the start that the rule has
     */
    record RetentionRuleConfirmed(UUID retentionId, String region, LocalDate effectiveOn, String rule, int months)
            implements RetentionEvent {}

    /** The region holds to it no more: nothing is proposed by it. */
    record RetentionRuleEnded(UUID retentionId, String region, LocalDate effectiveOn) implements RetentionEvent {}
}
