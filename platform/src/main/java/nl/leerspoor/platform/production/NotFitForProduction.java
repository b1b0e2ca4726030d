package nl.leerspoor.platform.production;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The process may not serve the people of a region like this. */
final class NotFitForProduction extends RuntimeException {

    NotFitForProduction(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }

    /** Says why the process does not start, instead of where in the program that was found out. */
    static final class Analyzer extends AbstractFailureAnalyzer<NotFitForProduction> {

        @Override
        protected FailureAnalysis analyze(Throwable root, NotFitForProduction refusal) {
            return new FailureAnalysis(
                    "Profile prod refuses to start:" + System.lineSeparator() + refusal.getMessage(), null, refusal);
        }
    }
}
