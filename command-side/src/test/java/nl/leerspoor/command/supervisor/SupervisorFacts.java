package nl.leerspoor.command.supervisor;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.supervisor.Supervisor.NotRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorAvailableAgain;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorBecameUnavailable;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorCapacityChanged;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorExemptedFromTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorMoved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReleased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainedRetracted;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainingExpired;

/** Facts about a fictitious supervisor in Twente, who can guide three candidates at a time. */
public final class SupervisorFacts {

    public static final String TWENTE = "AM05";
    public static final UUID SUPERVISOR = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    public static final UUID LEERBEDRIJF = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
    public static final UUID OTHER_LEERBEDRIJF = UUID.fromString("00000000-0000-0000-0000-0000000000d2");
    public static final UUID TRAINING = UUID.fromString("00000000-0000-0000-0000-0000000000f1");
    public static final LocalDate REGISTERED_ON = LocalDate.parse("2019-10-01");

    private SupervisorFacts() {}

    static Timeline<SupervisorEvent, Supervisor> given(SupervisorEvent... events) {
        return Given.facts(new NotRegistered(), Supervisor::evolve, events);
    }

    public static SupervisorRegistered registered() {
        return new SupervisorRegistered(SUPERVISOR, LEERBEDRIJF, TWENTE, REGISTERED_ON, "LOG", 3, "L99");
    }

    public static SupervisorEnrolledInTraining enrolled(String on) {
        return new SupervisorEnrolledInTraining(SUPERVISOR, LEERBEDRIJF, TWENTE, day(on), TRAINING);
    }

    static SupervisorTrained trained(String on) {
        return trainedUntil(on, null);
    }

    static SupervisorTrained trainedUntil(String on, String validUntil) {
        return new SupervisorTrained(
                SUPERVISOR,
                LEERBEDRIJF,
                TWENTE,
                day(on),
                "LOG",
                null,
                "BEGELEIDERSTRAINING",
                validUntil == null ? null : day(validUntil),
                3);
    }

    static SupervisorExemptedFromTraining exempted(String on) {
        return new SupervisorExemptedFromTraining(SUPERVISOR, LEERBEDRIJF, TWENTE, day(on), "EXPERIENCE");
    }

    static SupervisorTrainingExpired expired(String on) {
        return new SupervisorTrainingExpired(SUPERVISOR, LEERBEDRIJF, TWENTE, day(on));
    }

    static SupervisorTrainedRetracted retracted(UUID event, String on, String authorisedBy) {
        return new SupervisorTrainedRetracted(
                SUPERVISOR, LEERBEDRIJF, TWENTE, day(on), event, "WRONG_PERSON", authorisedBy);
    }

    static SupervisorReserved reserved(String on, int candidate) {
        return new SupervisorReserved(
                SUPERVISOR, LEERBEDRIJF, TWENTE, day(on), trajectory(candidate), candidate(candidate));
    }

    static SupervisorReleased released(String on, int candidate) {
        return new SupervisorReleased(
                SUPERVISOR, LEERBEDRIJF, TWENTE, day(on), trajectory(candidate), candidate(candidate));
    }

    static SupervisorBecameUnavailable unavailable(String on) {
        return new SupervisorBecameUnavailable(SUPERVISOR, LEERBEDRIJF, TWENTE, day(on), "CORONA");
    }

    static SupervisorAvailableAgain available(String on) {
        return new SupervisorAvailableAgain(SUPERVISOR, LEERBEDRIJF, TWENTE, day(on));
    }

    static SupervisorMoved moved(String on) {
        return new SupervisorMoved(SUPERVISOR, OTHER_LEERBEDRIJF, TWENTE, day(on), LEERBEDRIJF);
    }

    static SupervisorCapacityChanged capacityChanged(String on, int from, int to) {
        return new SupervisorCapacityChanged(SUPERVISOR, LEERBEDRIJF, TWENTE, day(on), from, to);
    }

    static UUID trajectory(int candidate) {
        return new UUID(0x7, candidate);
    }

    static UUID candidate(int candidate) {
        return new UUID(0xC, candidate);
    }

    static LocalDate day(String on) {
        return LocalDate.parse(on);
    }
}
