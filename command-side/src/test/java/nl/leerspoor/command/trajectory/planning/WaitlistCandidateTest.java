package nl.leerspoor.command.trajectory.planning;

import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.APPROACHED_ON;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.approached;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.FOUND_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.foundSchoolbaar;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.matched;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.opened;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.takenOffWaitlist;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.waitlisted;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_WAITLISTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.INTAKE_OPEN;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_WAITLISTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.UNKNOWN_LEERBEDRIJF;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamsInMemory;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfStream;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryFacts;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.TakeOffWaitlist;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.WaitlistCandidate;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfApproached;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WaitlistCandidateTest {

    private static final LocalDate MARCH_16 = LocalDate.parse("2020-03-16");

    @Nested
    class Waiting {

        private static Decision<TrajectoryEvent> waitlist(Timeline<TrajectoryEvent, Trajectory> given, LocalDate on) {
            return Planning.decide(
                    given.on(on),
                    new WaitlistCandidate(TRAJECTORY, on, "SUPERVISOR_SHORTAGE", TrajectoryFacts.LEERBEDRIJF));
        }

        @Test
        void isForWhoIsSuitable() {
            assertThat(events(waitlist(given(untilSuitable()), MARCH_16))).containsExactly(waitlisted(MARCH_16));
        }

        @Test
        void isNotForWhoIsNotSuitableYetOrAnyMore() {
            assertThat(refusal(waitlist(given(opened()), MARCH_16))).isEqualTo(INTAKE_OPEN);
            assertThat(refusal(waitlist(given(opened(), foundSchoolbaar(FOUND_SUITABLE)), MARCH_16)))
                    .isEqualTo(NOT_SUITABLE);
            assertThat(refusal(waitlist(given(plus(untilSuitable(), matched())), MATCHED)))
                    .isEqualTo(ALREADY_MATCHED);
            assertThat(refusal(waitlist(given(untilStarted()), START))).isEqualTo(ALREADY_STARTED);
        }

        @Test
        void happensOnce() {
            assertThat(refusal(waitlist(given(plus(untilSuitable(), waitlisted(MARCH_16))), MARCH_16)))
                    .isEqualTo(ALREADY_WAITLISTED);
        }

        @Test
        void goesOnUnderAHold() {
            var held = given(plus(untilSuitable(), onHold(FOUND_SUITABLE)));
            assertThat(events(waitlist(held, MARCH_16))).hasSize(1);
            var waiting = given(plus(untilSuitable(), waitlisted(FOUND_SUITABLE), onHold(MARCH_16)));
            assertThat(waiting.latest()).isInstanceOfSatisfying(Trajectory.Open.class, open -> {
                assertThat(open.isOnHold()).isTrue();
                assertThat(open.stage())
                        .isInstanceOfSatisfying(
                                Trajectory.Stage.Suitable.class,
                                suitable -> assertThat(suitable.waiting()).isPresent());
            });
        }

        @Test
        void enteredLateCannotLieUnderALaterAssessmentThatFoundTheCandidateUnsuitable() {
            var schoolbaar = given(plus(untilSuitable(), foundSchoolbaar(MARCH_16)));
            assertThat(schoolbaar.conflictWith(List.of(waitlisted(FOUND_SUITABLE))))
                    .hasValueSatisfying(fact -> assertThat(fact.event()).isEqualTo(foundSchoolbaar(MARCH_16)));
        }
    }

    @Nested
    class TakingOff {

        private final TakeOffWaitlist takeOff = new TakeOffWaitlist(TRAJECTORY, MARCH_16);

        @Test
        void endsTheWaiting() {
            var waiting = given(plus(untilSuitable(), waitlisted(FOUND_SUITABLE)));
            assertThat(events(Planning.decide(waiting.on(MARCH_16), takeOff)))
                    .containsExactly(takenOffWaitlist(MARCH_16));
        }

        @Test
        void isPossibleOnHold() {
            var waiting = given(plus(untilSuitable(), waitlisted(FOUND_SUITABLE), onHold(FOUND_SUITABLE)));
            assertThat(events(Planning.decide(waiting.on(MARCH_16), takeOff))).hasSize(1);
        }

        @Test
        void needsWaiting() {
            assertThat(refusal(Planning.decide(given(untilSuitable()).on(MARCH_16), takeOff)))
                    .isEqualTo(NOT_WAITLISTED);
        }
    }

    @Nested
    class TheIntendedLeerbedrijf {

        private final UUID leerbedrijf = approached().leerbedrijfId();
        private final StreamsInMemory streams = new StreamsInMemory();

        TheIntendedLeerbedrijf() {
            streams.with(new PlanningHandler(streams.of(TrajectoryStream.class), streams.of(LeerbedrijfStream.class)));
            streams.given(TRAJECTORY, untilSuitable().toArray(TrajectoryEvent[]::new));
        }

        @Test
        void isKnownInTheRegion() {
            streams.given(leerbedrijf, approached());
            assertThat(waitAt(leerbedrijf)).isInstanceOf(Outcome.Recorded.class);
        }

        @Test
        void mayBeOpen() {
            assertThat(waitAt(null)).isInstanceOf(Outcome.Recorded.class);
        }

        @Test
        void mustExist() {
            assertThat(waitAt(leerbedrijf))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(UNKNOWN_LEERBEDRIJF));
        }

        @Test
        void liesInTheSameRegion() {
            streams.given(
                    leerbedrijf,
                    new LeerbedrijfApproached(
                            leerbedrijf, "AM09", APPROACHED_ON, "Voorbeeld Achterhoek", "LOG", "900000002", null));
            assertThat(waitAt(leerbedrijf))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(OTHER_REGION));
        }

        private Outcome waitAt(UUID intended) {
            return streams.send(
                    new WaitlistCandidate(TRAJECTORY, MARCH_16, "SUPERVISOR_SHORTAGE", intended),
                    Given.by(Given.SOMEBODY, "", "", MARCH_16));
        }
    }
}
