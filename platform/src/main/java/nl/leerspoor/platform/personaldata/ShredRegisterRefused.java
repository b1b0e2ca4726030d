package nl.leerspoor.platform.personaldata;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The program may not start with this register of erasures; the message is one sentence for whoever starts it. */
public final class ShredRegisterRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ShredRegisterRefused(String message) {
        super(message);
    }

    public ShredRegisterRefused(String message, Throwable cause) {
        super(message, cause);
    }

    /** Tells an operator what to do about it. */
    static final class Analyzer extends AbstractFailureAnalyzer<ShredRegisterRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, ShredRegisterRefused refusal) {
            return new FailureAnalysis(refusal.getMessage(), "See \"The shred register\" in docs/privacy.md.", failure);
        }
    }
}
