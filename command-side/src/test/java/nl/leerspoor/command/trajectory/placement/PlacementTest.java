package nl.leerspoor.command.trajectory.placement;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.FOUND_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.OPENED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.POK;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.foundSchoolbaar;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.foundSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.opened;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.resumed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilContracted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.waitlisted;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.CREBO_OF_OTHER_DOSSIER;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.CREBO_OF_OTHER_SECTOR;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.INTAKE_OPEN;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NO_PLANNED_START;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.OUTSIDE_PREFERENCE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.POK_NOT_ACTIVE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.SAME_PLACE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.START_OUTSIDE_POK;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ON_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryFacts;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.MatchCandidate;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.ReplacePlace;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.StartTrajectory;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.Unmatch;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryTransferredIn;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateUnmatched;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateTakenOffWaitlist;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Nested
    class NoMatchWithoutSuitable {

        @Test
        void anIntakeThatIsOpenIsNoMatch() {
            assertThat(refusal(match(given(opened())))).isEqualTo(INTAKE_OPEN);
        }

        @Test
        void whoIsSchoolbaarIsNotMatched() {
            assertThat(refusal(match(given(opened(), foundSchoolbaar(FOUND_SUITABLE)))))
                    .isEqualTo(NOT_SUITABLE);
        }

        @Test
        void aMatchNeedsAPlannedStart() {
            assertThat(refusal(match(given(opened(), foundSuitable(FOUND_SUITABLE)))))
                    .isEqualTo(NO_PLANNED_START);
        }

        @Test
        void aSuitableCandidateIsMatched() {
            assertThat(events(match(given(untilSuitable()))))
                    .singleElement()
                    .isInstanceOfSatisfying(CandidateMatched.class, event -> {
                        assertThat(event.dossierVersion()).isEqualTo("23110-2015");
                        assertThat(event.plannedStart()).isEqualTo(START);
                        assertThat(event.inPreferredSector()).isTrue();
                    });
        }

        @Test
        void aSecondMatchIsRefused() {
            assertThat(refusal(match(given(untilContracted())))).isEqualTo(ALREADY_MATCHED);
            assertThat(refusal(Placement.match(given(untilStarted()).on(START), command(), Optional.empty())))
                    .isEqualTo(ALREADY_STARTED);
        }

        @Test
        void aMatchTakesTheCandidateOffTheWaitingListFirst() {
            var waiting = given(plus(untilSuitable(), waitlisted(LocalDate.parse("2020-03-16"))));
            assertThat(events(match(waiting)))
                    .hasExactlyElementsOfTypes(CandidateTakenOffWaitlist.class, CandidateMatched.class);
        }
    }

    @Nested
    class CreboBelongsToSectorAndSchool {

        @Test
        void aCreboOfAnotherSectorIsRefused() {
            assertThat(refusal(match(given(untilSuitable()), command("ROC", "25251", true, null))))
                    .isEqualTo(CREBO_OF_OTHER_SECTOR);
        }

        @Test
        void aCreboOfAnotherSchoolsDossierIsRefused() {
            assertThat(refusal(match(given(untilSuitable()), command("ZONE", "25254", true, null))))
                    .isEqualTo(CREBO_OF_OTHER_DOSSIER);
        }
    }

    @Nested
    class OutsideThePreference {

        private final LocalDate agreedOn = LocalDate.parse("2020-04-02");

        @Test
        void aPlaceOutsideThePreferenceNeedsAgreementWithItsDate() {
            Trajectory suitable = given(untilSuitable()).on(MATCHED);
            assertThat(refusal(Placement.match(suitable, command("ROC", "25254", true, null), Optional.of("HV"))))
                    .isEqualTo(OUTSIDE_PREFERENCE);
            assertThat(refusal(Placement.match(suitable, command("ROC", "25254", false, agreedOn), Optional.of("HV"))))
                    .isEqualTo(OUTSIDE_PREFERENCE);
        }

        @Test
        void withThatAgreementItIsAMatchOutsideThePreferredSector() {
            Trajectory suitable = given(untilSuitable()).on(MATCHED);
            assertThat(events(Placement.match(suitable, command("ROC", "25254", true, agreedOn), Optional.of("HV"))))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CandidateMatched.class,
                            event -> assertThat(event.inPreferredSector()).isFalse());
        }
    }

    @Nested
    class Holds {

        private final LocalDate held = LocalDate.parse("2020-03-23");

        @Test
        void onHoldThereIsNoMatchAndNoStart() {
            assertThat(refusal(match(given(plus(untilSuitable(), onHold(held))))))
                    .isEqualTo(TRAJECTORY_ON_HOLD);
            assertThat(refusal(start(given(plus(untilContracted(), onHold(MATCHED))), covering(START))))
                    .isEqualTo(TRAJECTORY_ON_HOLD);
        }

        @Test
        void afterTheHoldTheStartHasToBePlannedAgain() {
            var resumedAgain = given(plus(untilSuitable(), onHold(held), resumed(MATCHED, UUID.randomUUID())));
            assertThat(refusal(match(resumedAgain))).isEqualTo(NO_PLANNED_START);
        }

        @Test
        void aHoldEnteredLateIsImpossibleWhenLearningStartedDuringIt() {
            assertThat(given(untilStarted()).conflictWith(List.of(onHold(START.minusDays(1)))))
                    .hasValueSatisfying(fact -> assertThat(fact.event()).isInstanceOf(TrajectoryStarted.class));
        }
    }

    @Nested
    class StartNeedsAnActiveAgreement {

        @Test
        void signedByTwoIsNoStart() {
            assertThat(refusal(start(given(plus(untilSuitable(), matchedFact())), Optional.empty())))
                    .isEqualTo(POK_NOT_ACTIVE);
        }

        @Test
        void aStartOutsideThePeriodIsRefused() {
            assertThat(refusal(start(given(untilContracted()), covering(START.plusDays(1)))))
                    .isEqualTo(START_OUTSIDE_POK);
        }

        @Test
        void withinThePeriodLearningStarts() {
            assertThat(events(start(given(untilContracted()), covering(START))))
                    .hasExactlyElementsOfTypes(TrajectoryStarted.class);
        }

        private TrajectoryEvent matchedFact() {
            return TrajectoryFacts.matched();
        }
    }

    @Nested
    class LosingThePlace {

        @Test
        void anUnmatchedCandidateIsSuitableAgainAndHasNoPlan() {
            var contracted = given(untilContracted());
            List<TrajectoryEvent> events = events(
                    Placement.unmatch(contracted.on(MATCHED), new Unmatch(TRAJECTORY, MATCHED, "LEERBEDRIJF_LOST")));
            assertThat(events).hasExactlyElementsOfTypes(CandidateUnmatched.class);
            assertThat(given(plus(untilContracted(), events.getFirst())).latest())
                    .isInstanceOfSatisfying(Trajectory.Open.class, open -> {
                        assertThat(open.stage().code()).isEqualTo("SUITABLE");
                        assertThat(open.plan().start()).isEmpty();
                    });
        }

        @Test
        void anotherPlaceKeepsTheStatusAndAsksForANewAgreement() {
            UUID elsewhere = UUID.randomUUID();
            var replacement =
                    new ReplacePlace(TRAJECTORY, START.plusDays(30), elsewhere, SUPERVISOR, "LEERBEDRIJF_CLOSED");
            List<TrajectoryEvent> events =
                    events(Placement.replace(given(untilStarted()).latest(), replacement));
            assertThat(events).hasExactlyElementsOfTypes(PlaceReplaced.class);
            assertThat(given(plus(untilStarted(), events.getFirst())).latest())
                    .isInstanceOfSatisfying(Trajectory.Open.class, open -> {
                        assertThat(open.stage().code()).isEqualTo("IN_PROGRESS");
                        assertThat(open.stage().agreement()).isEmpty();
                        assertThat(open.stage().place().orElseThrow().leerbedrijfId())
                                .isEqualTo(elsewhere);
                    });
        }

        @Test
        void theSamePlaceIsNoReplacement() {
            var replacement = new ReplacePlace(TRAJECTORY, START, LEERBEDRIJF, SUPERVISOR, "OTHER");
            assertThat(refusal(Placement.replace(given(untilStarted()).latest(), replacement)))
                    .isEqualTo(SAME_PLACE);
        }

        @Test
        void whoWasTransferredWhileLearningIsMatchedAnewAndGoesOnLearning() {
            var transferred = new TrajectoryTransferredIn(
                    TRAJECTORY,
                    CANDIDATE,
                    TWENTE,
                    OPENED,
                    UUID.randomUUID(),
                    "AM09",
                    "IN_PROGRESS",
                    "PRAKTIJKVERKLARING",
                    "LOG",
                    1,
                    "testwerkcoach",
                    List.of());
            List<TrajectoryEvent> events = events(match(given(transferred)));
            assertThat(given(plus(List.of(transferred), events.getFirst())).latest())
                    .isInstanceOfSatisfying(Trajectory.Open.class, open -> {
                        assertThat(open.stage().code()).isEqualTo("IN_PROGRESS");
                        assertThat(open.stage().place()).isPresent();
                    });
        }
    }

    private static Decision<TrajectoryEvent> match(Timeline<TrajectoryEvent, Trajectory> timeline) {
        return match(timeline, command());
    }

    private static Decision<TrajectoryEvent> match(
            Timeline<TrajectoryEvent, Trajectory> timeline, MatchCandidate command) {
        return Placement.match(timeline.on(MATCHED), command, Optional.of("LOG"));
    }

    private static MatchCandidate command() {
        return command("ROC", "25254", true, null);
    }

    private static MatchCandidate command(String school, String crebo, boolean agreed, LocalDate agreedOn) {
        return new MatchCandidate(
                TRAJECTORY, MATCHED, LEERBEDRIJF, SUPERVISOR, school, crebo, List.of(WERKPROCES), agreed, agreedOn);
    }

    private static Decision<TrajectoryEvent> start(
            Timeline<TrajectoryEvent, Trajectory> timeline, Optional<Praktijkovereenkomst.Active> agreement) {
        return Placement.start(timeline.on(START), new StartTrajectory(TRAJECTORY, START), agreement);
    }

    private static Optional<Praktijkovereenkomst.Active> covering(LocalDate from) {
        return Optional.of(new Praktijkovereenkomst.Active(
                new Praktijkovereenkomst.Parties(POK, TRAJECTORY, CANDIDATE, TWENTE, LEERBEDRIJF, "25254", false),
                new Praktijkovereenkomst.Text(1, from, from.plusYears(1), 24, List.of(WERKPROCES), Set.of()),
                Optional.empty()));
    }
}
