package nl.leerspoor.query.supervisors;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.PersonalDataErased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorAvailableAgain;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorBecameUnavailable;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorCapacityChanged;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorDetailsRecorded;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorExemptedFromTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorMoved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReleased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainedRetracted;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainingExpired;
import nl.leerspoor.query.supervisors.SupervisorState.Absence;
import nl.leerspoor.query.supervisors.SupervisorState.Competence;
import nl.leerspoor.query.supervisors.SupervisorState.Registration;

/** What each fact changes in what is told of a supervisor. */
final class SupervisorCourse {

    private SupervisorCourse() {}

    static SupervisorState evolve(SupervisorState state, Fact<SupervisorEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case SupervisorRegistered e ->
                new SupervisorState(
                        new Registration(e.region(), e.reference(), e.sector()),
                        e.leerbedrijfId(),
                        e.maxCandidates(),
                        new Competence.Registered(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
            case SupervisorEnrolledInTraining e -> state.enrolled(e.trainingId());
            case SupervisorTrained e -> state.with(new Competence.Trained(day, Optional.ofNullable(e.validUntil())));
            case SupervisorExemptedFromTraining e -> state.with(new Competence.Trained(day, Optional.empty()));
            case SupervisorTrainingExpired e -> state.with(new Competence.Expired());
            case SupervisorReserved e -> state.reserved(e.trajectoryId());
            case SupervisorReleased e -> state.released(e.trajectoryId());
            case SupervisorBecameUnavailable e -> state.with(Optional.of(new Absence(day, e.cause())));
            case SupervisorAvailableAgain e -> state.with(Optional.empty());
            case SupervisorMoved e -> state.movedTo(e.leerbedrijfId());
            case SupervisorCapacityChanged e -> state.guidingAtMost(e.maxCandidates());
            case SupervisorTrainedRetracted e -> state;
            case SupervisorDetailsRecorded e -> state.knownSince(Optional.of(day));
            case PersonalDataErased e -> state.knownSince(Optional.empty());
        };
    }
}
