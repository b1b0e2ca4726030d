package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopRetracted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateHoldRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.IntakeEvent.WerkcoachReassigned;

/** One trajectory of one candidate: what it has come to, and the holds, stops and changes that may befall it on its way. */
final class Career {

    /** How far it is. */
    enum Stage {
        REGISTERED,
        NOT_SUITABLE,
        SUITABLE,
        MATCHED,
        CONTRACTED,
        IN_PROGRESS,
        ENDED
    }

    /** A werkproces with the facts on which it rests. */
    record Proof(String werkproces, UUID judged, UUID confirmed) {}

    private record Hold(UUID event, LocalDate since, UUID cohort) {}

    final Region region;
    final Pen pen;
    final UUID id;
    final UUID candidate;
    final UUID person;
    String sector;
    Author werkcoach;
    Stage stage = Stage.REGISTERED;
    LocalDate plannedStart;
    int postponements;
    Placement placement;
    final List<String> confirmed = new ArrayList<>();
    final List<Proof> proofs = new ArrayList<>();

    private Optional<Hold> hold = Optional.empty();
    private LocalDate lastOn = LocalDate.MIN;

    Career(Region region, UUID person, String sector, LocalDate today) {
        this.region = region;
        this.pen = region.pen();
        this.candidate = region.idOn(today);
        this.id = region.idOn(today);
        this.person = person == null ? candidate : person;
        this.sector = sector;
        this.werkcoach = region.anyWerkcoach();
        region.careers.add(this);
    }

    boolean isOpen() {
        return stage != Stage.ENDED;
    }

    boolean isOnHold() {
        return hold.isPresent();
    }

    /** The day of the last fact on which others build. */
    LocalDate lastOn() {
        return lastOn;
    }

    /** Facts of today on which later ones build. */
    Pen.Decision decide(LocalDate today) {
        return decide(today, werkcoach);
    }

    Pen.Decision decide(LocalDate today, Author by) {
        lastOn = today;
        return pen.decide(today, by);
    }

    /** A fact of today on which nothing builds. */
    void note(LocalDate today, Event event) {
        pen.note(today, werkcoach).enter(event);
    }

    /** Takes the next step in so many days, unless something comes between. */
    void soon(LocalDate today, int least, int most, Agenda.Task step) {
        region.agenda.on(today.plusDays(region.chance.between(least, most)), day -> attempt(day, step));
    }

    private void attempt(LocalDate today, Agenda.Task step) {
        if (!isOpen()) {
            return;
        }
        if (isOnHold()) {
            soon(today, 5, 10, step);
            return;
        }
        switch (region.chance.between(0, 399)) {
            case 0, 1, 2, 3 -> {
                holdForAWhile(today);
                soon(today, 14, 20, step);
            }
            case 4 -> {
                holdByMistake(today);
                soon(today, 8, 12, step);
            }
            case 5, 6, 7, 8 -> stopOrGoOn(today, step);
            case 9, 10 -> {
                reassign(today);
                soon(today, 1, 3, step);
            }
            default -> step.happen(today);
        }
    }

    private void holdForAWhile(LocalDate today) {
        int days = region.chance.between(14, 70);
        put(decide(today), today, region.chance.oneOf("PERSONAL", "CANDIDATE_REQUEST", "FUNDING"), null, days);
        region.agenda.on(today.plusDays(days), day -> {
            if (isOpen() && isOnHold()) {
                resume(decide(day), day, null, false);
            }
        });
    }

    /** A hold of the person next on the list; taken back some days later. */
    private void holdByMistake(LocalDate today) {
        lastOn = today;
        UUID event = pen.decideAtOnce(today, werkcoach).enter(onHold(today, "PERSONAL", null, null));
        pen.decideAtOnce(today.plusDays(4), werkcoach)
                .enter(new CandidateHoldRetracted(
                        id, candidate, region.code, today, event, List.of(), "WRONG_PERSON", region.lead.name()));
    }

    /** Puts it on hold as part of a decision on a cohort. */
    void holdWith(Pen.Decision decision, UUID cohort, LocalDate today, int days) {
        lastOn = today;
        put(pen.follow(decision), today, "SCHOOL_CAPACITY", cohort, days);
    }

    /** Resumes it as part of a decision on a cohort; false when that cohort did not bring it on hold. */
    boolean resumeWith(Pen.Decision decision, UUID cohort, LocalDate today) {
        boolean ours = isOpen() && hold.filter(h -> cohort.equals(h.cohort())).isPresent();
        if (ours) {
            lastOn = today;
            resume(pen.follow(decision), today, cohort, false);
        }
        return ours;
    }

    private void put(Pen.Decision decision, LocalDate today, String cause, UUID cohort, int days) {
        UUID event = decision.enter(onHold(today, cause, cohort, today.plusDays(days)));
        hold = Optional.of(new Hold(event, today, cohort));
    }

    private CandidateOnHold onHold(LocalDate today, String cause, UUID cohort, LocalDate expected) {
        return new CandidateOnHold(
                id,
                candidate,
                region.code,
                sector,
                today,
                cause,
                stage == Stage.IN_PROGRESS ? "LOPEND" : "INSTROOM",
                stage.name(),
                cohort,
                expected,
                plannedStart,
                null);
    }

    private void resume(Pen.Decision decision, LocalDate today, UUID cohort, boolean endOfTrajectory) {
        Hold ending = hold.orElseThrow();
        decision.enter(new CandidateResumed(
                id,
                candidate,
                region.code,
                today,
                ending.event(),
                (int) ChronoUnit.DAYS.between(ending.since(), today),
                cohort,
                endOfTrajectory));
        hold = Optional.empty();
        plannedStart = null;
    }

    private void reassign(LocalDate today) {
        Author before = werkcoach;
        werkcoach = region.anyWerkcoach();
        if (!werkcoach.equals(before)) {
            decide(today)
                    .enter(new WerkcoachReassigned(id, candidate, region.code, today, before.name(), werkcoach.name()));
        }
    }

    private void stopOrGoOn(LocalDate today, Agenda.Task step) {
        Stage before = stage;
        UUID stop = stop(today, region.chance.oneOf("WORK_FOUND", "PERSONAL", "MOTIVATION", "NO_SHOW", "LANGUAGE"));
        if (placement == null && region.chance.in100(15)) {
            region.agenda.on(today.plusDays(6), day -> {
                decide(day, region.lead)
                        .enter(new TrajectoryStopRetracted(
                                id,
                                candidate,
                                region.code,
                                today,
                                stop,
                                List.of(),
                                "WRONG_PERSON",
                                region.lead.name()));
                stage = before;
                soon(day, 2, 5, step);
            });
        } else {
            new Aftercare(this).follow(today);
        }
    }

    /** Ends it early, with what ends with it; returns the id of the event. */
    UUID stop(LocalDate today, String reason) {
        Pen.Decision decision = decide(today);
        if (isOnHold()) {
            resume(decision, today, null, true);
        }
        UUID event = decision.enter(new TrajectoryStopped(id, candidate, region.code, today, reason));
        stage = Stage.ENDED;
        if (placement != null) {
            placement.endEarly(decision, today, "TRAJECTORY_STOPPED");
        }
        return event;
    }
}
