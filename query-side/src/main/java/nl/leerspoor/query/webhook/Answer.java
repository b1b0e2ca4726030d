package nl.leerspoor.query.webhook;

import java.util.Optional;

/** What a receiver did with a request. */
sealed interface Answer {

    /**
     * It answered.
     *
     * @param retryAfter  the header of that name
     * @param allowOrigin {@code WebHook-Allowed-Origin}
     * @param allowRate   {@code WebHook-Allowed-Rate}
     * @param head        the first four kilobytes of the answer, at most
     */
    record Status(
            int code,
            Optional<String> retryAfter,
            Optional<String> allowOrigin,
            Optional<String> allowRate,
            String head)
            implements Answer {

        boolean isSuccess() {
            return code >= 200 && code < 300;
        }
    }

    /** It didn't, or not in time, or isn't called at all. */
    record None(Cause cause) implements Answer {}

    /** Why there is no answer. */
    enum Cause {
        /** Nothing within the time that a call may take. */
        TIMED_OUT,
        /** Nobody listens, or the connection broke. */
        UNREACHABLE,
        /** The certificate isn't of this name, or of nobody known. */
        TLS_FAILED,
        /** There is no such name. */
        UNKNOWN_HOST,
        /** The name leads to an address that isn't public. */
        NOT_PUBLIC,
        /** What came back isn't HTTP. */
        NOT_HTTP
    }
}
