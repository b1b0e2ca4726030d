package nl.leerspoor.platform.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Nobody was named who says who people are, so nobody could be let in. */
final class IssuerMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Tells an operator what to do about it. */
    static final class Analyzer extends AbstractFailureAnalyzer<IssuerMissing> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, IssuerMissing cause) {
            return new FailureAnalysis(
                    "No provider of identities is set, so nobody could be let in.",
                    "Set leerspoor.identity.issuer, or LEERSPOOR_IDENTITY_ISSUER, to the address of its issuer; see"
                            + " \"Tokens\" in docs/security.md.",
                    failure);
        }
    }
}
