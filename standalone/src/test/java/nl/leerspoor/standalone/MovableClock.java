package nl.leerspoor.standalone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that goes like any other, until somebody moves it ahead. */
final class MovableClock extends Clock {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** From now on it is this time of that day in the Netherlands. */
    void moveTo(LocalDate day, LocalTime time) {
        Duration next = Duration.between(
                real.instant(), day.atTime(time).atZone(AMSTERDAM).toInstant());
        if (next.compareTo(ahead) < 0) {
            throw new IllegalArgumentException("Time goes ahead: " + day + " " + time + " has been");
        }
        ahead = next;
    }

    LocalDate today() {
        return LocalDate.ofInstant(instant(), AMSTERDAM);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The application's clock tells instants only");
    }
}
