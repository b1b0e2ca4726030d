package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Count.count;
import static nl.leerspoor.query.figures.Count.inPeriod;
import static nl.leerspoor.query.figures.Count.number;
import static nl.leerspoor.query.figures.Split.by;
import static nl.leerspoor.query.figures.Split.week;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.query.figures.Leerbedrijf.Decline;
import nl.leerspoor.query.figures.Situation.InView;
import nl.leerspoor.query.figures.Situation.Paper;
import nl.leerspoor.query.figures.Trajectory.Place;
import nl.leerspoor.query.figures.Trajectory.Status;

/** The figures that count something, as version 1 defines them. */
final class Definitions {

    /** Stands for no leerbedrijf in particular. */
    static final String NONE = "NONE";

    private static final List<Split<Trajectory>> OF_TRAJECTORY = List.of(
            by("sector", Trajectory::sector),
            by("level", Trajectory::level),
            by("werkcoach", Trajectory::werkcoach),
            by("region", Trajectory::region));

    private static final List<Split<Place>> OF_PLACE =
            List.of(by("leerbedrijf", Place::leerbedrijf), by("school", Place::school), by("crebo", Place::crebo));

    private static final List<Split<Candidate>> OF_CANDIDATE =
            List.of(by("targetGroup", Candidate::targetGroup), by("labourStatus", Candidate::labourStatus));

    private static final List<Split<Route>> PEOPLE =
            joined(each(OF_TRAJECTORY, Route::trajectory), each(OF_CANDIDATE, Route::candidate));

    private static final List<Split<Route>> PLACED =
            joined(PEOPLE, each(OF_PLACE, route -> route.trajectory().place()));

    /** F01, over the candidates with their trajectories. */
    static final Counting<InView> CANDIDATES = new Counting<>(List.of(
            count(Figure.IN_VIEW, (InView row) -> true)
                    .by(each(OF_TRAJECTORY.subList(0, 3), InView::trajectory))
                    .by(each(OF_CANDIDATE, InView::candidate))
                    .by(
                            by("incomeKind", row -> row.candidate().incomeKind()),
                            by("referrer", row -> row.candidate().referrer()),
                            by("region", row -> row.candidate().region()),
                            week(row -> row.candidate().registeredOn())),
            inPeriod(Figure.IN_VIEW, row -> row.asOf().inPeriod(row.candidate().registeredOn()))));

    /** F02-F06, F08, F14, F16 and F18, over the trajectories. */
    static final Counting<Route> TRAJECTORIES = new Counting<>(List.of(
            count(Figure.IN_PROGRESS, Route::isInProgress)
                    .by(PLACED)
                    .by(week(route -> route.trajectory().milestones().startedOn())),
            count(Figure.IN_PROGRESS_BROAD, Route::isInProgressBroadly)
                    .by(PEOPLE)
                    .by(by("status", route -> route.trajectory().status())),
            count(Figure.ON_HOLD, Route::isOnHold)
                    .by(PLACED)
                    .by(
                            by("cause", route -> route.trajectory().hold().cause()),
                            by("phase", route -> route.trajectory().hold().phase()),
                            week(route -> route.trajectory().hold().since())),
            count(Figure.WAITING, Route::isWaiting)
                    .by(PEOPLE)
                    .by(
                            by("cause", route -> route.trajectory().waiting().cause()),
                            by("leerbedrijf", Definitions::waitsFor),
                            week(route -> route.trajectory().waiting().since())),
            count(Figure.POSTPONED, Route::isPostponed).by(PEOPLE),
            number(Figure.POSTPONED, "events", Route::isPostponed).sum(Route::timesPostponed),
            number(Figure.POSTPONED, "days", Route::isPostponed).sum(Route::daysPostponed),
            ended(Figure.COMPLETED, Status.COMPLETED).by(PLACED),
            inPeriod(Figure.COMPLETED, route -> route.isInPeriod(Status.COMPLETED)),
            ended(Figure.STOPPED, Status.STOPPED).by(PLACED).by(endReason("reason")),
            inPeriod(Figure.STOPPED, route -> route.isInPeriod(Status.STOPPED)),
            ended(Figure.REFERRED, Status.REFERRED).by(PEOPLE).by(endReason("target")),
            inPeriod(Figure.REFERRED, route -> route.isInPeriod(Status.REFERRED)),
            ended(Figure.TRANSFERRED, Status.TRANSFERRED_OUT).by(PEOPLE).by(endReason("target")),
            inPeriod(Figure.TRANSFERRED, route -> route.isInPeriod(Status.TRANSFERRED_OUT)),
            count(Figure.TO_BE_ISSUED, Route::isToBeIssued).by(PLACED),
            number(Figure.TO_BE_ISSUED, "withoutDraft", Route::isWithoutDraft),
            count(Figure.PREFERENCE_MET, Route::isMatchedAsPreferred).by(PLACED),
            number(Figure.PREFERENCE_MET, "n", route -> route.trajectory().place() != null),
            count(
                            Figure.PROGRESSION_ADVISED,
                            (Route route) -> route.trajectory().advised() != null)
                    .by(PLACED)
                    .by(
                            by("target", route -> route.trajectory().advised().to()),
                            week(route -> route.trajectory().advised().on())),
            count(
                            Figure.PROGRESSION_STARTED,
                            (Route route) -> route.trajectory().progressed() != null)
                    .by(PLACED)
                    .by(
                            by(
                                    "target",
                                    route -> route.trajectory().progressed().to()),
                            week(route -> route.trajectory().progressed().on()))));

    private static final List<Split<Paper<Verklaring>>> OF_VERKLARING = List.of(
            by("sector", Definitions::sector),
            by("crebo", row -> row.paper().crebo()),
            by("school", row -> row.paper().school()),
            by("leerbedrijf", row -> row.paper().leerbedrijf()),
            by("region", row -> row.paper().region()));

    /** F07 and F08 in part, over the papers. Issued is ever issued; valid is less those revoked or replaced since. */
    static final Counting<Paper<Verklaring>> VERKLARINGEN = new Counting<>(List.of(
            count(
                            Figure.VERKLARINGEN_APPROVED,
                            (Paper<Verklaring> row) -> row.paper().isApproved())
                    .by(OF_VERKLARING)
                    .by(week(row -> row.paper().approvedOn())),
            count(
                            Figure.VERKLARINGEN_ISSUED,
                            (Paper<Verklaring> row) -> row.paper().wasIssued())
                    .by(OF_VERKLARING)
                    .by(
                            by("regime", row -> row.paper().regime()),
                            week(row -> row.paper().issuedOn())),
            number(
                    Figure.VERKLARINGEN_ISSUED,
                    "validNow",
                    row -> row.paper().state().equals("ISSUED")),
            inPeriod(
                    Figure.VERKLARINGEN_ISSUED,
                    row -> row.asOf().inPeriod(row.paper().issuedOn())),
            number(Figure.TO_BE_ISSUED, "approved", row -> row.paper().isApproved())));

    private static final List<Split<Supervisor.OnDay>> OF_SUPERVISOR = List.of(
            by("sector", row -> row.supervisor().sector()),
            by("leerbedrijf", row -> row.supervisor().leerbedrijf()),
            by("region", row -> row.supervisor().region()));

    /** F10 and F11 in part, over the supervisors. Trained includes those who are away for a while. */
    static final Counting<Supervisor.OnDay> SUPERVISORS = new Counting<>(List.of(
            count(Figure.SUPERVISORS_TRAINED, Supervisor.OnDay::isTrained)
                    .by(OF_SUPERVISOR)
                    .by(week(row -> row.supervisor().trainedOn())),
            count(
                            Figure.SUPERVISORS_IN_TRAINING,
                            (Supervisor.OnDay row) -> row.supervisor().isInTraining())
                    .by(OF_SUPERVISOR),
            count(Figure.SUPERVISORS_EXPIRED, Supervisor.OnDay::isExpired).by(OF_SUPERVISOR),
            count(
                            Figure.SUPERVISORS_UNAVAILABLE,
                            (Supervisor.OnDay row) -> row.supervisor().isUnavailable())
                    .by(OF_SUPERVISOR)
                    .by(
                            by("cause", row -> row.supervisor().unavailable()),
                            week(row -> row.supervisor().unavailableSince())),
            count(Figure.FREE_PLACES, Supervisor.OnDay::guides)
                    .sum(row -> row.supervisor().free())
                    .by(OF_SUPERVISOR)));

    /** F12, over the trainings. */
    static final Counting<Training.OnDay> TRAININGS = new Counting<>(List.of(
            count(Figure.TRAININGS_BY_STATE, (Training.OnDay row) -> true)
                    .by(
                            by("state", Training.OnDay::state),
                            by("sector", row -> row.training().sector()),
                            by("cause", row -> row.training().suspendedFor()),
                            by("region", row -> row.training().region())),
            number(Figure.TRAININGS_BY_STATE, "everSuspended", Training.OnDay::wasSuspended),
            number(Figure.TRAININGS_BY_STATE, "daysSuspended", (Training.OnDay row) -> true)
                    .sum(Training.OnDay::daysSuspended)));

    /** F13, over the leerbedrijven. Approached, interested, joined and declined are ever; open is neither of the last two. */
    static final Counting<Leerbedrijf> LEERBEDRIJVEN = new Counting<>(List.of(
            count(Figure.EMPLOYERS, (Leerbedrijf row) -> true)
                    .by(
                            by("state", Leerbedrijf::state),
                            by("sector", Leerbedrijf::sector),
                            by("region", Leerbedrijf::region),
                            week(Leerbedrijf::approachedOn)),
            number(Figure.EMPLOYERS, "approached", row -> true),
            number(Figure.EMPLOYERS, "interested", Leerbedrijf::wasInterested),
            number(Figure.EMPLOYERS, "joined", Leerbedrijf::wasJoined),
            number(Figure.EMPLOYERS, "declined", Leerbedrijf::everDeclined),
            number(Figure.EMPLOYERS, "open", row -> !row.wasJoined() && !row.everDeclined())));

    /** F13: employers that ever said no, once for each reason and each sector in which they did. */
    static final Counting<Decline> DECLINES =
            new Counting<>(List.of(count(Figure.EMPLOYERS_DECLINED, (Decline row) -> true)
                    .by(by("reason", Decline::reason), by("sector", Decline::sector), by("region", Decline::region))));

    /** Agreements; those in force whatever their dates say (WEB 7.2.9). */
    static final Counting<Paper<Praktijkovereenkomst>> PRAKTIJKOVEREENKOMSTEN = new Counting<>(List.of(
            count(
                            Figure.PRAKTIJKOVEREENKOMSTEN_ACTIVE,
                            (Paper<Praktijkovereenkomst> row) ->
                                    row.paper().state().equals("ACTIVE"))
                    .by(
                            by("sector", Definitions::sector),
                            by("crebo", row -> row.paper().crebo()),
                            by("school", row -> row.paper().school()),
                            by("leerbedrijf", row -> row.paper().leerbedrijf()),
                            by("region", row -> row.paper().region())),
            count(Figure.ALL_PRAKTIJKOVEREENKOMSTEN, (Paper<Praktijkovereenkomst> row) -> true)
                    .by(
                            by("state", row -> row.paper().state()),
                            by("school", row -> row.paper().school()))));

    /** Everything by which some figure can be split. */
    static Stream<String> splits() {
        return all().flatMap(Counting::splits);
    }

    /** The figures that can be split by week. */
    static Set<Figure> byWeek() {
        return all().flatMap(counting -> counting.counts().stream())
                .filter(count ->
                        count.splits().stream().anyMatch(split -> split.name().equals(Split.WEEK)))
                .map(Count::figure)
                .collect(Collectors.toSet());
    }

    /** All definitions here. */
    static Stream<Counting<?>> all() {
        return Stream.of(
                CANDIDATES,
                TRAJECTORIES,
                VERKLARINGEN,
                SUPERVISORS,
                TRAININGS,
                LEERBEDRIJVEN,
                DECLINES,
                PRAKTIJKOVEREENKOMSTEN);
    }

    /** For which leerbedrijf somebody waits, or {@code NONE}. */
    static Object waitsFor(Route route) {
        Object leerbedrijf = route.trajectory().waiting().leerbedrijf();
        return leerbedrijf == null ? NONE : leerbedrijf;
    }

    private Definitions() {}

    private static Count<Route> ended(Figure figure, Status status) {
        return count(figure, (Route route) -> route.is(status))
                .by(week(route -> route.trajectory().milestones().endedOn()));
    }

    private static Split<Route> endReason(String name) {
        return by(name, route -> route.trajectory().endReason());
    }

    private static Object sector(Paper<?> row) {
        return row.trajectory() == null ? null : row.trajectory().sector();
    }

    private static <T, R> List<Split<T>> each(List<Split<R>> splits, Function<T, R> row) {
        return splits.stream().map(split -> split.of(row)).toList();
    }

    private static <R> List<Split<R>> joined(List<Split<R>> some, List<Split<R>> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
