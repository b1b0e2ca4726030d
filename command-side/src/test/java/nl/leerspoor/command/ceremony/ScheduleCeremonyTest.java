package nl.leerspoor.command.ceremony;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decided.details;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.ceremony.CeremonyFacts.CEREMONY;
import static nl.leerspoor.command.ceremony.CeremonyFacts.FIRST;
import static nl.leerspoor.command.ceremony.CeremonyFacts.JULY_9;
import static nl.leerspoor.command.ceremony.CeremonyFacts.JUNE_18;
import static nl.leerspoor.command.ceremony.CeremonyFacts.MOVED_ON;
import static nl.leerspoor.command.ceremony.CeremonyFacts.NOMINATED_ON;
import static nl.leerspoor.command.ceremony.CeremonyFacts.SCHEDULED_ON;
import static nl.leerspoor.command.ceremony.CeremonyFacts.TWENTE;
import static nl.leerspoor.command.ceremony.CeremonyFacts.given;
import static nl.leerspoor.command.ceremony.CeremonyFacts.held;
import static nl.leerspoor.command.ceremony.CeremonyFacts.nominated;
import static nl.leerspoor.command.ceremony.CeremonyFacts.paper;
import static nl.leerspoor.command.ceremony.CeremonyFacts.rescheduled;
import static nl.leerspoor.command.ceremony.CeremonyFacts.scheduled;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.ALREADY_NOMINATED;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_ALREADY_HELD;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_BEFORE_DECISION;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_CANCELLED;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_DATE_UNCHANGED;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.VERKLARING_NOT_NOMINABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.leerspoor.command.ceremony.CeremonyCommand.CancelCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.NominateForCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.RescheduleCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.ScheduleCeremony;
import nl.leerspoor.command.verklaring.Verklaring;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyCancelled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyRescheduled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Planning a ceremony. */
class ScheduleCeremonyTest {

    @Nested
    class Planning {

        @Test
        void aCeremonyIsPlannedForALaterDay() {
            assertThat(events(Scheduling.schedule(given().latest(), schedule(JUNE_18))))
                    .containsExactly(scheduled());
        }

        @Test
        void aPlanDoesNotLieBeforeItsDecision() {
            assertThat(refusal(Scheduling.schedule(given().latest(), schedule(SCHEDULED_ON.minusDays(1)))))
                    .isEqualTo(CEREMONY_BEFORE_DECISION);
        }

        @Test
        void anIdIsPlannedOnce() {
            assertThat(refusal(Scheduling.schedule(given(scheduled()).latest(), schedule(JUNE_18))))
                    .isEqualTo(ID_IN_USE);
        }

        private static ScheduleCeremony schedule(LocalDate on) {
            return new ScheduleCeremony(CEREMONY, TWENTE, SCHEDULED_ON, on, "Voorbeeldzaal", null);
        }
    }

    @Nested
    class Nomination {

        private static final NominateForCeremony NOMINATE = new NominateForCeremony(CEREMONY, NOMINATED_ON, FIRST);

        @Test
        void anApprovedVerklaringIsNominated() {
            assertThat(events(Scheduling.nominate(given(scheduled()).on(NOMINATED_ON), approved(TWENTE), NOMINATE)))
                    .containsExactly(nominated(FIRST));
        }

        @Test
        void oneThatIsSignedOnlyIsNot() {
            var decision = Scheduling.nominate(
                    given(scheduled()).on(NOMINATED_ON), new Verklaring.Signed(paper(FIRST, TWENTE)), NOMINATE);
            assertThat(refusal(decision)).isEqualTo(VERKLARING_NOT_NOMINABLE);
            assertThat(details(decision)).isEqualTo(Map.of("status", "SIGNED"));
        }

        @Test
        void oneThatIsIssuedIsNot() {
            var issued = new Verklaring.Issued(paper(FIRST, TWENTE), NOMINATED_ON, "testprojectleider");
            assertThat(refusal(Scheduling.nominate(given(scheduled()).on(NOMINATED_ON), issued, NOMINATE)))
                    .isEqualTo(VERKLARING_NOT_NOMINABLE);
        }

        @Test
        void oneOfAnotherRegionIsNot() {
            assertThat(refusal(Scheduling.nominate(given(scheduled()).on(NOMINATED_ON), approved("AM09"), NOMINATE)))
                    .isEqualTo(OTHER_REGION);
        }

        @Test
        void once() {
            var ceremony = given(scheduled(), nominated(FIRST)).on(NOMINATED_ON);
            assertThat(refusal(Scheduling.nominate(ceremony, approved(TWENTE), NOMINATE)))
                    .isEqualTo(ALREADY_NOMINATED);
        }

        @Test
        void notAfterTheCeremony() {
            var ceremony = given(scheduled(), held(List.of(), List.of())).on(JULY_9);
            assertThat(refusal(Scheduling.nominate(ceremony, approved(TWENTE), NOMINATE)))
                    .isEqualTo(CEREMONY_ALREADY_HELD);
        }

        private static Verklaring approved(String region) {
            return new Verklaring.Approved(paper(FIRST, region), NOMINATED_ON);
        }
    }

    /** Rule B21: the verklaringen know nothing of it. */
    @Nested
    class Moving {

        @Test
        void aMoveNamesBothDatesAndIsCounted() {
            var ceremony = given(scheduled(), nominated(FIRST));
            assertThat(events(Scheduling.reschedule(ceremony.on(MOVED_ON), reschedule(MOVED_ON, JULY_9))))
                    .containsExactly(rescheduled());
        }

        @Test
        void aSecondMoveCountsOn() {
            LocalDate decision = LocalDate.parse("2020-07-01");
            var ceremony = given(scheduled(), rescheduled()).on(decision);
            var event = (AwardCeremonyRescheduled)
                    events(Scheduling.reschedule(ceremony, reschedule(decision, LocalDate.parse("2020-08-20"))))
                            .getFirst();
            assertThat(event.oldOn()).isEqualTo(JULY_9);
            assertThat(event.count()).isEqualTo(2);
        }

        @Test
        void theNominationsStay() {
            var ceremony = (Ceremony.Planned)
                    given(scheduled(), nominated(FIRST), rescheduled()).latest();
            assertThat(ceremony.nominated()).containsExactly(FIRST);
        }

        @Test
        void aMoveToTheSameDayIsNone() {
            assertThat(refusal(Scheduling.reschedule(given(scheduled()).on(MOVED_ON), reschedule(MOVED_ON, JUNE_18))))
                    .isEqualTo(CEREMONY_DATE_UNCHANGED);
        }

        @Test
        void nothingMovesIntoThePast() {
            assertThat(refusal(Scheduling.reschedule(
                            given(scheduled()).on(MOVED_ON), reschedule(MOVED_ON, MOVED_ON.minusDays(1)))))
                    .isEqualTo(CEREMONY_BEFORE_DECISION);
        }

        private static RescheduleCeremony reschedule(LocalDate decision, LocalDate newOn) {
            return new RescheduleCeremony(CEREMONY, decision, newOn, "CORONA");
        }
    }

    @Nested
    class Cancelling {

        private static final CancelCeremony CANCEL = new CancelCeremony(CEREMONY, MOVED_ON, "CORONA");

        @Test
        void aPlannedCeremonyIsCalledOff() {
            assertThat(events(Scheduling.cancel(given(scheduled()).on(MOVED_ON), CANCEL)))
                    .hasExactlyElementsOfTypes(AwardCeremonyCancelled.class);
        }

        @Test
        void onlyOnce() {
            var off = given(scheduled(), new AwardCeremonyCancelled(CEREMONY, TWENTE, MOVED_ON, "CORONA"));
            assertThat(refusal(Scheduling.cancel(off.on(MOVED_ON), CANCEL))).isEqualTo(CEREMONY_CANCELLED);
        }

        @Test
        void notWhenItWasHeld() {
            var ceremony = given(scheduled(), held(List.of(), List.of())).on(JULY_9);
            assertThat(refusal(Scheduling.cancel(ceremony, CANCEL))).isEqualTo(CEREMONY_ALREADY_HELD);
        }
    }
}
