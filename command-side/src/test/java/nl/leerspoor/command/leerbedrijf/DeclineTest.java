package nl.leerspoor.command.leerbedrijf;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.APPROACHED_ON;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.LEERBEDRIJF;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.TWENTE;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.approached;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.day;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.declined;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.given;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.interested;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.joined;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.left;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.reopened;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ALREADY_DECLINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ALREADY_INTERESTED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ALREADY_JOINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_DECLINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_LEFT;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_NOT_APPROACHED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.NOT_DECLINED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ApproachLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.Decline;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.PipelineCommand;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RecordInterest;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ReopenContact;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfDeclined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rule B24: a decline has a reason, the employer may be asked again, and every decline stays countable. */
class DeclineTest {

    @Nested
    class Approaching {

        @Test
        void contactBeginsWithAnApproach() {
            assertThat(events(Pipeline.approach(given().latest(), approach()))).containsExactly(approached());
        }

        @Test
        void anIdIsApproachedOnce() {
            assertThat(refusal(Pipeline.approach(given(approached()).latest(), approach())))
                    .isEqualTo(ID_IN_USE);
        }

        @Test
        void nothingHappensBeforeTheApproach() {
            assertThat(refusal(decide("2019-09-30", approached()))).isEqualTo(LEERBEDRIJF_NOT_APPROACHED);
        }

        private static ApproachLeerbedrijf approach() {
            return new ApproachLeerbedrijf(
                    LEERBEDRIJF, TWENTE, APPROACHED_ON, "Voorbeeld Logistiek", "LOG", "900000001", "LB99");
        }
    }

    @Nested
    class Interest {

        @Test
        void anApproachedEmployerBecomesInterested() {
            assertThat(events(interest(approached()))).containsExactly(interested("2019-11-12"));
        }

        @Test
        void onceIsEnough() {
            assertThat(refusal(interest(approached(), interested("2019-11-01"))))
                    .isEqualTo(ALREADY_INTERESTED);
        }

        @Test
        void whoTakesPartIsPastInterest() {
            assertThat(refusal(interest(approached(), joined("2019-11-01")))).isEqualTo(ALREADY_JOINED);
        }

        private static Decision<LeerbedrijfEvent> interest(LeerbedrijfEvent... facts) {
            return Pipeline.decide(
                    given(facts).on(day("2019-11-12")), new RecordInterest(LEERBEDRIJF, day("2019-11-12")));
        }
    }

    @Nested
    class Declining {

        @Test
        void anApproachedEmployerDeclinesWithItsReasons() {
            assertThat(events(decide("2019-11-12", approached())))
                    .containsExactly(new LeerbedrijfDeclined(
                            LEERBEDRIJF,
                            TWENTE,
                            day("2019-11-12"),
                            "LOG",
                            "NO_COMPENSATION",
                            List.of("NO_VACANCY"),
                            "COMPENSATION"));
        }

        @Test
        void anInterestedEmployerMayDeclineToo() {
            assertThat(events(decide("2019-11-12", approached(), interested("2019-11-01"))))
                    .hasSize(1);
        }

        @Test
        void whoTakesPartLeavesInsteadOfDeclining() {
            assertThat(refusal(decide("2019-11-12", approached(), joined("2019-10-01"))))
                    .isEqualTo(ALREADY_JOINED);
        }

        @Test
        void twiceInARowIsOneDecline() {
            assertThat(refusal(decide("2019-11-12", approached(), declined("2019-11-01", "NO_VACANCY"))))
                    .isEqualTo(ALREADY_DECLINED);
        }
    }

    @Nested
    class AskingAgain {

        @Test
        void contactIsReopenedAfterADecline() {
            assertThat(events(reopen(approached(), declined("2019-11-12", "NO_COMPENSATION"))))
                    .containsExactly(reopened("2020-06-01"));
        }

        @Test
        void onlyAfterADecline() {
            assertThat(refusal(reopen(approached()))).isEqualTo(NOT_DECLINED);
        }

        @Test
        void notAfterLeaving() {
            assertThat(refusal(reopen(approached(), joined("2019-10-01"), left("2020-01-01"))))
                    .isEqualTo(LEERBEDRIJF_LEFT);
        }

        @Test
        void withoutReopeningNothingGoesOn() {
            var declined = given(approached(), declined("2019-11-12", "NO_COMPENSATION"));
            assertThat(refusal(Pipeline.decide(
                            declined.on(day("2020-06-01")), new RecordInterest(LEERBEDRIJF, day("2020-06-01")))))
                    .isEqualTo(LEERBEDRIJF_DECLINED);
        }

        @Test
        void aSecondDeclineLeavesTheFirstInPlace() {
            var again = given(
                    approached(),
                    declined("2019-11-12", "NO_COMPENSATION"),
                    reopened("2020-06-01"),
                    declined("2020-07-01", "NO_VACANCY"));
            assertThat(again.effective())
                    .extracting(fact -> fact.event().getClass())
                    .filteredOn(LeerbedrijfDeclined.class::equals)
                    .hasSize(2);
        }

        private static Decision<LeerbedrijfEvent> reopen(LeerbedrijfEvent... facts) {
            return Pipeline.decide(
                    given(facts).on(day("2020-06-01")), new ReopenContact(LEERBEDRIJF, day("2020-06-01")));
        }
    }

    private static Decision<LeerbedrijfEvent> decide(String on, LeerbedrijfEvent... facts) {
        PipelineCommand decline =
                new Decline(LEERBEDRIJF, day(on), "LOG", "NO_COMPENSATION", List.of("NO_VACANCY"), "COMPENSATION");
        return Pipeline.decide(given(facts).on(day(on)), decline);
    }
}
