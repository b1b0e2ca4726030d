package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.cohort.CohortEvent.CandidateAddedToCohort;
import nl.leerspoor.events.cohort.CohortEvent.CohortActionCompleted;
import nl.leerspoor.events.cohort.CohortEvent.CohortCreated;
import nl.leerspoor.events.cohort.CohortEvent.CohortPutOnHold;
import nl.leerspoor.events.cohort.CohortEvent.CohortResumed;
import nl.leerspoor.events.cohort.CohortEvent.Skipped;

/** Trajectories that are put on hold together, and resumed together weeks later. */
final class Cohort {

    private static final int MOST = 60;

    private final Region region;
    private final Pen pen;
    private final UUID id;
    private final List<Career> members = new ArrayList<>();

    private Cohort(Region region, LocalDate today) {
        this.region = region;
        this.pen = region.pen();
        this.id = region.idOn(today);
    }

    /** A cohort is made today of some who are on their way. */
    static void create(Region region, LocalDate today) {
        region.careers.removeIf(career -> !career.isOpen());
        Cohort cohort = new Cohort(region, today);
        String reference = region.reference("G");
        Pen.Decision decision = cohort.pen.decideAtOnce(today, region.lead);
        decision.enter(new CohortCreated(cohort.id, region.code, today, "Testgroep " + reference, reference));
        region.careers.stream()
                .filter(career -> region.chance.in100(15))
                .limit(MOST)
                .forEach(career -> {
                    cohort.members.add(career);
                    decision.enter(
                            new CandidateAddedToCohort(cohort.id, region.code, today, career.id, career.candidate));
                });
        region.agenda.on(today.plusDays(region.chance.between(10, 40)), cohort::putOnHold);
    }

    private void putOnHold(LocalDate today) {
        int days = region.chance.between(21, 63);
        Pen.Decision decision = pen.decide(today, region.lead);
        decision.enter(new CohortPutOnHold(
                id, region.code, today, "SCHOOL_CAPACITY", today.plusDays(days), ids(members), members.size()));
        List<UUID> applied = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Career career : members) {
            if (!career.isOpen()) {
                skipped.add(new Skipped(career.id, "TRAJECTORY_ENDED"));
            } else if (career.isOnHold()) {
                skipped.add(new Skipped(career.id, "ALREADY_ON_HOLD"));
            } else {
                career.holdWith(decision, id, today, days);
                applied.add(career.id);
            }
        }
        decision.enter(new CohortActionCompleted(id, region.code, today, "HOLD", applied, skipped));
        region.agenda.on(today.plusDays(days), this::resume);
    }

    private void resume(LocalDate today) {
        Pen.Decision decision = pen.decide(today, region.lead);
        decision.enter(new CohortResumed(id, region.code, today, ids(members), members.size()));
        List<UUID> applied = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Career career : members) {
            if (career.resumeWith(decision, id, today)) {
                applied.add(career.id);
            } else {
                skipped.add(new Skipped(career.id, career.isOpen() ? "NOT_ON_HOLD" : "TRAJECTORY_ENDED"));
            }
        }
        decision.enter(new CohortActionCompleted(id, region.code, today, "RESUME", applied, skipped));
    }

    private static List<UUID> ids(List<Career> careers) {
        return careers.stream().map(career -> career.id).toList();
    }
}
