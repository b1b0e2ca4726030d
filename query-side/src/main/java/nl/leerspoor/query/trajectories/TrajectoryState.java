package nl.leerspoor.query.trajectories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All that is told of a trajectory at the end of a day.
 *
 * @param endReason why it was stopped, where the candidate was referred to, or the region it went on in
 * @param hold      the hold that lies over it, if any; the status goes on underneath (rule B18)
 * @param daysOnHold days of all holds that ended before
 * @param waiting   present while it is on the waiting list
 * @param place     present from the match on
 */
record TrajectoryState(
        Route route,
        Status status,
        LocalDate statusSince,
        Milestones milestones,
        Optional<String> endReason,
        Optional<Hold> hold,
        int daysOnHold,
        Optional<Waiting> waiting,
        Planning planning,
        Optional<Place> place,
        Werkprocessen werkprocessen,
        Progression progression) {

    /** How far a trajectory is. */
    enum Status {
        REGISTERED,
        SUITABLE,
        NOT_SUITABLE,
        MATCHED,
        CONTRACTED,
        IN_PROGRESS,
        COMPLETED,
        STOPPED,
        REFERRED,
        TRANSFERRED_OUT
    }

    /** Whose trajectory it is, and where it goes. */
    record Route(
            UUID candidateId,
            String region,
            String reference,
            String goal,
            String sector,
            int level,
            String werkcoachId,
            Optional<UUID> transferredFrom) {

        Route inSector(String next) {
            return new Route(candidateId, region, reference, goal, next, level, werkcoachId, transferredFrom);
        }

        Route coachedBy(String next) {
            return new Route(candidateId, region, reference, goal, sector, level, next, transferredFrom);
        }
    }

    /** A hold. */
    record Hold(LocalDate since, String cause, Optional<UUID> cohortId, Optional<LocalDate> expectedResumeOn) {}

    /**
     * A place on the waiting list.
     *
     * @param enteredAt when that was entered, which is the order of those who wait since one day
     */
    record Waiting(LocalDate since, Instant enteredAt, String cause, Optional<UUID> leerbedrijfId) {}

    /**
     * When learning is to start.
     *
     * @param causes of each postponement, in effective order
     * @param days   by which each postponement moved the start
     */
    record Planning(Optional<LocalDate> plannedStart, List<String> causes, List<Integer> days) {

        static final Planning NONE = new Planning(Optional.empty(), List.of(), List.of());

        Planning to(LocalDate day) {
            return new Planning(Optional.of(day), causes, days);
        }

        Planning voided() {
            return new Planning(Optional.empty(), causes, days);
        }
    }

    /**
     * Codes of werkprocessen.
     *
     * @param agreed    in the match
     * @param judged    by the company, with whatever result
     * @param mastered  by the company's last judgement
     * @param confirmed by the school
     * @param carried   confirmed in another region before a transfer; counted there
     */
    record Werkprocessen(
            List<String> agreed,
            List<String> judged,
            List<String> mastered,
            List<String> confirmed,
            List<String> carried) {

        static Werkprocessen carried(List<String> codes) {
            return new Werkprocessen(List.of(), List.of(), List.of(), List.of(), codes);
        }

        Werkprocessen agreed(List<String> codes) {
            return new Werkprocessen(codes, judged, mastered, confirmed, carried);
        }

        Werkprocessen judged(String code, boolean isMastered) {
            List<String> others =
                    mastered.stream().filter(other -> !other.equals(code)).toList();
            return new Werkprocessen(
                    agreed,
                    judged.contains(code) ? judged : plus(judged, code),
                    isMastered ? plus(others, code) : others,
                    confirmed,
                    carried);
        }

        Werkprocessen confirmed(String code) {
            return confirmed.contains(code)
                    ? this
                    : new Werkprocessen(agreed, judged, mastered, plus(confirmed, code), carried);
        }

        private static List<String> plus(List<String> codes, String code) {
            return Stream.concat(codes.stream(), Stream.of(code)).toList();
        }
    }

    /** Further education: advised, and begun. */
    record Progression(Optional<Step> advised, Optional<Step> started) {

        static final Progression NONE = new Progression(Optional.empty(), Optional.empty());
    }

    /** A step to further education. */
    record Step(LocalDate on, String to) {}

    /** The phase of a hold: {@code INSTROOM} before the start of learning, {@code LOPEND} after it. */
    Optional<String> holdPhase() {
        return hold.map(h -> status == Status.IN_PROGRESS ? "LOPEND" : "INSTROOM");
    }

    TrajectoryState with(Route next) {
        return changed(copy -> copy.route = next);
    }

    TrajectoryState with(Milestones next) {
        return changed(copy -> copy.milestones = next);
    }

    TrajectoryState with(Planning next) {
        return changed(copy -> copy.planning = next);
    }

    TrajectoryState with(Place next) {
        return changed(copy -> copy.place = Optional.of(next));
    }

    TrajectoryState with(Werkprocessen next) {
        return changed(copy -> copy.werkprocessen = next);
    }

    TrajectoryState with(Progression next) {
        return changed(copy -> copy.progression = next);
    }

    TrajectoryState held(Hold next) {
        return changed(copy -> copy.hold = Optional.of(next));
    }

    TrajectoryState waiting(Optional<Waiting> next) {
        return changed(copy -> copy.waiting = next);
    }

    /** After the hold a start that did not happen yet has to be planned again (rule B18). */
    TrajectoryState resumed(LocalDate day) {
        int days = hold.map(h -> (int) ChronoUnit.DAYS.between(h.since(), day)).orElse(0);
        Planning next = status == Status.IN_PROGRESS ? planning : planning.voided();
        return changed(copy -> {
            copy.hold = Optional.empty();
            copy.daysOnHold = daysOnHold + days;
            copy.planning = next;
        });
    }

    /** In another status; only a suitable candidate waits. */
    TrajectoryState in(Status next, LocalDate day) {
        return changed(copy -> {
            copy.status = next;
            copy.statusSince = next == status ? statusSince : day;
            copy.waiting = next == Status.SUITABLE ? waiting : Optional.empty();
        });
    }

    TrajectoryState unmatched(LocalDate day) {
        TrajectoryState suitable = in(Status.SUITABLE, day)
                .with(milestones.unmatched())
                .with(planning.voided())
                .with(werkprocessen.agreed(List.of()));
        return suitable.withoutPlace();
    }

    /** Over; a hold ends on the same day (rule B17). */
    TrajectoryState ended(Status end, String reason, LocalDate day) {
        TrajectoryState closed = hold.isPresent() ? resumed(day) : this;
        return closed.in(end, day).with(milestones.ended(day)).because(reason);
    }

    private TrajectoryState withoutPlace() {
        return changed(copy -> copy.place = Optional.empty());
    }

    private TrajectoryState because(String reason) {
        return changed(copy -> copy.endReason = Optional.ofNullable(reason));
    }

    private TrajectoryState changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.done();
    }

    /** A copy to change a few things in, for a record of this size. */
    private static final class Copy {

        private Route route;
        private Status status;
        private LocalDate statusSince;
        private Milestones milestones;
        private Optional<String> endReason;
        private Optional<Hold> hold;
        private int daysOnHold;
        private Optional<Waiting> waiting;
        private Planning planning;
        private Optional<Place> place;
        private Werkprocessen werkprocessen;
        private Progression progression;

        private Copy(TrajectoryState state) {
            route = state.route;
            status = state.status;
            statusSince = state.statusSince;
            milestones = state.milestones;
            endReason = state.endReason;
            hold = state.hold;
            daysOnHold = state.daysOnHold;
            waiting = state.waiting;
            planning = state.planning;
            place = state.place;
            werkprocessen = state.werkprocessen;
            progression = state.progression;
        }

        private TrajectoryState done() {
            return new TrajectoryState(
                    route,
                    status,
                    statusSince,
                    milestones,
                    endReason,
                    hold,
                    daysOnHold,
                    waiting,
                    planning,
                    place,
                    werkprocessen,
                    progression);
        }
    }
}
