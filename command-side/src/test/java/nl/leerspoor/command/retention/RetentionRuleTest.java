package nl.leerspoor.command.retention;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.retention.RetentionRefusal.RETENTION_RULE_NOT_IN_FORCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.retention.RetentionCommand.ConfirmRetentionRule;
import nl.leerspoor.command.retention.RetentionCommand.EndRetentionRule;
import nl.leerspoor.events.retention.RetentionEvent;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleConfirmed;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleEnded;
import org.junit.jupiter.api.Test;

/** For how long a region keeps something of people. */
class RetentionRuleTest {

    private static final UUID RULE = UUID.fromString("00000000-0000-0000-0000-0000000000f1");
    private static final LocalDate DAY = LocalDate.parse("2020-01-31");
    private static final RetentionRuleConfirmed CONFIRMED =
            new RetentionRuleConfirmed(RULE, "AM05", DAY, "CANDIDATE_DETAILS", 24);
    private static final RetentionRuleEnded ENDED = new RetentionRuleEnded(RULE, "AM05", DAY.plusDays(1));

    private static RetentionRule given(RetentionEvent... events) {
        return Given.facts(new RetentionRule.Unconfirmed(), RetentionRule::evolve, events)
                .latest();
    }

    private static ConfirmRetentionRule confirm(Integer months) {
        return new ConfirmRetentionRule(RULE, "AM05", DAY, "CANDIDATE_DETAILS", months);
    }

    @Test
    void isWhatTheRegionConfirms() {
        assertThat(events(Keeping.confirm(given(), confirm(24)))).containsExactly(CONFIRMED);
    }

    @Test
    void isWhatTheListProposesWhenTheRegionNamesNoPeriod() {
        assertThat(events(Keeping.confirm(given(), confirm(null))))
                .containsExactly(new RetentionRuleConfirmed(RULE, "AM05", DAY, "CANDIDATE_DETAILS", 60));
    }

    @Test
    void isConfirmedOnce() {
        assertThat(refusal(Keeping.confirm(given(CONFIRMED), confirm(12)))).isEqualTo(ID_IN_USE);
    }

    @Test
    void isEndedOnceItIsInForce() {
        EndRetentionRule end = new EndRetentionRule(RULE, DAY.plusDays(1));

        assertThat(events(Keeping.end(given(CONFIRMED), end))).containsExactly(ENDED);
        assertThat(refusal(Keeping.end(given(), end))).isEqualTo(RETENTION_RULE_NOT_IN_FORCE);
        assertThat(refusal(Keeping.end(given(CONFIRMED, ENDED), end))).isEqualTo(RETENTION_RULE_NOT_IN_FORCE);
    }
}
