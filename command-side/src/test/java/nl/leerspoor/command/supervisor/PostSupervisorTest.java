package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.supervisor.SupervisorFacts.LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorFacts.OTHER_LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorFacts.REGISTERED_ON;
import static nl.leerspoor.command.supervisor.SupervisorFacts.SUPERVISOR;
import static nl.leerspoor.command.supervisor.SupervisorFacts.TWENTE;
import static nl.leerspoor.command.supervisor.SupervisorFacts.available;
import static nl.leerspoor.command.supervisor.SupervisorFacts.capacityChanged;
import static nl.leerspoor.command.supervisor.SupervisorFacts.day;
import static nl.leerspoor.command.supervisor.SupervisorFacts.given;
import static nl.leerspoor.command.supervisor.SupervisorFacts.moved;
import static nl.leerspoor.command.supervisor.SupervisorFacts.registered;
import static nl.leerspoor.command.supervisor.SupervisorFacts.released;
import static nl.leerspoor.command.supervisor.SupervisorFacts.reserved;
import static nl.leerspoor.command.supervisor.SupervisorFacts.trained;
import static nl.leerspoor.command.supervisor.SupervisorFacts.unavailable;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_UNAVAILABLE;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.CAPACITY_BELOW_RESERVATIONS;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.CAPACITY_UNCHANGED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.NOT_UNAVAILABLE;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SAME_LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_HAS_RESERVATIONS;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.supervisor.SupervisorCommand.ChangeCapacity;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkAvailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkUnavailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MoveSupervisor;
import nl.leerspoor.command.supervisor.SupervisorCommand.PostCommand;
import nl.leerspoor.command.supervisor.SupervisorCommand.RegisterSupervisor;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where a supervisor works, for how many candidates, and when. */
class PostSupervisorTest {

    private static final LocalDate MAY = day("2020-05-25");

    @Nested
    class Registering {

        private static final RegisterSupervisor REGISTER =
                new RegisterSupervisor(SUPERVISOR, TWENTE, REGISTERED_ON, LEERBEDRIJF, "LOG", 3, "L99");

        @Test
        void aLeerbedrijfNamesASupervisorOnce() {
            assertThat(events(Posts.register(given().latest(), REGISTER))).containsExactly(registered());
            assertThat(refusal(Posts.register(given(registered()).latest(), REGISTER)))
                    .isEqualTo(ID_IN_USE);
        }

        @Test
        void nothingHappensBeforeTheRegistration() {
            assertThat(refusal(decide(
                            new MarkUnavailable(SUPERVISOR, REGISTERED_ON.minusDays(1), "PERSONAL"), registered())))
                    .isEqualTo(SUPERVISOR_NOT_REGISTERED);
        }
    }

    @Nested
    class Moving {

        @Test
        void aSupervisorMovesWithoutCandidates() {
            assertThat(events(decide(
                            move(OTHER_LEERBEDRIJF),
                            registered(),
                            trained("2019-10-11"),
                            reserved("2020-01-10", 1),
                            released("2020-03-02", 1))))
                    .containsExactly(moved("2020-05-25"));
        }

        @Test
        void notWhilePlacesAreTaken() {
            assertThat(refusal(decide(
                            move(OTHER_LEERBEDRIJF), registered(), trained("2019-10-11"), reserved("2020-01-10", 1))))
                    .isEqualTo(SUPERVISOR_HAS_RESERVATIONS);
        }

        @Test
        void toAnotherLeerbedrijf() {
            assertThat(refusal(decide(move(LEERBEDRIJF), registered()))).isEqualTo(SAME_LEERBEDRIJF);
        }

        private static MoveSupervisor move(UUID to) {
            return new MoveSupervisor(SUPERVISOR, MAY, to);
        }
    }

    @Nested
    class Capacity {

        @Test
        void itGrowsAndShrinks() {
            assertThat(events(decide(capacity(4), registered()))).containsExactly(capacityChanged("2020-05-25", 3, 4));
            assertThat(events(decide(capacity(1), registered()))).containsExactly(capacityChanged("2020-05-25", 3, 1));
            assertThat(refusal(decide(capacity(3), registered()))).isEqualTo(CAPACITY_UNCHANGED);
        }

        @Test
        void notBelowThePlacesThatAreTaken() {
            assertThat(refusal(decide(
                            capacity(1),
                            registered(),
                            trained("2019-10-11"),
                            reserved("2020-01-10", 1),
                            reserved("2020-06-10", 2))))
                    .isEqualTo(CAPACITY_BELOW_RESERVATIONS);
        }

        private static ChangeCapacity capacity(int maxCandidates) {
            return new ChangeCapacity(SUPERVISOR, MAY, maxCandidates);
        }
    }

    @Nested
    class Absence {

        private static final MarkUnavailable AWAY = new MarkUnavailable(SUPERVISOR, MAY, "CORONA");
        private static final MarkAvailable BACK = new MarkAvailable(SUPERVISOR, MAY);

        @Test
        void aSupervisorIsAwayAndBack() {
            assertThat(events(decide(AWAY, registered()))).containsExactly(unavailable("2020-05-25"));
            assertThat(events(decide(BACK, registered(), unavailable("2020-05-01"))))
                    .containsExactly(available("2020-05-25"));
        }

        @Test
        void onlyWhoIsThereGoesAndOnlyWhoIsAwayComesBack() {
            assertThat(refusal(decide(AWAY, registered(), unavailable("2020-05-01"))))
                    .isEqualTo(ALREADY_UNAVAILABLE);
            assertThat(refusal(decide(BACK, registered()))).isEqualTo(NOT_UNAVAILABLE);
        }

        @Test
        void placesThatAreTakenStayTaken() {
            assertThat(events(decide(AWAY, registered(), trained("2019-10-11"), reserved("2020-01-10", 1))))
                    .containsExactly(unavailable("2020-05-25"));
        }
    }

    private static Decision<SupervisorEvent> decide(PostCommand command, SupervisorEvent... facts) {
        return Posts.decide(given(facts), command);
    }
}
