package nl.leerspoor.command.leerbedrijf;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.LEERBEDRIJF;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.LOGISTICS;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.TWENTE;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.approached;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.day;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.declined;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.given;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.interested;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.joined;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.left;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.offered;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.resumed;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.suspended;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ALREADY_JOINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ALREADY_SUSPENDED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_DECLINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_LEFT;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_NOT_JOINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_SUSPENDED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.NOT_SUSPENDED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.NO_PLACES_OFFERED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.PERIOD_ENDS_BEFORE_START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.JoinPilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.LeavePilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.OfferPlaces;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.PipelineCommand;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ResumeLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.SuspendLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.WithdrawPlaces;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesWithdrawn;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Joining, standing still, leaving, and the places that an employer offers meanwhile. */
class TakePartTest {

    private static final LocalDate MARCH = day("2020-03-16");

    @Nested
    class Joining {

        private static final JoinPilot JOIN = new JoinPilot(LEERBEDRIJF, MARCH, "LOG");

        @Test
        void interestMayBeSkipped() {
            assertThat(events(decide(JOIN, approached()))).containsExactly(joined("2020-03-16"));
            assertThat(events(decide(JOIN, approached(), interested("2020-01-01"))))
                    .containsExactly(joined("2020-03-16"));
        }

        @Test
        void whoDeclinedIsAskedAgainFirst() {
            assertThat(refusal(decide(JOIN, approached(), declined("2020-01-01", "NO_VACANCY"))))
                    .isEqualTo(LEERBEDRIJF_DECLINED);
        }

        @Test
        void onceIsEnough() {
            assertThat(refusal(decide(JOIN, approached(), joined("2020-01-01"))))
                    .isEqualTo(ALREADY_JOINED);
        }
    }

    @Nested
    class StandingStill {

        private static final SuspendLeerbedrijf SUSPEND = new SuspendLeerbedrijf(LEERBEDRIJF, MARCH, "CORONA");
        private static final ResumeLeerbedrijf RESUME = new ResumeLeerbedrijf(LEERBEDRIJF, MARCH);

        @Test
        void whoTakesPartCanStandStillAndGoOn() {
            assertThat(events(decide(SUSPEND, approached(), joined("2020-01-01"))))
                    .containsExactly(suspended("2020-03-16"));
            assertThat(events(decide(RESUME, approached(), joined("2020-01-01"), suspended("2020-03-01"))))
                    .containsExactly(resumed("2020-03-16"));
        }

        @Test
        void onlyWhoTakesPartCan() {
            assertThat(refusal(decide(SUSPEND, approached()))).isEqualTo(LEERBEDRIJF_NOT_JOINED);
            assertThat(refusal(decide(SUSPEND, approached(), joined("2020-01-01"), suspended("2020-03-01"))))
                    .isEqualTo(ALREADY_SUSPENDED);
        }

        @Test
        void onlyWhoStandsStillGoesOn() {
            assertThat(refusal(decide(RESUME, approached(), joined("2020-01-01"))))
                    .isEqualTo(NOT_SUSPENDED);
        }
    }

    @Nested
    class Leaving {

        private static final LeavePilot LEAVE = new LeavePilot(LEERBEDRIJF, MARCH, "NO_SUITABLE_WORK");

        @Test
        void whoTakesPartOrStandsStillCanLeave() {
            assertThat(events(decide(LEAVE, approached(), joined("2020-01-01"))))
                    .containsExactly(left("2020-03-16"));
            assertThat(events(decide(LEAVE, approached(), joined("2020-01-01"), suspended("2020-03-01"))))
                    .containsExactly(left("2020-03-16"));
        }

        @Test
        void whoNeverTookPartDeclinesInstead() {
            assertThat(refusal(decide(LEAVE, approached()))).isEqualTo(LEERBEDRIJF_NOT_JOINED);
        }

        @Test
        void leavingIsForGood() {
            var join = new JoinPilot(LEERBEDRIJF, MARCH, "LOG");
            assertThat(refusal(decide(join, approached(), joined("2020-01-01"), left("2020-02-01"))))
                    .isEqualTo(LEERBEDRIJF_LEFT);
        }
    }

    @Nested
    class Offering {

        @Test
        void whoTakesPartOffersPlaces() {
            assertThat(events(decide(offer(null), approached(), joined("2020-01-01"))))
                    .containsExactly(offered("2020-03-16"));
        }

        @Test
        void nobodyElseDoes() {
            assertThat(refusal(decide(offer(null), approached()))).isEqualTo(LEERBEDRIJF_NOT_JOINED);
            assertThat(refusal(decide(offer(null), approached(), joined("2020-01-01"), suspended("2020-03-01"))))
                    .isEqualTo(LEERBEDRIJF_SUSPENDED);
        }

        @Test
        void aPeriodDoesNotEndBeforeItStarts() {
            assertThat(refusal(decide(offer(MARCH.minusDays(1)), approached(), joined("2020-01-01"))))
                    .isEqualTo(PERIOD_ENDS_BEFORE_START);
        }

        @Test
        void anOfferIsTakenBackAlsoWhileStandingStill() {
            var withdraw = new WithdrawPlaces(LEERBEDRIJF, MARCH, LOGISTICS);
            assertThat(events(decide(
                            withdraw,
                            approached(),
                            joined("2020-01-01"),
                            offered("2020-01-01"),
                            suspended("2020-03-01"))))
                    .containsExactly(new PlacesWithdrawn(LEERBEDRIJF, TWENTE, MARCH, LOGISTICS));
            assertThat(refusal(decide(withdraw, approached(), joined("2020-01-01"))))
                    .isEqualTo(NO_PLACES_OFFERED);
        }

        private static OfferPlaces offer(LocalDate to) {
            return new OfferPlaces(LEERBEDRIJF, MARCH, LOGISTICS, 2, MARCH, to, 8);
        }
    }

    private static Decision<LeerbedrijfEvent> decide(PipelineCommand command, LeerbedrijfEvent... facts) {
        return Pipeline.decide(given(facts).on(command.effectiveOn()), command);
    }
}
