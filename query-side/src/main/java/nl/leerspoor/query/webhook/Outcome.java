package nl.leerspoor.query.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What an answer means for the message that was sent. */
sealed interface Outcome {

    /** The receiver has it. */
    record Delivered() implements Outcome {}

    /** It doesn't; the message has to be sent again. */
    record Failed() implements Outcome {}

    /** It wants to be left alone for a while: with all messages, not just this one. */
    record Later(Instant until) implements Outcome {}

    /** It wants no more. */
    record Gone() implements Outcome {}

    /** The longest that a receiver is left alone for its asking. */
    Duration LONGEST = Duration.ofHours(24);

    /** For a receiver that has too much and doesn't say until when. */
    Duration SOME = Duration.ofMinutes(1);

    int GONE = 410;
    int TOO_MANY = 429;
    int UNAVAILABLE = 503;

    /** A redirect is a failure: it would lead to an address that nobody checked. */
    static Outcome of(Answer answer, Instant now) {
        return switch (answer) {
            case Answer.None none -> new Failed();
            case Answer.Status status when status.isSuccess() -> new Delivered();
            case Answer.Status status when status.code() == GONE -> new Gone();
            case Answer.Status status
            when status.code() == TOO_MANY ->
                new Later(now.plus(
                        status.retryAfter().flatMap(text -> patience(text, now)).orElse(SOME)));
            case Answer.Status status
            when status.code() == UNAVAILABLE ->
                status.retryAfter()
                        .flatMap(text -> patience(text, now))
                        .<Outcome>map(patience -> new Later(now.plus(patience)))
                        .orElseGet(Failed::new);
            case Answer.Status status -> new Failed();
        };
    }

    /** How it is called in logs and metrics. */
    default String word() {
        return switch (this) {
            case Delivered delivered -> "DELIVERED";
            case Failed failed -> "FAILED";
            case Later later -> "LATER";
            case Gone gone -> "GONE";
        };
    }

    /** A number of seconds or a date (RFC 9110, 10.2.3). */
    private static Optional<Duration> patience(String retryAfter, Instant now) {
        String text = retryAfter.strip();
        try {
            Duration asked = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            Duration positive = asked.isNegative() ? Duration.ZERO : asked;
            return Optional.of(positive.compareTo(LONGEST) > 0 ? LONGEST : positive);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
