package nl.leerspoor.standalone.twente;

import nl.leerspoor.command.Command;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The command side refused a command of the scenario, which can only be a mistake in this program. */
final class ScenarioRefused extends RuntimeException {

    ScenarioRefused(ScenarioFact fact, Command command, String answer) {
        super("The fact " + fact.key() + " (" + fact.kind() + "), sent as " + command + ", was refused: " + answer);
    }

    /** Says so without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<ScenarioRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, ScenarioRefused cause) {
            return new FailureAnalysis(
                    "The Twente pilot can't be loaded. " + cause.getMessage(),
                    "Start without it: --leerspoor.twente.load=false, and report this.",
                    failure);
        }
    }
}
