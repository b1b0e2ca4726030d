package nl.leerspoor.command.retention;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.retention.RetentionRefusal.RETENTION_RULE_NOT_IN_FORCE;

import nl.leerspoor.command.Decision;
import nl.leerspoor.command.retention.RetentionCommand.ConfirmRetentionRule;
import nl.leerspoor.command.retention.RetentionCommand.EndRetentionRule;
import nl.leerspoor.command.retention.RetentionRule.Ended;
import nl.leerspoor.command.retention.RetentionRule.InForce;
import nl.leerspoor.command.retention.RetentionRule.Unconfirmed;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.events.retention.RetentionEvent;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleConfirmed;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleEnded;

/** How a region comes to hold to a rule, and ends that. The period is frozen in the fact, whatever the list says later. */
final class Keeping {

    private Keeping() {}

    static Decision<RetentionEvent> confirm(RetentionRule state, ConfirmRetentionRule c) {
        if (!(state instanceof Unconfirmed)) {
            return rejected(ID_IN_USE);
        }
        int months = c.months() == null ? proposed(c) : c.months();
        return accepted(new RetentionRuleConfirmed(c.retentionId(), c.region(), c.effectiveOn(), c.rule(), months));
    }

    static Decision<RetentionEvent> end(RetentionRule state, EndRetentionRule c) {
        return switch (state) {
            case InForce rule -> accepted(new RetentionRuleEnded(c.retentionId(), rule.region(), c.effectiveOn()));
            case Unconfirmed none -> rejected(RETENTION_RULE_NOT_IN_FORCE);
            case Ended ended -> rejected(RETENTION_RULE_NOT_IN_FORCE);
        };
    }

    /** The command was read with the codes of its day. */
    private static int proposed(ConfirmRetentionRule c) {
        return CodeList.RETENTION_RULES
                .find(c.rule(), c.effectiveOn())
                .map(rule -> Integer.parseInt(rule.attributes().get("months")))
                .orElseThrow();
    }
}
