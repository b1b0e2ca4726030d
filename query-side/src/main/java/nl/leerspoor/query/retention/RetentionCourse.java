package nl.leerspoor.query.retention;

import nl.leerspoor.events.Fact;
import nl.leerspoor.events.retention.RetentionEvent;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleConfirmed;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleEnded;

/** What each fact changes in what is told of a retention rule. */
final class RetentionCourse {

    private RetentionCourse() {}

    static RetentionState evolve(RetentionState state, Fact<RetentionEvent> fact) {
        return switch (fact.event()) {
            case RetentionRuleConfirmed e -> new RetentionState(e.region(), e.rule(), e.months(), true);
            case RetentionRuleEnded e -> state.ended();
        };
    }
}
