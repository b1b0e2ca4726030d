package nl.leerspoor.query.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks an address whether it wants to be called at all, before it is (HTTP 1.1 Web Hooks for Event Delivery 4.1, which the
 * Dutch guideline for webhooks follows), and has it repeat what it can only know from being asked: nobody can have
 * this program call somebody else.
 */
@Component
class Handshake {

    /** What came of it. */
    sealed interface Outcome {

        /** @param perMinute the most calls a minute that it wants; empty when it doesn't mind */
        record Agreed(OptionalInt perMinute) implements Outcome {}

        record Refused(Why why) implements Outcome {}
    }

    /** Why an address isn't called. */
    enum Why {
        /** It didn't answer the OPTIONS, or answered it with an error. */
        NO_ANSWER,
        /** It doesn't allow calls from here. */
        NOT_ALLOWED,
        /** It didn't repeat the challenge. */
        CHALLENGE_NOT_MET
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHALLENGE_BYTES = 24;
    private static final int MOST_PER_MINUTE = 1_000_000;
    private static final byte[] NOTHING = new byte[0];

    private final Calls calls;
    private final String origin;

    Handshake(Calls calls, @Value("${leerspoor.public-url}") String url) {
        this.calls = calls;
        this.origin = URI.create(url).getHost();
    }

    /** Who we say that we are. */
    String origin() {
        return origin;
    }

    Outcome with(TargetUrl target) throws InterruptedException {
        Answer answer = calls.send(
                target, "OPTIONS", Map.of("WebHook-Request-Origin", origin, "WebHook-Request-Rate", "6000"), NOTHING);
        if (!(answer instanceof Answer.Status allowing) || !allowing.isSuccess()) {
            return new Outcome.Refused(Why.NO_ANSWER);
        }
        if (allowing.allowOrigin().filter(this::isOurs).isEmpty()) {
            return new Outcome.Refused(Why.NOT_ALLOWED);
        }
        return meetsChallenge(target)
                ? new Outcome.Agreed(rate(allowing.allowRate()))
                : new Outcome.Refused(Why.CHALLENGE_NOT_MET);
    }

    private boolean meetsChallenge(TargetUrl target) throws InterruptedException {
        byte[] drawn = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(drawn);
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        byte[] body = ("{\"challenge\":\"" + challenge + "\"}").getBytes(StandardCharsets.UTF_8);
        return calls.send(
                                target,
                                "POST",
                                Map.of("Content-Type", "application/json", "WebHook-Request-Origin", origin),
                                body)
                        instanceof Answer.Status status
                && status.isSuccess()
                && repeats(status.head(), challenge);
    }

    /** As the whole answer, or as the member {@code challenge} of a JSON object. */
    private static boolean repeats(String answer, String challenge) {
        String plain = answer.strip().replaceFirst("^\\{\\s*\"challenge\"\\s*:\\s*\"([^\"]*)\"\\s*}$", "$1");
        return MessageDigest.isEqual(
                plain.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOurs(String allowed) {
        return allowed.strip().equals("*") || allowed.strip().equalsIgnoreCase(origin);
    }

    private static OptionalInt rate(Optional<String> allowed) {
        return allowed.map(String::strip)
                .filter(rate -> rate.matches("\\d{1,7}"))
                .map(Integer::parseInt)
                .filter(rate -> rate > 0 && rate < MOST_PER_MINUTE)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
