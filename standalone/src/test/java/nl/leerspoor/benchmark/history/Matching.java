package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.benchmark.history.Career.Stage;
import nl.leerspoor.events.candidate.CandidateEvent.SchoolStudentLinked;
import nl.leerspoor.events.trajectory.CorrectionEvent.TrajectoryStartCorrected;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateUnmatched;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateTakenOffWaitlist;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateWaitlisted;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPostponed;

/** From suitable to the first day at work: waiting, a match, an agreement, postponements, the start. */
final class Matching {

    static final List<String> WERKPROCESSEN = List.of("B1-K1-W1", "B1-K1-W2", "B1-K1-W3", "B1-K1-W4");

    private static final int PATIENCE = 12;

    private final Career career;
    private final Region region;
    private boolean waiting;
    private int looks;

    Matching(Career career) {
        this.career = career;
        this.region = career.region;
    }

    /** Looks for a place; without one the candidate waits. */
    void match(LocalDate today) {
        Optional<Supervisor> free = region.freeSupervisor(career.sector, today);
        if (free.isPresent()) {
            match(today, free.get());
        } else if (++looks > PATIENCE) {
            leaveWaitlist(today);
            career.stop(today, "NO_PLACE_IN_TIME");
            new Aftercare(career).follow(today);
        } else {
            waitlist(today);
            career.soon(today, 10, 20, this::match);
        }
    }

    private void waitlist(LocalDate today) {
        if (!waiting && career.stage == Stage.SUITABLE) {
            waiting = true;
            career.decide(today)
                    .enter(new CandidateWaitlisted(
                            career.id,
                            career.candidate,
                            region.code,
                            today,
                            career.sector,
                            region.chance.oneOf("SUPERVISOR_SHORTAGE", "NO_LEERBEDRIJF"),
                            null));
        }
    }

    private void leaveWaitlist(LocalDate today) {
        if (waiting) {
            waiting = false;
            career.decide(today).enter(new CandidateTakenOffWaitlist(career.id, career.candidate, region.code, today));
        }
    }

    private void match(LocalDate today, Supervisor supervisor) {
        boolean learning = career.stage == Stage.IN_PROGRESS;
        leaveWaitlist(today);
        if (!learning && career.plannedStart == null) {
            plan(today, today.plusDays(region.chance.between(30, 60)));
        }
        List<String> werkprocessen = WERKPROCESSEN.subList(0, region.chance.between(2, 4));
        career.placement = new Placement(career, supervisor, werkprocessen);
        Pen.Decision decision = career.decide(today);
        decision.enter(matched(today, supervisor));
        supervisor.reserve(decision, career.id, career.candidate, today);
        if (!learning) {
            career.stage = Stage.MATCHED;
        }
        if (region.chance.in100(60)) {
            career.note(
                    today,
                    new SchoolStudentLinked(career.candidate, region.code, today, "ROC", region.reference("L"), null));
        }
        career.soon(today, 2, 8, day -> draftOrUndo(day, learning));
    }

    private CandidateMatched matched(LocalDate today, Supervisor supervisor) {
        return new CandidateMatched(
                career.id,
                career.candidate,
                region.code,
                today,
                supervisor.leerbedrijfId(),
                supervisor.id(),
                career.placement.school(),
                career.placement.crebo(),
                career.placement.dossierVersion(),
                career.placement.werkprocessen(),
                career.plannedStart,
                true,
                true,
                today);
    }

    private void draftOrUndo(LocalDate today, boolean learning) {
        if (!learning && region.chance.in100(6)) {
            undo(today);
        } else {
            career.placement.draftAgreement(today, learning ? new Learning(career)::begin : this::awaitStart);
        }
    }

    private void undo(LocalDate today) {
        Placement lost = career.placement;
        Pen.Decision decision = career.decide(today);
        decision.enter(new CandidateUnmatched(
                career.id,
                career.candidate,
                region.code,
                today,
                lost.supervisor().leerbedrijfId(),
                lost.supervisor().id(),
                "CANDIDATE_REQUEST"));
        lost.endEarly(decision, today, "UNMATCHED");
        career.placement = null;
        career.plannedStart = null;
        career.stage = Stage.SUITABLE;
        career.soon(today, 7, 20, this::match);
    }

    private void awaitStart(LocalDate today) {
        if (career.plannedStart == null || career.plannedStart.isBefore(today)) {
            plan(today, today.plusDays(region.chance.between(7, 21)));
        } else if (region.chance.in100(20)) {
            postpone(today);
        }
        int days = (int) ChronoUnit.DAYS.between(today, career.plannedStart);
        career.soon(today, Math.max(1, days), Math.max(1, days), this::start);
    }

    private void plan(LocalDate today, LocalDate start) {
        career.plannedStart = start;
        career.decide(today).enter(new TrajectoryStartPlanned(career.id, career.candidate, region.code, today, start));
    }

    private void postpone(LocalDate today) {
        LocalDate before = career.plannedStart;
        career.plannedStart = before.plusDays(region.chance.between(7, 42));
        career.postponements++;
        career.decide(today)
                .enter(new TrajectoryStartPostponed(
                        career.id,
                        career.candidate,
                        region.code,
                        today,
                        before,
                        career.plannedStart,
                        region.chance.oneOf("SUPERVISOR_SHORTAGE", "SCHOOL_CAPACITY", "PERSONAL"),
                        career.postponements));
    }

    private void start(LocalDate today) {
        LocalDate quietSince = career.lastOn();
        if (career.plannedStart == null) {
            plan(today, today);
            quietSince = today;
        }
        Supervisor supervisor = career.placement.supervisor();
        UUID started = career.decide(today)
                .enter(new TrajectoryStarted(
                        career.id,
                        career.candidate,
                        region.code,
                        today,
                        supervisor.leerbedrijfId(),
                        supervisor.id(),
                        career.placement.agreement(),
                        career.placement.crebo(),
                        career.placement.dossierVersion()));
        career.stage = Stage.IN_PROGRESS;
        if (quietSince.isBefore(today.minusDays(3)) && region.chance.in100(4)) {
            redate(today, started);
        }
        new Learning(career).begin(today);
    }

    /** The start was entered some days too late. */
    private void redate(LocalDate today, UUID started) {
        career.decide(today, region.lead)
                .enter(new TrajectoryStartCorrected(
                        career.id,
                        career.candidate,
                        region.code,
                        today,
                        started,
                        today,
                        today.minusDays(region.chance.between(1, 2)),
                        "WRONG_DATE",
                        region.lead.name()));
    }
}
