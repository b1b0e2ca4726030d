package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.Given.idOf;
import static nl.leerspoor.command.candidate.CandidateFacts.CANDIDATE;
import static nl.leerspoor.command.candidate.CandidateFacts.REGISTERED_ON;
import static nl.leerspoor.command.candidate.CandidateFacts.TWENTE;
import static nl.leerspoor.command.candidate.CandidateFacts.given;
import static nl.leerspoor.command.candidate.CandidateFacts.registered;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;
import static nl.leerspoor.command.candidate.CandidateRefusal.NO_STARTKWALIFICATIE_TO_EXPLAIN;
import static nl.leerspoor.command.candidate.CandidateRefusal.STARTKWALIFICATIE_REASON_MISSING;
import static nl.leerspoor.command.candidate.CandidateRefusal.TARGET_GROUP_UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.candidate.CandidateCommand.ChangeTargetGroup;
import nl.leerspoor.command.candidate.CandidateCommand.RegisterCandidate;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateRegistered;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateTargetGroupCorrected;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Coming into view of a region. */
class RegisterCandidateTest {

    @Nested
    class Startkwalificatie {

        @Test
        void withoutOneNoReasonIsNeeded() {
            assertThat(events(Registering.register(given().latest(), register(false, null))))
                    .containsExactly(registered());
        }

        @Test
        void withOneAReasonIsNeeded() {
            assertThat(refusal(Registering.register(given().latest(), register(true, null))))
                    .isEqualTo(STARTKWALIFICATIE_REASON_MISSING);
        }

        @Test
        void withOneAndAReasonTheCandidateIsAdmitted() {
            assertThat(events(Registering.register(given().latest(), register(true, "LONG_AGO"))))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CandidateRegistered.class,
                            event -> assertThat(event.startkwalificatieReason()).isEqualTo("LONG_AGO"));
        }

        @Test
        void aReasonForNothingIsRefused() {
            assertThat(refusal(Registering.register(given().latest(), register(false, "LONG_AGO"))))
                    .isEqualTo(NO_STARTKWALIFICATIE_TO_EXPLAIN);
        }
    }

    @Test
    void anIdIsRegisteredOnce() {
        assertThat(refusal(Registering.register(given(registered()).latest(), register(false, null))))
                .isEqualTo(ID_IN_USE);
    }

    @Nested
    class TargetGroup {

        @Test
        void aCorrectionKeepsTheDateOfTheRegistration() {
            var correction = new ChangeTargetGroup(CANDIDATE, "GEDETACHEERDE", "DATA_ENTRY_ERROR");
            assertThat(events(Registering.correctTargetGroup(given(registered()).latest(), correction)))
                    .containsExactly(new CandidateTargetGroupCorrected(
                            CANDIDATE,
                            TWENTE,
                            REGISTERED_ON,
                            idOf(0),
                            "STATUSHOUDER",
                            "GEDETACHEERDE",
                            "DATA_ENTRY_ERROR"));
        }

        @Test
        void aCorrectionThatChangesNothingIsRefused() {
            var correction = new ChangeTargetGroup(CANDIDATE, "STATUSHOUDER", "DATA_ENTRY_ERROR");
            assertThat(refusal(
                            Registering.correctTargetGroup(given(registered()).latest(), correction)))
                    .isEqualTo(TARGET_GROUP_UNCHANGED);
        }
    }

    @Nested
    class Transfer {

        private static final UUID THERE = UUID.fromString("00000000-0000-0000-0000-0000000000c2");
        private static final LocalDate MOVE = LocalDate.parse("2020-06-01");

        @Test
        void theOtherRegionGetsTheSamePerson() {
            var here = given(registered()).on(MOVE);
            assertThat(events(Registering.registerTransferred(given().latest(), here, THERE, "AM09", MOVE)))
                    .containsExactly(new CandidateRegistered(
                            THERE,
                            "AM09",
                            MOVE,
                            CANDIDATE,
                            "STATUSHOUDER",
                            "WERKZOEKEND",
                            false,
                            null,
                            "UITKERING",
                            "REGION",
                            CANDIDATE,
                            null));
        }

        @Test
        void nobodyMovesBeforeComingIntoView() {
            var here = given(registered()).on(REGISTERED_ON.minusDays(1));
            assertThat(refusal(Registering.registerTransferred(given().latest(), here, THERE, "AM09", MOVE)))
                    .isEqualTo(CANDIDATE_NOT_REGISTERED);
        }
    }

    private static RegisterCandidate register(boolean hasStartkwalificatie, String reason) {
        return new RegisterCandidate(
                CANDIDATE,
                TWENTE,
                REGISTERED_ON,
                "STATUSHOUDER",
                "WERKZOEKEND",
                hasStartkwalificatie,
                reason,
                "UITKERING",
                "GEMEENTE",
                null);
    }
}
