package nl.leerspoor.command.praktijkovereenkomst;

import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.ALREADY_SIGNED;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.END_BEFORE_START;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.NOTHING_TO_SIGN;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.NO_WERKPROCES_OF_MATCH;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.PARTY_NOT_REQUIRED;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.POK_ACTIVE_ALREADY;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.POK_NOT_YET_ACTIVE;
import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.POK_OVER;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ON_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.AmendPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DissolvePok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.EndPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.RejectPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.SignPok;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstAmended;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEndRetracted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEnded;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstSigned;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rule B8: active only with all signatures on the same text; and how an agreement changes and ends. */
class ContractingTest {

    private static final UUID POK = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final UUID TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-0000000000a2");
    private static final UUID CANDIDATE = UUID.fromString("00000000-0000-0000-0000-0000000000a3");
    private static final UUID LEERBEDRIJF = UUID.fromString("00000000-0000-0000-0000-0000000000a4");
    private static final UUID SUPERVISOR = UUID.fromString("00000000-0000-0000-0000-0000000000a5");
    private static final String TWENTE = "AM05";
    private static final LocalDate START = LocalDate.parse("2020-01-13");
    private static final LocalDate END = LocalDate.parse("2021-01-12");
    private static final LocalDate DRAFTED = LocalDate.parse("2020-01-10");

    @Nested
    class Signing {

        @Test
        void theThirdSignatureActivates() {
            var pok = given(drafted(false), signed("CANDIDATE"), signed("LEERBEDRIJF"));
            assertThat(events(Contracting.sign(pok.on(DRAFTED), sign("SCHOOL"), false)))
                    .hasExactlyElementsOfTypes(PraktijkovereenkomstSigned.class, PraktijkovereenkomstActivated.class);
        }

        @Test
        void twoSignaturesDoNotActivate() {
            var pok = given(drafted(false), signed("CANDIDATE"));
            assertThat(events(Contracting.sign(pok.on(DRAFTED), sign("SCHOOL"), false)))
                    .hasExactlyElementsOfTypes(PraktijkovereenkomstSigned.class);
        }

        @Test
        void aMinorNeedsTheLegalRepresentativeToo() {
            var pok = given(drafted(true), signed("CANDIDATE"), signed("LEERBEDRIJF"), signed("SCHOOL"));
            assertThat(events(Contracting.sign(pok.on(DRAFTED), sign("LEGAL_REPRESENTATIVE"), false)))
                    .hasExactlyElementsOfTypes(PraktijkovereenkomstSigned.class, PraktijkovereenkomstActivated.class);
        }

        @Test
        void nobodySignsTwiceOrWithoutNeed() {
            var pok = given(drafted(false), signed("CANDIDATE"));
            assertThat(refusal(Contracting.sign(pok.on(DRAFTED), sign("CANDIDATE"), false)))
                    .isEqualTo(ALREADY_SIGNED);
            assertThat(refusal(Contracting.sign(pok.on(DRAFTED), sign("LEGAL_REPRESENTATIVE"), false)))
                    .isEqualTo(PARTY_NOT_REQUIRED);
            assertThat(refusal(Contracting.sign(active().on(DRAFTED), sign("SCHOOL"), false)))
                    .isEqualTo(NOTHING_TO_SIGN);
        }

        @Test
        void theLastSignatureWaitsForTheEndOfAHold() {
            var pok = given(drafted(false), signed("CANDIDATE"), signed("LEERBEDRIJF"));
            assertThat(refusal(Contracting.sign(pok.on(DRAFTED), sign("SCHOOL"), true)))
                    .isEqualTo(TRAJECTORY_ON_HOLD);
        }

        @Test
        void aDissolutionDatedBeforeTheActivationIsImpossible() {
            var pok = given(drafted(false), signed("CANDIDATE"), signed("LEERBEDRIJF"), signed("SCHOOL"), activated());
            var conflict = pok.conflictWith(List.of(new PraktijkovereenkomstDissolved(
                    POK, TRAJECTORY, CANDIDATE, TWENTE, DRAFTED.minusDays(1), "MUTUAL_CONSENT")));
            assertThat(conflict).isPresent();
        }
    }

    @Nested
    class Amending {

        @Test
        void aChangedTextMakesAllPartiesSignAgain() {
            var pok = given(drafted(false), signed("CANDIDATE"), signed("LEERBEDRIJF"), amended(2));
            assertThat(events(Contracting.sign(pok.on(DRAFTED), sign("CANDIDATE"), false)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            PraktijkovereenkomstSigned.class,
                            event -> assertThat(event.draftVersion()).isEqualTo(2));
        }

        @Test
        void anActiveAgreementHoldsAsItWasUntilTheNewTextIsSigned() {
            var pok = active().plus(fact(9, amended(2)));
            assertThat(pok.on(DRAFTED)).isInstanceOfSatisfying(Praktijkovereenkomst.Active.class, active -> {
                assertThat(active.inForce().version()).isEqualTo(1);
                assertThat(active.covers(END)).isTrue();
            });
        }

        @Test
        void anAmendmentStaysWithinTheMatch() {
            var amendment = new AmendPok(POK, DRAFTED, START, END, 24, List.of("B1-K1-W1", "P9-K1-W1"));
            assertThat(refusal(Contracting.amend(active().on(DRAFTED), amendment, List.of("B1-K1-W1"))))
                    .isEqualTo(NO_WERKPROCES_OF_MATCH);
        }

        @Test
        void anEndBeforeTheStartIsRefused() {
            var amendment = new AmendPok(POK, DRAFTED, END, START, 24, List.of("B1-K1-W1"));
            assertThat(refusal(Contracting.amend(active().on(DRAFTED), amendment, List.of("B1-K1-W1"))))
                    .isEqualTo(END_BEFORE_START);
        }
    }

    @Nested
    class Ending {

        @Test
        void onlyAnActiveAgreementEndsOrIsDissolved() {
            var pending = given(drafted(false)).on(DRAFTED);
            assertThat(refusal(Contracting.end(pending, new EndPok(POK, DRAFTED))))
                    .isEqualTo(POK_NOT_YET_ACTIVE);
            assertThat(events(Contracting.end(active().on(DRAFTED), new EndPok(POK, DRAFTED))))
                    .hasExactlyElementsOfTypes(PraktijkovereenkomstEnded.class);
            assertThat(events(Contracting.dissolve(
                            active().on(DRAFTED), new DissolvePok(POK, DRAFTED, "MUTUAL_CONSENT"))))
                    .hasExactlyElementsOfTypes(PraktijkovereenkomstDissolved.class);
        }

        @Test
        void onlyAPendingAgreementIsRejected() {
            assertThat(refusal(Contracting.reject(active().on(DRAFTED), new RejectPok(POK, DRAFTED, "OTHER"))))
                    .isEqualTo(POK_ACTIVE_ALREADY);
        }

        @Test
        void anAgreementThatIsOverStaysOver() {
            var over = active().plus(fact(9, ended())).on(DRAFTED);
            assertThat(refusal(Contracting.end(over, new EndPok(POK, DRAFTED)))).isEqualTo(POK_OVER);
            assertThat(events(Contracting.ended(over, DRAFTED))).isEmpty();
        }

        @Test
        void aPassedEndDateDoesNotEndIt() {
            assertThat(active().on(END.plusYears(1))).isInstanceOf(Praktijkovereenkomst.Active.class);
        }

        @Test
        void aRetractedEndNeverWas() {
            var end = fact(5, ended());
            var pok = active().plus(end)
                    .plus(fact(
                            6,
                            new PraktijkovereenkomstEndRetracted(
                                    POK, TRAJECTORY, CANDIDATE, TWENTE, DRAFTED, end.id(), "DATA_ENTRY_ERROR", "x")));
            assertThat(pok.latest()).isInstanceOf(Praktijkovereenkomst.Active.class);
        }
    }

    private static Timeline<PraktijkovereenkomstEvent, Praktijkovereenkomst> active() {
        return given(drafted(false), signed("CANDIDATE"), signed("LEERBEDRIJF"), signed("SCHOOL"), activated());
    }

    private static Timeline<PraktijkovereenkomstEvent, Praktijkovereenkomst> given(
            PraktijkovereenkomstEvent... events) {
        Timeline<PraktijkovereenkomstEvent, Praktijkovereenkomst> timeline =
                Timeline.empty(new Praktijkovereenkomst.Absent(), Praktijkovereenkomst::evolve);
        for (int i = 0; i < events.length; i++) {
            timeline = timeline.plus(fact(i, events[i]));
        }
        return timeline;
    }

    private static Fact<PraktijkovereenkomstEvent> fact(int version, PraktijkovereenkomstEvent event) {
        return new Fact<>(UUID.randomUUID(), version, Instant.EPOCH.plusSeconds(version), "testschoolcoach", event);
    }

    private static PraktijkovereenkomstDrafted drafted(boolean minor) {
        return new PraktijkovereenkomstDrafted(
                POK,
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                DRAFTED,
                LEERBEDRIJF,
                SUPERVISOR,
                "ROC",
                "25254",
                "23110-2015",
                START,
                END,
                24,
                List.of("B1-K1-W1"),
                "DERDE",
                minor,
                null);
    }

    private static PraktijkovereenkomstSigned signed(String party) {
        return new PraktijkovereenkomstSigned(POK, TRAJECTORY, CANDIDATE, TWENTE, DRAFTED, party, "PAPER", 1);
    }

    private static PraktijkovereenkomstActivated activated() {
        return new PraktijkovereenkomstActivated(POK, TRAJECTORY, CANDIDATE, TWENTE, DRAFTED);
    }

    private static PraktijkovereenkomstAmended amended(int version) {
        return new PraktijkovereenkomstAmended(
                POK, TRAJECTORY, CANDIDATE, TWENTE, DRAFTED, START, END, 32, List.of("B1-K1-W1"), version);
    }

    private static PraktijkovereenkomstEnded ended() {
        return new PraktijkovereenkomstEnded(POK, TRAJECTORY, CANDIDATE, TWENTE, DRAFTED);
    }

    private static SignPok sign(String party) {
        return new SignPok(POK, DRAFTED, party, "PAPER");
    }

    private static List<PraktijkovereenkomstEvent> events(Decision<PraktijkovereenkomstEvent> decision) {
        return ((Decision.Accepted<PraktijkovereenkomstEvent>) decision).events();
    }

    private static Refusal refusal(Decision<PraktijkovereenkomstEvent> decision) {
        return ((Decision.Rejected<PraktijkovereenkomstEvent>) decision).refusal();
    }
}
