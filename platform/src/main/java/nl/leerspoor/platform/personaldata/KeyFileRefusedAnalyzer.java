package nl.leerspoor.platform.personaldata;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the program does not start, instead of where in the program that was found out. */
final class KeyFileRefusedAnalyzer extends AbstractFailureAnalyzer<KeyFileRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, KeyFileRefused refusal) {
        return new FailureAnalysis(refusal.getMessage(), null, refusal);
    }
}
