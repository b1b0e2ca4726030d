package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorAvailableAgain;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorBecameUnavailable;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorCapacityChanged;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorExemptedFromTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReleased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;

/** Somebody at a leerbedrijf who guides candidates, as many as they can and no more. */
final class Supervisor {

    private final Region region;
    private final Leerbedrijf leerbedrijf;
    private final Pen pen;
    private final UUID id;
    private final LocalDate registeredOn;
    private int most;
    private int reserved;
    private boolean trained;
    private boolean enrolled;
    private boolean available = true;

    private Supervisor(Region region, Leerbedrijf leerbedrijf, LocalDate today) {
        this.region = region;
        this.leerbedrijf = leerbedrijf;
        this.pen = region.pen();
        this.id = region.idOn(today);
        this.registeredOn = today;
        this.most = region.chance.between(2, 5);
    }

    /** The company names somebody today. */
    static void register(Region region, Leerbedrijf leerbedrijf, LocalDate today) {
        Supervisor supervisor = new Supervisor(region, leerbedrijf, today);
        Pen.Decision decision = supervisor.pen.decideAtOnce(today, region.accountManager);
        decision.enter(new SupervisorRegistered(
                supervisor.id,
                leerbedrijf.id(),
                region.code,
                today,
                leerbedrijf.sector(),
                supervisor.most,
                region.reference("B")));
        if (region.chance.in100(45)) {
            supervisor.trained = true;
            decision.enter(new SupervisorExemptedFromTraining(
                    supervisor.id, leerbedrijf.id(), region.code, today, "EXPERIENCE"));
        }
        if (region.chance.in100(20)) {
            region.agenda.on(today.plusDays(region.chance.between(60, 700)), supervisor::fallAway);
        }
        if (region.chance.in100(15)) {
            region.agenda.on(today.plusDays(region.chance.between(60, 700)), supervisor::takeMore);
        }
        region.add(supervisor);
    }

    UUID id() {
        return id;
    }

    UUID leerbedrijfId() {
        return leerbedrijf.id();
    }

    String sector() {
        return leerbedrijf.sector();
    }

    /** Whether another candidate can come today; who was named today is known tomorrow. */
    boolean isFree(LocalDate today) {
        return registeredOn.isBefore(today) && trained && available && reserved < most && !leerbedrijf.isSuspended();
    }

    boolean mayEnrol() {
        return !trained && !enrolled;
    }

    /** A place is taken by a decision on a trajectory. */
    void reserve(Pen.Decision decision, UUID trajectory, UUID candidate, LocalDate today) {
        reserved++;
        decision.enter(new SupervisorReserved(id, leerbedrijf.id(), region.code, today, trajectory, candidate));
    }

    /** The place is free again by a decision on a trajectory. */
    void release(Pen.Decision decision, UUID trajectory, UUID candidate, LocalDate today) {
        reserved--;
        decision.enter(new SupervisorReleased(id, leerbedrijf.id(), region.code, today, trajectory, candidate));
    }

    void enrol(UUID training, LocalDate today) {
        enrolled = true;
        pen.decideAtOnce(today, region.accountManager)
                .enter(new SupervisorEnrolledInTraining(id, leerbedrijf.id(), region.code, today, training));
    }

    /** A training was completed by a decision on it. */
    void passed(Pen.Decision decision, UUID training, LocalDate today) {
        trained = true;
        pen.follow(decision)
                .enter(new SupervisorTrained(
                        id,
                        leerbedrijf.id(),
                        region.code,
                        today,
                        leerbedrijf.sector(),
                        training,
                        "BEGELEIDERSTRAINING",
                        null,
                        most));
    }

    private void fallAway(LocalDate today) {
        available = false;
        pen.decideAtOnce(today, region.accountManager)
                .enter(new SupervisorBecameUnavailable(id, leerbedrijf.id(), region.code, today, "PERSONAL"));
        region.agenda.on(today.plusDays(region.chance.between(14, 120)), this::comeBack);
    }

    private void comeBack(LocalDate today) {
        available = true;
        pen.decideAtOnce(today, region.accountManager)
                .enter(new SupervisorAvailableAgain(id, leerbedrijf.id(), region.code, today));
    }

    private void takeMore(LocalDate today) {
        pen.decideAtOnce(today, region.accountManager)
                .enter(new SupervisorCapacityChanged(id, leerbedrijf.id(), region.code, today, most, most + 1));
        most++;
    }
}
