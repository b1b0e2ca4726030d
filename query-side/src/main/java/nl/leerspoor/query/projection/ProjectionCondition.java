package nl.leerspoor.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether the views of a node can be relied upon, and why not.
 *
 * @param reasons for people; empty when all is well
 */
record ProjectionCondition(Verdict verdict, List<String> reasons) {

    /** What a node is worth to who asks questions. */
    enum Verdict {
        UP,
        /** It answers, and somebody has to look. */
        DEGRADED,
        /** Its answers are too old to give. */
        OUT_OF_SERVICE
    }

    /** A node that has not seen the store for so long may not know what it misses. */
    private static final Duration BLIND = Duration.ofSeconds(30);

    /**
     * What was seen of the views that serve, at one time.
     *
     * @param alarms what nobody may overlook, for people
     */
    record Sight(Instant at, List<Lag> lags, List<String> alarms) {}

    /** Before anything was seen. */
    static final ProjectionCondition UNKNOWN =
            new ProjectionCondition(Verdict.OUT_OF_SERVICE, List.of("The views were not looked at yet."));

    /** The condition now, given the one before: who was out of service comes back only when well within the limit. */
    static ProjectionCondition judge(
            ProjectionCondition before, Sight sight, List<String> views, LagLimits limits, Instant now) {
        if (Duration.between(sight.at(), now).compareTo(BLIND) > 0) {
            return out("The database has not answered since " + sight.at() + ".");
        }
        Optional<String> missing = views.stream()
                .filter(view ->
                        sight.lags().stream().noneMatch(lag -> lag.view().equals(view)))
                .findFirst();
        if (missing.isPresent()) {
            return out("View " + missing.get() + " has not begun.");
        }
        Optional<Lag> slowest = sight.lags().stream().max(Comparator.comparing(lag -> lag.time(now)));
        Duration wait = slowest.map(lag -> lag.time(now)).orElse(Duration.ZERO);
        Duration unready =
                before.verdict() == Verdict.OUT_OF_SERVICE ? limits.unready().dividedBy(2) : limits.unready();
        if (wait.compareTo(unready) > 0) {
            return out(behind(slowest.orElseThrow(), wait));
        }
        List<String> reasons = new ArrayList<>();
        if (wait.compareTo(limits.degraded()) > 0) {
            reasons.add(behind(slowest.orElseThrow(), wait));
        }
        reasons.addAll(sight.alarms());
        return new ProjectionCondition(reasons.isEmpty() ? Verdict.UP : Verdict.DEGRADED, List.copyOf(reasons));
    }

    private static ProjectionCondition out(String reason) {
        return new ProjectionCondition(Verdict.OUT_OF_SERVICE, List.of(reason));
    }

    private static String behind(Lag lag, Duration wait) {
        return "View " + lag.view() + " is " + wait.toSeconds() + " s and " + lag.positions() + " positions behind.";
    }
}
