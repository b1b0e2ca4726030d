package nl.leerspoor.platform.sealing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A key of proof is missing or wrong. Its message never quotes the key. */
final class KeyTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyTrouble(String message) {
        super(message);
    }

    /** Tells an operator what to do about it. */
    static final class Analyzer extends AbstractFailureAnalyzer<KeyTrouble> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, KeyTrouble cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "See \"Keys\" in docs/audit-proof.md for how keys are made and given.",
                    failure);
        }
    }
}
