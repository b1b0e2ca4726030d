package nl.leerspoor.command.trajectory;

import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_NOT_OPENED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ON_HOLD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.command.Decision;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** A trajectory, as its facts make it: not opened yet, open, or ended. A hold lies over an open one. */
public sealed interface Trajectory {

    /** Whose trajectory it is; nobody's before it was opened. */
    default Optional<Route> whose() {
        return switch (this) {
            case NotOpened s -> Optional.empty();
            case Open s -> Optional.of(s.route());
            case Ended s -> Optional.of(s.route());
        };
    }

    /** The region, once opened. */
    default Optional<String> region() {
        return whose().map(Route::region);
    }

    /** What a rule for open trajectories decides, or the refusal of one that is not open. */
    default Decision<TrajectoryEvent> whileOpen(Function<Open, Decision<TrajectoryEvent>> decision) {
        return switch (this) {
            case NotOpened s -> rejected(TRAJECTORY_NOT_OPENED);
            case Ended s -> rejected(TRAJECTORY_ENDED);
            case Open s -> decision.apply(s);
        };
    }

    /** What a rule for open trajectories decides, or the refusal of one that is not open or stands on hold. */
    default Decision<TrajectoryEvent> whileMoving(Function<Open, Decision<TrajectoryEvent>> decision) {
        return whileOpen(open -> open.isOnHold() ? rejected(TRAJECTORY_ON_HOLD) : decision.apply(open));
    }

    /** Nothing happened yet. */
    record NotOpened() implements Trajectory {}

    /**
     * Under way, before or after the start of learning.
     *
     * @param hold the hold that lies over it, if any; the stage goes on underneath (rule B18)
     */
    record Open(Route route, Stage stage, Plan plan, Optional<Hold> hold) implements Trajectory {

        public Open with(Stage next) {
            return new Open(route, next, plan, hold);
        }

        public Open with(Plan next) {
            return new Open(route, stage, next, hold);
        }

        public Open with(Route next) {
            return new Open(next, stage, plan, hold);
        }

        public Open held(Hold next) {
            return new Open(route, stage, plan, Optional.of(next));
        }

        /** After the hold the start has to be planned again (rule B18), and weeks of it are not guided (rule B27). */
        public Open resumed(LocalDate on) {
            Stage next = hold.isPresent() && stage instanceof Stage.InProgress progress
                    ? progress.with(progress.learning().heldFrom(hold.get().since(), on))
                    : stage;
            return new Open(route, next, plan.voided(), Optional.empty());
        }

        public boolean isOnHold() {
            return hold.isPresent();
        }

        /** The phase of a hold that begins now: before the start of learning, or after it. */
        public String phase() {
            return stage instanceof Stage.InProgress ? "LOPEND" : "INSTROOM";
        }
    }

    /**
     * Over.
     *
     * @param stage the stage in which it ended, with what was learned
     */
    record Ended(Route route, Stage stage, End end, LocalDate on) implements Trajectory {}

    /** How a trajectory ended. */
    enum End {
        REFERRED,
        COMPLETED,
        STOPPED,
        TRANSFERRED_OUT
    }

    /** Whose trajectory it is, and where it goes. {@code openedBy} is the event that began it. */
    record Route(
            UUID id,
            UUID candidateId,
            String region,
            String goal,
            String sector,
            int level,
            String werkcoachId,
            UUID openedBy,
            LocalDate openedOn) {

        Route inSector(String next) {
            return new Route(id, candidateId, region, goal, next, level, werkcoachId, openedBy, openedOn);
        }

        Route coachedBy(String next) {
            return new Route(id, candidateId, region, goal, sector, level, next, openedBy, openedOn);
        }
    }

    /**
     * When learning is to start.
     *
     * @param start         the planned start; empty when none was planned, or a hold or unmatch voided it
     * @param postponements how many times it was postponed
     */
    record Plan(Optional<LocalDate> start, int postponements) {

        static final Plan NONE = new Plan(Optional.empty(), 0);

        Plan to(LocalDate next) {
            return new Plan(Optional.of(next), postponements);
        }

        Plan postponedTo(LocalDate next) {
            return new Plan(Optional.of(next), postponements + 1);
        }

        Plan voided() {
            return new Plan(Optional.empty(), postponements);
        }
    }

    /** A hold and the event that began it. */
    record Hold(UUID eventId, LocalDate since, String cause, Optional<UUID> cohortId) {}

    /** How far an open trajectory is. */
    sealed interface Stage {

        /** The code of the status, as events and views have it. */
        String code();

        /** In view; the intake is open. */
        record Registered() implements Stage {

            @Override
            public String code() {
                return "REGISTERED";
            }
        }

        /** The intake found that this is not the route; a referral follows, or another intake. */
        record NotSuitable() implements Stage {

            @Override
            public String code() {
                return "NOT_SUITABLE";
            }
        }

        /** Leerbaar and not schoolbaar; perhaps waiting for a place. */
        record Suitable(Optional<Waiting> waiting) implements Stage {

            @Override
            public String code() {
                return "SUITABLE";
            }
        }

        /** Leerbedrijf, supervisor, school and werkprocessen are fixed. */
        record Matched(Match match) implements Stage {

            @Override
            public String code() {
                return "MATCHED";
            }
        }

        /**
         * The praktijkovereenkomst is active.
         *
         * @param praktijkovereenkomst empty after the place was replaced, until the new agreement is active
         */
        record Contracted(Match match, Optional<UUID> praktijkovereenkomst) implements Stage {

            @Override
            public String code() {
                return "CONTRACTED";
            }
        }

        /**
         * Learning at work.
         *
         * @param match                empty after a transfer or a retracted end, until there is a place again
         * @param praktijkovereenkomst empty while there is no active agreement
         */
        record InProgress(
                Optional<Match> match,
                Optional<UUID> praktijkovereenkomst,
                LocalDate startedOn,
                UUID startedBy,
                Learning learning)
                implements Stage {

            @Override
            public String code() {
                return "IN_PROGRESS";
            }

            InProgress with(Learning next) {
                return new InProgress(match, praktijkovereenkomst, startedOn, startedBy, next);
            }
        }

        /** The match, where there is one. */
        default Optional<Match> place() {
            return switch (this) {
                case Registered s -> Optional.empty();
                case NotSuitable s -> Optional.empty();
                case Suitable s -> Optional.empty();
                case Matched s -> Optional.of(s.match());
                case Contracted s -> Optional.of(s.match());
                case InProgress s -> s.match();
            };
        }

        /** The active praktijkovereenkomst, where there is one. */
        default Optional<UUID> agreement() {
            return switch (this) {
                case Registered s -> Optional.empty();
                case NotSuitable s -> Optional.empty();
                case Suitable s -> Optional.empty();
                case Matched s -> Optional.empty();
                case Contracted s -> s.praktijkovereenkomst();
                case InProgress s -> s.praktijkovereenkomst();
            };
        }

        /** What was learned; nothing before the start. */
        default Learning learned() {
            return this instanceof InProgress progress ? progress.learning() : Learning.NOTHING;
        }
    }

    /** Waiting for a place or a supervisor. */
    record Waiting(LocalDate since, String cause, Optional<UUID> intendedLeerbedrijfId) {}

    /** What a match fixes. */
    record Match(
            UUID leerbedrijfId,
            UUID supervisorId,
            String schoolId,
            String crebo,
            String dossierVersion,
            List<String> werkprocessen) {

        Match movedTo(UUID leerbedrijf, UUID supervisor) {
            return new Match(leerbedrijf, supervisor, schoolId, crebo, dossierVersion, werkprocessen);
        }
    }

    /**
     * What was learned so far.
     *
     * @param mastered  the latest judgement per werkproces that says it is mastered
     * @param confirmed the school's confirmation per werkproces
     * @param guided    presence, and the holds that lay over it
     */
    record Learning(Map<String, Judgement> mastered, Map<String, Confirmation> confirmed, GuidedWeeks guided) {

        static final Learning NOTHING = new Learning(Map.of(), Map.of(), GuidedWeeks.NONE);

        Learning judged(String werkproces, Judgement judgement) {
            return new Learning(put(mastered, werkproces, judgement), confirmed, guided);
        }

        Learning notYet(String werkproces) {
            Map<String, Judgement> left = new LinkedHashMap<>(mastered);
            left.remove(werkproces);
            return new Learning(left, confirmed, guided);
        }

        Learning confirmed(String werkproces, Confirmation confirmation) {
            return new Learning(mastered, put(confirmed, werkproces, confirmation), guided);
        }

        Learning present(IsoWeek week, GuidedWeeks.Presence hours) {
            return new Learning(mastered, confirmed, guided.present(week, hours));
        }

        Learning heldFrom(LocalDate since, LocalDate until) {
            return new Learning(mastered, confirmed, guided.held(new GuidedWeeks.Held(since, until)));
        }

        /** The codes of the confirmed werkprocessen, in the order of confirmation. */
        public List<String> confirmedCodes() {
            return new ArrayList<>(confirmed.keySet());
        }

        private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
            Map<String, V> more = new LinkedHashMap<>(map);
            more.put(key, value);
            return more;
        }
    }

    /** The supervisor's judgement that a werkproces is mastered. */
    record Judgement(UUID eventId, LocalDate on, String judgedBy, Match match) {}

    /** The school's confirmation of a judgement, and what it rests on. */
    record Confirmation(UUID eventId, LocalDate on, String schoolCoachId, Judgement judgement) {}
}
