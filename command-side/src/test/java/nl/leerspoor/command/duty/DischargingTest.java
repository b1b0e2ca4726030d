package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyRefusal.DUTY_ALREADY_DISCHARGED;
import static nl.leerspoor.command.duty.DutyRefusal.DUTY_NOT_RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Decided;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.duty.DutyCommand.DischargeDuty;
import nl.leerspoor.command.duty.DutyCommand.TellThatTheDayCame;
import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.events.duty.DutyEvent.DutyBecameDue;
import nl.leerspoor.events.duty.DutyEvent.DutyDischarged;
import nl.leerspoor.events.duty.DutyEvent.DutyEscalated;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.duty.DutyEvent.DutyReopened;
import org.junit.jupiter.api.Test;

/** A duty is raised once, told of once, and open until it is discharged. */
class DischargingTest {

    private static final UUID DUTY = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final UUID HOLD = UUID.fromString("00000000-0000-0000-0000-0000000000a2");
    private static final UUID RETRACTION = UUID.fromString("00000000-0000-0000-0000-0000000000a3");
    private static final LocalDate DAY = LocalDate.parse("2020-04-21");

    @Test
    void onItsDayWhoHasToDoItIsReminded() {
        assertThat(dayCame(DAY, raised("MISSING_SIGNATURE", false)))
                .containsExactly(new DutyBecameDue(DUTY, "AM05", DAY, "MISSING_SIGNATURE", "WERKCOACH"));
    }

    @Test
    void onItsDayTheProjectLeadHearsOfAPlaceThatWasNotFound() {
        assertThat(dayCame(DAY, raised("REPLACEMENT_PLACE", false)))
                .containsExactly(
                        new DutyEscalated(DUTY, "AM05", DAY, "REPLACEMENT_PLACE", "SCHOOL_COACH", "PROJECT_LEAD"));
    }

    @Test
    void beforeItsDayNobodyIsTold() {
        assertThat(dayCame(DAY.minusDays(1), raised("MISSING_SIGNATURE", false)))
                .isEmpty();
    }

    @Test
    void afterDowntimeTheDayIsStillTheOneThatCame() {
        assertThat(dayCame(DAY.plusDays(9), raised("MISSING_SIGNATURE", false)))
                .containsExactly(new DutyBecameDue(DUTY, "AM05", DAY, "MISSING_SIGNATURE", "WERKCOACH"));
    }

    @Test
    void nobodyIsToldTwice() {
        assertThat(dayCame(
                        DAY,
                        raised("MISSING_SIGNATURE", false),
                        new DutyBecameDue(DUTY, "AM05", DAY, "MISSING_SIGNATURE", "WERKCOACH")))
                .isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatWasMissed() {
        assertThat(dayCame(DAY.plusYears(6), raised("MISSING_SIGNATURE", true))).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatIsDone() {
        assertThat(dayCame(DAY, raised("MISSING_SIGNATURE", false), discharged()))
                .isEmpty();
    }

    @Test
    void whatIsRaisedAgainUnderTheSameIdIsNothingNew() {
        assertThat(Decided.events(Discharging.raise(
                        state(raised("MISSING_SIGNATURE", false), discharged()), raised("MISSING_SIGNATURE", false))))
                .isEmpty();
    }

    @Test
    void whatDischargedItNeverWasSoItStandsOpenAgain() {
        var reopened =
                Discharging.reopen(state(raised("MISSING_SIGNATURE", false), discharged()), HOLD, RETRACTION, DAY);

        assertThat(Decided.events(reopened))
                .containsExactly(new DutyReopened(DUTY, "AM05", DAY, "MISSING_SIGNATURE", HOLD, RETRACTION));
    }

    @Test
    void onlyWhatDischargedItOpensItAgain() {
        var reopened = Discharging.reopen(
                state(raised("MISSING_SIGNATURE", false), discharged()), UUID.randomUUID(), RETRACTION, DAY);

        assertThat(Decided.events(reopened)).isEmpty();
    }

    @Test
    void byHandItIsDischargedOnce() {
        var command = new DischargeDuty(DUTY, DAY, "ARRANGED_ELSEWHERE");

        assertThat(Decided.events(Discharging.byHand(state(raised("MISSING_SIGNATURE", false)), command)))
                .containsExactly(new DutyDischarged(
                        DUTY, "AM05", DAY, "MISSING_SIGNATURE", "BY_HAND", null, "ARRANGED_ELSEWHERE"));
        assertThat(Decided.refusal(Discharging.byHand(state(), command))).isEqualTo(DUTY_NOT_RAISED);
        assertThat(Decided.refusal(
                        Discharging.byHand(state(raised("MISSING_SIGNATURE", false), discharged()), command)))
                .isEqualTo(DUTY_ALREADY_DISCHARGED);
    }

    private static List<DutyEvent> dayCame(LocalDate today, DutyEvent... facts) {
        return Decided.events(Discharging.dayCame(state(facts), new TellThatTheDayCame(DUTY, today)));
    }

    private static Duty state(DutyEvent... facts) {
        return Given.facts(new Duty.NotRaised(), Duty::evolve, facts).latest();
    }

    private static DutyRaised raised(String kind, boolean missed) {
        return new DutyRaised(
                DUTY,
                "AM05",
                LocalDate.parse("2020-04-03"),
                kind,
                DutyKind.valueOf(kind).forRole(),
                DAY,
                missed,
                UUID.randomUUID(),
                "trajectory.CandidateMatched",
                UUID.randomUUID(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static DutyDischarged discharged() {
        return new DutyDischarged(
                DUTY, "AM05", LocalDate.parse("2020-04-06"), "MISSING_SIGNATURE", "NOT_NEEDED_ANY_MORE", HOLD, null);
    }
}
