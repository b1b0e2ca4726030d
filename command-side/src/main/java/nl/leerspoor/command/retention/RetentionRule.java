package nl.leerspoor.command.retention;

import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.retention.RetentionEvent;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleConfirmed;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleEnded;

/** A rule of a region, as the facts make it. */
sealed interface RetentionRule {

    /** Nobody confirmed it yet. */
    record Unconfirmed() implements RetentionRule {}

    /** The region holds to it. */
    record InForce(String region, String rule) implements RetentionRule {}

    /** The region holds to it no more. */
    record Ended() implements RetentionRule {}

    /** The state after one more fact. */
    static RetentionRule evolve(RetentionRule state, Fact<RetentionEvent> fact) {
        return switch (fact.event()) {
            case RetentionRuleConfirmed e when state instanceof Unconfirmed -> new InForce(e.region(), e.rule());
            case RetentionRuleConfirmed e -> throw new Impossible(state, e);
            case RetentionRuleEnded e when state instanceof InForce -> new Ended();
            case RetentionRuleEnded e -> throw new Impossible(state, e);
        };
    }
}
