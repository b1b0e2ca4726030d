package nl.leerspoor.command.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.training.Training.NotScheduled;
import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCancelled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCompleted;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingResumed;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingScheduled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingSuspended;

/** Facts about a fictitious training with two places in Twente, planned from 16 March to 3 April 2020. */
final class TrainingFacts {

    static final String TWENTE = "AM05";
    static final UUID TRAINING = UUID.fromString("00000000-0000-0000-0000-0000000000f1");
    static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-0000000000e2");
    static final UUID THIRD = UUID.fromString("00000000-0000-0000-0000-0000000000e3");
    static final LocalDate SCHEDULED_ON = LocalDate.parse("2020-02-17");
    static final LocalDate START = LocalDate.parse("2020-03-16");
    static final LocalDate END = LocalDate.parse("2020-04-03");

    private TrainingFacts() {}

    static Timeline<TrainingEvent, Training> given(TrainingEvent... events) {
        return Given.facts(new NotScheduled(), Training::evolve, events);
    }

    static SupervisorTrainingScheduled scheduled() {
        return new SupervisorTrainingScheduled(
                TRAINING, TWENTE, SCHEDULED_ON, "BEGELEIDERSTRAINING", START, END, "LOG", 2, "BO-9");
    }

    static SupervisorTrainingSuspended suspended(String on, UUID... participants) {
        return new SupervisorTrainingSuspended(
                TRAINING, TWENTE, day(on), "LOG", "CORONA", List.of(participants), END, null);
    }

    static SupervisorTrainingResumed resumed(String on, String newEnd) {
        return new SupervisorTrainingResumed(TRAINING, TWENTE, day(on), day(newEnd));
    }

    static SupervisorTrainingCancelled cancelled(String on) {
        return new SupervisorTrainingCancelled(TRAINING, TWENTE, day(on), "CORONA");
    }

    static SupervisorTrainingCompleted completed(String on, UUID... passed) {
        return new SupervisorTrainingCompleted(TRAINING, TWENTE, day(on), List.of(passed), null);
    }

    static LocalDate day(String on) {
        return LocalDate.parse(on);
    }
}
