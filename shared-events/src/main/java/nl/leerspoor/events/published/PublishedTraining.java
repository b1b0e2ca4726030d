package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.training.TrainingEvent;

/** What is told of a course that makes supervisors trained. */
@About(stream = "training", collection = "supervisor-trainings")
public sealed interface PublishedTraining extends Published {

    UUID trainingId();

    @Override
    default UUID subject() {
        return trainingId();
    }

    @Told(
            title = "Opleiding van praktijkbegeleiders gepland",
            english = "Supervisor training scheduled",
            description = "Er is een opleiding van praktijkbegeleiders gepland, voor een sector of voor alle.")
    record SupervisorTrainingScheduled(
            UUID trainingId,
            String region,
            LocalDate effectiveOn,
            String trainingKind,
            LocalDate start,
            LocalDate end,
            @IfKnown String sector,
            int places)
            implements PublishedTraining {}

    @Told(
            title = "Opleiding van praktijkbegeleiders stilgelegd",
            english = "Supervisor training suspended",
            description = "De opleiding ligt stil; de ingangsdatum is de dag van het besluit.")
    record SupervisorTrainingSuspended(
            UUID trainingId,
            String region,
            LocalDate effectiveOn,
            @IfKnown String sector,
            String cause,
            @IfKnown LocalDate expectedResumeOn)
            implements PublishedTraining {}

    @Told(
            title = "Opleiding van praktijkbegeleiders hervat",
            english = "Supervisor training resumed",
            description = "De opleiding gaat verder, met een nieuw einde.")
    record SupervisorTrainingResumed(UUID trainingId, String region, LocalDate effectiveOn, LocalDate newEnd)
            implements PublishedTraining {}

    @Told(
            title = "Opleiding van praktijkbegeleiders afgelast",
            english = "Supervisor training cancelled",
            description = "De opleiding gaat niet door.")
    record SupervisorTrainingCancelled(UUID trainingId, String region, LocalDate effectiveOn, String cause)
            implements PublishedTraining {}

    @Told(
            title = "Opleiding van praktijkbegeleiders afgerond",
            english = "Supervisor training completed",
            description = "De opleiding is klaar; wie slaagde, staat erbij.")
    record SupervisorTrainingCompleted(
            UUID trainingId,
            String region,
            LocalDate effectiveOn,
            List<UUID> passed,
            @IfKnown LocalDate validUntil) implements PublishedTraining {}

    static Telling of(TrainingEvent event) {
        return switch (event) {
            case TrainingEvent.SupervisorTrainingScheduled e ->
                told(new SupervisorTrainingScheduled(
                        e.trainingId(),
                        e.region(),
                        e.effectiveOn(),
                        e.trainingKind(),
                        e.start(),
                        e.end(),
                        e.sector(),
                        e.places()));
            case TrainingEvent.SupervisorTrainingSuspended e ->
                told(new SupervisorTrainingSuspended(
                        e.trainingId(),
                        e.region(),
                        e.effectiveOn(),
                        e.sector(),
                        PersonalCauses.outside(e.cause()),
                        e.expectedResumeOn()));
            case TrainingEvent.SupervisorTrainingResumed e ->
                told(new SupervisorTrainingResumed(e.trainingId(), e.region(), e.effectiveOn(), e.newEnd()));
            case TrainingEvent.SupervisorTrainingCancelled e ->
                told(new SupervisorTrainingCancelled(
                        e.trainingId(), e.region(), e.effectiveOn(), PersonalCauses.outside(e.cause())));
            case TrainingEvent.SupervisorTrainingCompleted e ->
                told(new SupervisorTrainingCompleted(
                        e.trainingId(), e.region(), e.effectiveOn(), e.passed(), e.validUntil()));
        };
    }
}
