package nl.leerspoor.standalone.twente;

import java.util.Optional;
import java.util.function.Function;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;

/**
 * Which command makes which fact. Most facts are what somebody entered, so their command is sent; the others follow
 * from those by themselves and are only expected.
 */
final class ScenarioCommands {

    private final Scenario scenario;
    private final Function<ScenarioFact, Report> told;

    /** @param told what the reading side tells of the figures that somebody published */
    ScenarioCommands(Scenario scenario, Function<ScenarioFact, Report> told) {
        this.scenario = scenario;
        this.told = told;
    }

    /** The command that makes a fact; empty when the fact follows from the command of an earlier one. */
    Optional<Command> commandFor(ScenarioFact fact) {
        return switch (fact.kind()) {
            case "SupervisorTrained", // from the completion of the training
                    "SupervisorReserved", // from the match
                    "SupervisorReleased", // from the end of the trajectory
                    "PraktijkovereenkomstActivated", // from the third signature
                    "TrajectoryContracted",
                    "PraktijkovereenkomstEnded", // from the end of the trajectory
                    "PraktijkovereenkomstDissolved",
                    "CandidateOnHold", // from the decision on the cohort
                    "CandidateResumed",
                    "CohortActionCompleted",
                    "VerklaringIssued" // from the ceremony
            -> Optional.empty();
            default -> Optional.of(sent(fact));
        };
    }

    private Command sent(ScenarioFact fact) {
        return switch (fact.kind()) {
            case "RegionPilotStarted" -> PilotSteps.start(fact);
            case "LessonRecorded" -> PilotSteps.lesson(fact);
            case "RegionPilotCompleted" -> PilotSteps.complete(fact, scenario);

            case "LeerbedrijfApproached" -> EmployerSteps.approach(fact);
            case "ErkenningConfirmed" -> EmployerSteps.confirmErkenning(fact);
            case "LeerbedrijfJoined" -> EmployerSteps.join(fact);
            case "LeerbedrijfDeclined" -> EmployerSteps.decline(fact);

            case "SupervisorRegistered" -> SupervisorSteps.register(fact);
            case "SupervisorBecameUnavailable" -> SupervisorSteps.becomeUnavailable(fact);
            case "SupervisorAvailableAgain" -> SupervisorSteps.becomeAvailable(fact);
            case "SupervisorTrainingScheduled" -> SupervisorSteps.scheduleTraining(fact, scenario);
            case "SupervisorEnrolledInTraining" -> SupervisorSteps.enrol(fact);
            case "SupervisorTrainingSuspended" -> SupervisorSteps.suspendTraining(fact);
            case "SupervisorTrainingResumed" -> SupervisorSteps.resumeTraining(fact);
            case "SupervisorTrainingCompleted" -> SupervisorSteps.completeTraining(fact, scenario);

            case "CandidateRegistered" -> CandidateSteps.register(fact);
            case "CandidateDetailsRecorded" -> CandidateSteps.identify(fact);
            case "PreferenceRecorded" -> CandidateSteps.prefer(fact);
            case "ConfidenceMeasured" -> CandidateSteps.measureConfidence(fact);
            case "OutcomeRecorded" -> CandidateSteps.recordOutcome(fact);

            case "TrajectoryOpened" -> TrajectorySteps.open(fact);
            case "CandidateSectorCorrected" -> TrajectorySteps.correctSector(fact);
            case "SuitabilityAssessed" -> TrajectorySteps.assess(fact);
            case "CandidateReferred" -> TrajectorySteps.refer(fact);
            case "TrajectoryCompleted" -> TrajectorySteps.complete(fact);
            case "TrajectoryStopped" -> TrajectorySteps.stop(fact);
            case "ProgressionAdvised" -> TrajectorySteps.adviseProgression(fact);

            case "TrajectoryStartPlanned" -> PlanningSteps.planStart(fact);
            case "TrajectoryStartPostponed" -> PlanningSteps.postponeStart(fact);
            case "CandidateWaitlisted" -> PlanningSteps.waitlist(fact);
            case "CandidateTakenOffWaitlist" -> PlanningSteps.takeOffWaitlist(fact);
            case "CohortCreated" -> PlanningSteps.createCohort(fact);
            case "CandidateAddedToCohort" -> PlanningSteps.addToCohort(fact);
            case "CohortPutOnHold" -> PlanningSteps.putCohortOnHold(fact);
            case "CohortResumed" -> PlanningSteps.resumeCohort(fact);

            case "CandidateMatched" -> PlacementSteps.match(fact);
            case "PraktijkovereenkomstDrafted" -> PlacementSteps.draftAgreement(fact);
            case "PraktijkovereenkomstSigned" -> PlacementSteps.signAgreement(fact);
            case "TrajectoryStarted" -> PlacementSteps.start(fact);
            case "WerkprocesJudged" -> PlacementSteps.judge(fact);
            case "WerkprocesConfirmed" -> PlacementSteps.confirm(fact);

            case "VerklaringDrafted" -> VerklaringSteps.draft(fact, scenario);
            case "VerklaringSignedByLeerbedrijf" -> VerklaringSteps.sign(fact);
            case "VerklaringApproved" -> VerklaringSteps.approve(fact);
            case "VerklaringNominated" -> VerklaringSteps.nominate(fact);
            case "AwardCeremonyScheduled" -> VerklaringSteps.scheduleCeremony(fact);
            case "AwardCeremonyRescheduled" -> VerklaringSteps.rescheduleCeremony(fact);
            case "AwardCeremonyHeld" -> VerklaringSteps.holdCeremony(fact);

            case "ErasureRequested" -> PrivacySteps.askToErase(fact);
            case "PrivacyCaseGranted" -> PrivacySteps.grant(fact);
            case "PersonalDataErased" -> PrivacySteps.erase(fact);

            case "ReportSnapshotPublished" -> ReportSteps.publish(fact, told.apply(fact));

            default -> throw new IllegalArgumentException("No command makes a fact of the kind " + fact.kind());
        };
    }
}
