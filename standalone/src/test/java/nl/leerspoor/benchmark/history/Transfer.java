package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.List;
import nl.leerspoor.benchmark.history.Career.Stage;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateRegistered;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryTransferredOut;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryTransferredIn;

/** A trajectory that goes on in another region, as somebody known there under an id of their own (rule B31). */
final class Transfer {

    private final Career from;

    Transfer(Career from) {
        this.from = from;
    }

    void go(LocalDate today) {
        Region old = from.region;
        Region next = old.neighbour;
        Career to = new Career(next, from.person, from.sector, today);
        to.confirmed.addAll(from.confirmed);
        Pen.Decision decision = from.decide(today);
        decision.enter(
                new TrajectoryTransferredOut(from.id, from.candidate, old.code, today, next.code, to.id, to.candidate));
        from.stage = Stage.ENDED;
        from.placement.endEarly(decision, today, "TRAJECTORY_TRANSFERRED");
        arrive(to, to.pen.follow(decision), today);
    }

    private void arrive(Career to, Pen.Decision decision, LocalDate today) {
        decision.enter(new CandidateRegistered(
                to.candidate,
                to.region.code,
                today,
                to.person,
                "STATUSHOUDER",
                "WERKZOEKEND",
                false,
                null,
                "UITKERING",
                "REGION",
                from.candidate,
                to.region.reference("K")));
        decision.enter(new TrajectoryTransferredIn(
                to.id,
                to.candidate,
                to.region.code,
                today,
                from.id,
                from.region.code,
                Stage.IN_PROGRESS.name(),
                "PRAKTIJKVERKLARING",
                to.sector,
                1,
                to.werkcoach.name(),
                List.copyOf(to.confirmed)));
        to.confirmed.clear();
        to.stage = Stage.IN_PROGRESS;
        to.soon(today, 5, 20, new Matching(to)::match);
    }
}
