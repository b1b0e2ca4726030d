package nl.leerspoor.command.duty;

import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.POK;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.WERKPROCES;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.command.trajectory.TrajectoryFacts;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.candidate.CandidateEvent.OutcomeRecorded;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningWithdrawn;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfApproached;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfJoined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfLeft;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfResumed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfSuspended;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstAmended;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstRejected;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstSigned;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorAvailableAgain;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorBecameUnavailable;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainingExpired;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingResumed;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingSuspended;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateHoldRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateUnmatched;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDraftWithdrawn;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;

/** Facts around the trajectory of the neighbouring facts: its leerbedrijf, supervisor, agreement, outcomes and paper. */
final class DutyFacts {

    static final String CREBO = "25254";
    static final UUID TRAINING = UUID.fromString("00000000-0000-0000-0000-0000000000f1");
    static final UUID OTHER_LEERBEDRIJF = UUID.fromString("00000000-0000-0000-0000-0000000000c3");
    static final UUID OTHER_SUPERVISOR = UUID.fromString("00000000-0000-0000-0000-0000000000c4");
    static final UUID VERKLARING = UUID.fromString("00000000-0000-0000-0000-0000000000b6");

    private DutyFacts() {}

    /** A suitable candidate, and a leerbedrijf with erkenning that takes part and has a trained supervisor. */
    static Followed suitable() {
        return new Followed()
                .then(approached(LEERBEDRIJF), erkend(LEERBEDRIJF, "2019-10-01", "2019-06-01"), joined(LEERBEDRIJF))
                .then(registered(SUPERVISOR, LEERBEDRIJF), trained(SUPERVISOR, LEERBEDRIJF, "2019-10-11"), enrolled())
                .then(TrajectoryFacts.untilSuitable().toArray(Event[]::new));
    }

    static Followed matchedThere() {
        return suitable().then(TrajectoryFacts.matched(), reserved(SUPERVISOR, LEERBEDRIJF, "2020-04-03"));
    }

    static Followed contractedThere() {
        return matchedThere()
                .then(drafted("2020-04-03"))
                .then(signedByAll("2020-04-03", 1))
                .then(activated("2020-04-03"), TrajectoryFacts.contracted());
    }

    static Followed startedThere() {
        return contractedThere().then(TrajectoryFacts.started());
    }

    static Event[] signedByAll(String on, int version) {
        return Stream.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL")
                .map(party -> signed(on, party, version))
                .toArray(Event[]::new);
    }

    static LeerbedrijfApproached approached(UUID leerbedrijf) {
        return new LeerbedrijfApproached(
                leerbedrijf, TWENTE, day("2019-10-01"), "Voorbeeld Logistiek", "LOG", "900000001", null);
    }

    static LeerbedrijfJoined joined(UUID leerbedrijf) {
        return new LeerbedrijfJoined(leerbedrijf, TWENTE, day("2019-10-01"), "LOG");
    }

    static ErkenningConfirmed erkend(UUID leerbedrijf, String on, String lastAssessedOn) {
        return new ErkenningConfirmed(leerbedrijf, TWENTE, day(on), CREBO, day(lastAssessedOn));
    }

    static ErkenningWithdrawn erkenningWithdrawn(String on) {
        return new ErkenningWithdrawn(LEERBEDRIJF, TWENTE, day(on), CREBO, "CONDITIONS_NOT_MET");
    }

    static LeerbedrijfSuspended suspended(String on) {
        return new LeerbedrijfSuspended(LEERBEDRIJF, TWENTE, day(on), "CORONA");
    }

    static LeerbedrijfResumed takesPartAgain(String on) {
        return new LeerbedrijfResumed(LEERBEDRIJF, TWENTE, day(on));
    }

    static LeerbedrijfLeft left(String on) {
        return new LeerbedrijfLeft(LEERBEDRIJF, TWENTE, day(on), "NO_SUITABLE_WORK");
    }

    static SupervisorRegistered registered(UUID supervisor, UUID leerbedrijf) {
        return new SupervisorRegistered(supervisor, leerbedrijf, TWENTE, day("2019-10-01"), "LOG", 3, null);
    }

    static SupervisorEnrolledInTraining enrolled() {
        return new SupervisorEnrolledInTraining(SUPERVISOR, LEERBEDRIJF, TWENTE, day("2020-02-17"), TRAINING);
    }

    static SupervisorTrained trained(UUID supervisor, UUID leerbedrijf, String on) {
        return new SupervisorTrained(
                supervisor, leerbedrijf, TWENTE, day(on), "LOG", null, "BEGELEIDERSTRAINING", null, 3);
    }

    static SupervisorReserved reserved(UUID supervisor, UUID leerbedrijf, String on) {
        return new SupervisorReserved(supervisor, leerbedrijf, TWENTE, day(on), TRAJECTORY, CANDIDATE);
    }

    static SupervisorBecameUnavailable unavailable(String on) {
        return new SupervisorBecameUnavailable(SUPERVISOR, LEERBEDRIJF, TWENTE, day(on), "CORONA");
    }

    static SupervisorAvailableAgain availableAgain(String on) {
        return new SupervisorAvailableAgain(SUPERVISOR, LEERBEDRIJF, TWENTE, day(on));
    }

    static SupervisorTrainingExpired expired(String on) {
        return new SupervisorTrainingExpired(SUPERVISOR, LEERBEDRIJF, TWENTE, day(on));
    }

    static SupervisorTrainingSuspended trainingSuspended(String on) {
        return new SupervisorTrainingSuspended(
                TRAINING, TWENTE, day(on), "LOG", "CORONA", List.of(SUPERVISOR), day("2020-04-03"), null);
    }

    static SupervisorTrainingResumed trainingResumed(String on, String newEnd) {
        return new SupervisorTrainingResumed(TRAINING, TWENTE, day(on), day(newEnd));
    }

    static PlaceReplaced replaced(String on) {
        return new PlaceReplaced(
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                day(on),
                LEERBEDRIJF,
                SUPERVISOR,
                OTHER_LEERBEDRIJF,
                OTHER_SUPERVISOR,
                "ERKENNING_LOST");
    }

    static CandidateUnmatched unmatched(String on) {
        return new CandidateUnmatched(TRAJECTORY, CANDIDATE, TWENTE, day(on), LEERBEDRIJF, SUPERVISOR, "OTHER_PLACE");
    }

    static CandidateResumed resumedByTheEnd(String on, UUID hold) {
        return new CandidateResumed(TRAJECTORY, CANDIDATE, TWENTE, day(on), hold, 1, null, true);
    }

    static CandidateHoldRetracted holdRetracted(String on, UUID hold, UUID... alsoRetracts) {
        return new CandidateHoldRetracted(
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                day(on),
                hold,
                List.of(alsoRetracts),
                "WRONG_PERSON",
                "testprojectleider");
    }

    static PraktijkovereenkomstDrafted drafted(String on) {
        return new PraktijkovereenkomstDrafted(
                POK,
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                day(on),
                LEERBEDRIJF,
                SUPERVISOR,
                "ROC",
                CREBO,
                "23110-2015",
                day("2020-04-06"),
                day("2020-12-31"),
                24,
                List.of(WERKPROCES),
                "BBL",
                false,
                null);
    }

    static PraktijkovereenkomstSigned signed(String on, String party, int version) {
        return new PraktijkovereenkomstSigned(POK, TRAJECTORY, CANDIDATE, TWENTE, day(on), party, "PAPER", version);
    }

    static PraktijkovereenkomstActivated activated(String on) {
        return new PraktijkovereenkomstActivated(POK, TRAJECTORY, CANDIDATE, TWENTE, day(on));
    }

    static PraktijkovereenkomstAmended amended(String on) {
        return new PraktijkovereenkomstAmended(
                POK,
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                day(on),
                day("2020-04-06"),
                day("2021-03-31"),
                20,
                List.of(WERKPROCES),
                2);
    }

    static PraktijkovereenkomstRejected rejected(String on) {
        return new PraktijkovereenkomstRejected(POK, TRAJECTORY, CANDIDATE, TWENTE, day(on), "CANDIDATE_DECLINED");
    }

    static OutcomeRecorded outcome(String on, String moment) {
        return new OutcomeRecorded(
                CANDIDATE, TWENTE, day(on), TRAJECTORY, moment, "EMPLOYED", null, null, null, null, "WERKCOACH");
    }

    static VerklaringDrafted paperDrafted(String on) {
        return new VerklaringDrafted(
                VERKLARING,
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                day(on),
                "PILOT",
                "ROC",
                LEERBEDRIJF,
                SUPERVISOR,
                CREBO,
                1,
                "23110-2015",
                List.of(),
                null);
    }

    static VerklaringDraftWithdrawn paperWithdrawn(String on) {
        return new VerklaringDraftWithdrawn(VERKLARING, TRAJECTORY, CANDIDATE, TWENTE, day(on), "WRONG_LINES");
    }

    static LocalDate day(String on) {
        return LocalDate.parse(on);
    }
}
