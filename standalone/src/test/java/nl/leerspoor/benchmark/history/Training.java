package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCancelled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCompleted;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingResumed;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingScheduled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingSuspended;

/** A course for supervisors: planned, sometimes lying still, mostly completed. */
final class Training {

    private static final int PLACES = 12;
    private static final int DAYS = 42;

    private final Region region;
    private final Pen pen;
    private final UUID id;
    private final List<Supervisor> participants = new ArrayList<>();
    private LocalDate end;

    private Training(Region region, LocalDate today) {
        this.region = region;
        this.pen = region.pen();
        this.id = region.idOn(today);
    }

    /** A course is planned today, for whoever has none yet. */
    static void schedule(Region region, LocalDate today) {
        Training training = new Training(region, today);
        LocalDate start = today.plusDays(28);
        training.end = start.plusDays(DAYS);
        training.pen
                .decideAtOnce(today, region.lead)
                .enter(new SupervisorTrainingScheduled(
                        training.id,
                        region.code,
                        today,
                        "BEGELEIDERSTRAINING",
                        start,
                        training.end,
                        null,
                        PLACES,
                        region.reference("T")));
        region.agenda.on(today.plusDays(14), training::enrol);
        region.agenda.on(start.plusDays(7), training::run);
    }

    private void enrol(LocalDate today) {
        region.untrainedSupervisors().stream().limit(PLACES).forEach(supervisor -> {
            supervisor.enrol(id, today);
            participants.add(supervisor);
        });
    }

    private void run(LocalDate today) {
        if (participants.isEmpty()) {
            pen.decideAtOnce(today, region.lead)
                    .enter(new SupervisorTrainingCancelled(id, region.code, today, "OTHER"));
        } else if (region.chance.in100(20)) {
            suspend(today);
        } else {
            region.agenda.on(end, this::complete);
        }
    }

    private void suspend(LocalDate today) {
        LocalDate resumed = today.plusDays(region.chance.between(21, 90));
        pen.decide(today, region.lead)
                .enter(new SupervisorTrainingSuspended(
                        id,
                        region.code,
                        today,
                        null,
                        "SCHOOL_CAPACITY",
                        participants.stream().map(Supervisor::id).toList(),
                        end,
                        resumed));
        region.agenda.on(resumed, this::resume);
    }

    private void resume(LocalDate today) {
        end = today.plusDays(DAYS);
        pen.decide(today, region.lead).enter(new SupervisorTrainingResumed(id, region.code, today, end));
        region.agenda.on(end, this::complete);
    }

    private void complete(LocalDate today) {
        Pen.Decision decision = pen.decide(today, region.lead);
        decision.enter(new SupervisorTrainingCompleted(
                id,
                region.code,
                today,
                participants.stream().map(Supervisor::id).toList(),
                null));
        participants.forEach(supervisor -> supervisor.passed(decision, id, today));
    }
}
