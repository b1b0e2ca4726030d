package nl.leerspoor.query.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The two dates of a question: what was true on {@code validOn}, as far as it had been entered on {@code knownOn}.
 *
 * @param known the knowledge date; empty means everything that is applied
 */
public record TwoClocks(LocalDate validOn, Optional<Known> known) {

    /** Where the people of the regions live; days begin and end there. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /**
     * A moment up to which entries count.
     *
     * @param text as it was asked: a date or an instant
     * @param at   the last moment that counts; events are recorded in microseconds
     */
    public record Known(String text, Instant at) {

        /** To the end of a day. */
        static Known on(LocalDate day) {
            Instant nextDay = day.plusDays(1).atStartOfDay(ZONE).toInstant();
            return new Known(day.toString(), nextDay.minus(1, ChronoUnit.MICROS));
        }

        static Known at(Instant moment) {
            return new Known(moment.toString(), moment.truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** The condition on the rows of a table of periods: one row per subject at most. */
    public String hold(String alias) {
        return "%1$s.holds_from <= :validOn and %1$s.holds_until > :validOn and ".formatted(alias) + knows(alias);
    }

    /** The condition on the clock of knowledge alone: rows of many days. */
    public String knows(String alias) {
        return known.isPresent()
                ? "%1$s.known_from <= :knownAt and %1$s.known_until > :knownAt".formatted(alias)
                : "%s.known_until = 'infinity'".formatted(alias);
    }

    /** Gives a statement the parameters of these conditions. */
    public StatementSpec bind(StatementSpec statement) {
        StatementSpec dated = statement.param("validOn", validOn);
        return known.map(moment -> dated.param("knownAt", moment.at().atOffset(ZoneOffset.UTC)))
                .orElse(dated);
    }

    /** The knowledge date as it was asked, or null. */
    public String knownOn() {
        return known.map(Known::text).orElse(null);
    }
}
