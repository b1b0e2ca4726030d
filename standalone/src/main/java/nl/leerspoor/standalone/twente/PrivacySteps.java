package nl.leerspoor.standalone.twente;

import nl.leerspoor.command.Command;
import nl.leerspoor.command.privacy.PrivacyCommand.ExecuteErasure;
import nl.leerspoor.command.privacy.PrivacyCommand.GrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.OpenPrivacyCase;

/** What somebody asked of their own data. */
final class PrivacySteps {

    private PrivacySteps() {}

    static Command askToErase(ScenarioFact fact) {
        return new OpenPrivacyCase(
                fact.privacyCase(),
                ScenarioFact.REGION,
                fact.effectiveOn(),
                "ERASURE",
                fact.candidate(),
                null,
                null,
                null,
                "PERSON",
                null);
    }

    static Command grant(ScenarioFact fact) {
        return new GrantPrivacyCase(fact.privacyCase(), fact.effectiveOn(), "AVG_17_1_A");
    }

    static Command erase(ScenarioFact fact) {
        return new ExecuteErasure(fact.privacyCase(), fact.effectiveOn());
    }
}
