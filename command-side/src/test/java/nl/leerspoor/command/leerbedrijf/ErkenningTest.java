package nl.leerspoor.command.leerbedrijf;

import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.ASSESSED_ON;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.LEERBEDRIJF;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.LOGISTICS;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.TWENTE;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.approached;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.confirmed;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.day;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.declined;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.given;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.joined;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.lapsed;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.left;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.requested;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.resumed;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.suspended;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.withdrawn;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ASSESSED_AFTER_CONFIRMATION;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ERKENNING_ALREADY_ACTIVE;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ERKENNING_ALREADY_REQUESTED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ERKENNING_MISSING;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_LEFT;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_NOT_APPROACHED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_NOT_JOINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ConfirmErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ErkenningCommand;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.LapseErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RegisterErkenningWithdrawal;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RequestErkenning;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Erkenning per crebo (WEB 7.2.10), and which matches it allows (rules B4, B25 and B26). */
class ErkenningTest {

    private static final LocalDate JUNE = day("2020-06-01");

    @Nested
    class Gaining {

        private static final RequestErkenning REQUEST = new RequestErkenning(LEERBEDRIJF, JUNE, LOGISTICS);

        @Test
        void itIsAskedForOnce() {
            assertThat(events(decide(REQUEST, approached()))).containsExactly(requested("2020-06-01"));
            assertThat(refusal(decide(REQUEST, approached(), requested("2020-05-01"))))
                    .isEqualTo(ERKENNING_ALREADY_REQUESTED);
            assertThat(refusal(decide(REQUEST, approached(), confirmed("2020-05-01"))))
                    .isEqualTo(ERKENNING_ALREADY_ACTIVE);
        }

        @Test
        void mostCompaniesHaveItAlreadySoNoRequestIsNeeded() {
            assertThat(events(decide(confirm(ASSESSED_ON), approached()))).containsExactly(confirmed("2020-06-01"));
        }

        @Test
        void itIsGivenAlsoToWhoDeclinedButNotToWhoLeft() {
            assertThat(events(decide(
                            confirm(ASSESSED_ON), approached(), declined("2020-01-01", "NOT_ERKEND_AND_UNWILLING"))))
                    .hasSize(1);
            assertThat(refusal(decide(confirm(ASSESSED_ON), approached(), joined("2020-01-01"), left("2020-02-01"))))
                    .isEqualTo(LEERBEDRIJF_LEFT);
        }

        @Test
        void anAssessmentDoesNotLieAhead() {
            assertThat(refusal(decide(confirm(JUNE.plusDays(1)), approached()))).isEqualTo(ASSESSED_AFTER_CONFIRMATION);
        }

        @Test
        void aNewAssessmentIsConfirmedOnTopAndTheSameOneIsNot() {
            assertThat(events(decide(confirm(day("2020-05-20")), approached(), confirmed("2019-10-01"))))
                    .containsExactly(new ErkenningConfirmed(LEERBEDRIJF, TWENTE, JUNE, LOGISTICS, day("2020-05-20")));
            assertThat(refusal(decide(confirm(ASSESSED_ON), approached(), confirmed("2019-10-01"))))
                    .isEqualTo(ERKENNING_ALREADY_ACTIVE);
        }

        @Test
        void itCanBeGivenAgainAfterItsLoss() {
            assertThat(events(
                            decide(confirm(ASSESSED_ON), approached(), confirmed("2019-10-01"), lapsed("2020-01-01"))))
                    .hasSize(1);
        }
    }

    @Nested
    class Losing {

        private static final RegisterErkenningWithdrawal WITHDRAWAL =
                new RegisterErkenningWithdrawal(LEERBEDRIJF, JUNE, LOGISTICS, "CONDITIONS_NOT_MET");
        private static final LapseErkenning LAPSE = new LapseErkenning(LEERBEDRIJF, JUNE, LOGISTICS);

        @Test
        void onlyWhatIsInForceIsLost() {
            assertThat(events(decide(WITHDRAWAL, approached(), confirmed("2019-10-01"))))
                    .containsExactly(withdrawn("2020-06-01"));
            assertThat(events(decide(LAPSE, approached(), confirmed("2019-10-01"))))
                    .containsExactly(lapsed("2020-06-01"));
            assertThat(refusal(decide(WITHDRAWAL, approached(), requested("2020-05-01"))))
                    .isEqualTo(ERKENNING_MISSING);
            assertThat(refusal(decide(LAPSE, approached(), confirmed("2019-10-01"), withdrawn("2020-01-01"))))
                    .isEqualTo(ERKENNING_MISSING);
        }

        @Test
        void itIsLostAlsoByWhoLeft() {
            assertThat(events(decide(
                            WITHDRAWAL,
                            approached(),
                            confirmed("2019-10-01"),
                            joined("2019-10-01"),
                            left("2020-01-01"))))
                    .hasSize(1);
        }
    }

    @Nested
    class Matching {

        @Test
        void aMatchNeedsALeerbedrijfThatTakesPartWithErkenning() {
            var joined = given(approached(), confirmed("2019-10-01"), joined("2019-10-15"));
            assertThat(refusesMatch(joined, JUNE)).isEmpty();
            assertThat(refusesMatch(joined, day("2019-10-14"))).contains(LEERBEDRIJF_NOT_JOINED);
            assertThat(refusesMatch(given(approached(), joined("2019-10-15")), JUNE))
                    .contains(ERKENNING_MISSING);
        }

        @Test
        void anErkenningIsForOneCrebo() {
            var joined = given(approached(), confirmed("2019-10-01"), joined("2019-10-15"));
            assertThat(Erkenningen.refusesMatch(joined.on(JUNE), "25251", TWENTE))
                    .contains(ERKENNING_MISSING);
        }

        @Test
        void anErkenningHasNoEndDate() {
            var joined = given(approached(), confirmed("2019-10-01"), joined("2019-10-15"));
            assertThat(refusesMatch(joined, day("2029-10-01"))).isEmpty();
        }

        @Test
        void theLossOfErkenningBlocksMatchesFromItsDayOn() {
            var lost = given(approached(), confirmed("2019-10-01"), joined("2019-10-15"), withdrawn("2020-06-01"));
            assertThat(refusesMatch(lost, day("2020-06-15"))).contains(ERKENNING_MISSING);
            assertThat(refusesMatch(lost, day("2020-05-20"))).isEmpty();
        }

        @Test
        void nobodyIsMatchedWhileItStandsStill() {
            var still = given(
                    approached(),
                    confirmed("2019-10-01"),
                    joined("2019-10-15"),
                    suspended("2020-03-16"),
                    resumed("2020-09-01"));
            assertThat(refusesMatch(still, JUNE)).contains(LEERBEDRIJF_SUSPENDED);
            assertThat(refusesMatch(still, day("2020-09-01"))).isEmpty();
        }

        @Test
        void aMatchStaysInItsRegion() {
            var joined = given(approached(), confirmed("2019-10-01"), joined("2019-10-15"));
            assertThat(Erkenningen.refusesMatch(joined.on(JUNE), LOGISTICS, "AM09"))
                    .contains(OTHER_REGION);
        }

        private static Optional<Refusal> refusesMatch(Timeline<LeerbedrijfEvent, Leerbedrijf> facts, LocalDate on) {
            return Erkenningen.refusesMatch(facts.on(on), LOGISTICS, TWENTE);
        }
    }

    @Nested
    class NamingSupervisors {

        @Test
        void anyEmployerOfTheRegionMayUntilItLeaves() {
            var joined = given(approached(), joined("2019-10-15"), left("2020-06-01"));
            assertThat(Erkenningen.refusesSupervisor(joined.on(day("2019-10-01")), TWENTE))
                    .isEmpty();
            assertThat(Erkenningen.refusesSupervisor(joined.on(day("2019-09-30")), TWENTE))
                    .contains(LEERBEDRIJF_NOT_APPROACHED);
            assertThat(Erkenningen.refusesSupervisor(joined.on(JUNE), TWENTE)).contains(LEERBEDRIJF_LEFT);
            assertThat(Erkenningen.refusesSupervisor(joined.on(day("2019-10-01")), "AM09"))
                    .contains(OTHER_REGION);
        }
    }

    private static ConfirmErkenning confirm(LocalDate lastAssessedOn) {
        return new ConfirmErkenning(LEERBEDRIJF, JUNE, LOGISTICS, lastAssessedOn);
    }

    private static Decision<LeerbedrijfEvent> decide(ErkenningCommand command, LeerbedrijfEvent... facts) {
        return Erkenningen.decide(given(facts).on(command.effectiveOn()), command);
    }
}
