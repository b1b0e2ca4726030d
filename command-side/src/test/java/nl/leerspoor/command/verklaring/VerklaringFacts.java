package nl.leerspoor.command.verklaring;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.trajectory.GuidedWeeks;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Confirmation;
import nl.leerspoor.command.trajectory.Trajectory.End;
import nl.leerspoor.command.trajectory.Trajectory.Judgement;
import nl.leerspoor.command.trajectory.Trajectory.Learning;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.Plan;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.command.trajectory.Trajectory.Stage;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.IssuedWerkproces;
import nl.leerspoor.events.verklaring.VerklaringEvent.Line;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringApproved;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringIssued;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringSignedByLeerbedrijf;

/** Facts about a fictitious verklaring and the trajectory on which it rests. */
final class VerklaringFacts {

    static final String TWENTE = "AM05";
    static final UUID VERKLARING = UUID.fromString("00000000-0000-0000-0000-000000000101");
    static final UUID TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-000000000102");
    static final UUID CANDIDATE = UUID.fromString("00000000-0000-0000-0000-000000000103");
    static final UUID LEERBEDRIJF = UUID.fromString("00000000-0000-0000-0000-000000000104");
    static final UUID SUPERVISOR = UUID.fromString("00000000-0000-0000-0000-000000000105");

    static final LocalDate CONFIRMED_ON = LocalDate.parse("2019-12-13");
    static final LocalDate DRAFTED_ON = LocalDate.parse("2020-05-25");
    static final LocalDate SIGNED_ON = LocalDate.parse("2020-05-26");
    static final LocalDate APPROVED_ON = LocalDate.parse("2020-05-28");
    static final LocalDate ISSUED_ON = LocalDate.parse("2020-07-09");

    static final String CONFIRMER = "testschoolcoach-roc";

    private VerklaringFacts() {}

    static By examencommissie(LocalDate today) {
        return Given.by("testexamencie-roc", "EXAMENCOMMISSIE", "ROC", today);
    }

    static Timeline<VerklaringEvent, Verklaring> given(VerklaringEvent... events) {
        return Given.facts(new Verklaring.NotDrafted(), Verklaring::evolve, events);
    }

    static VerklaringDrafted drafted() {
        return new VerklaringDrafted(
                VERKLARING,
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                DRAFTED_ON,
                "PILOT_PRAKTIJKVERKLARING",
                "ROC",
                LEERBEDRIJF,
                SUPERVISOR,
                "25251",
                1,
                "2015",
                List.of(line("B1-K1-W1"), line("P2-K1-W1")),
                null);
    }

    static VerklaringSignedByLeerbedrijf signed() {
        return new VerklaringSignedByLeerbedrijf(VERKLARING, TRAJECTORY, CANDIDATE, TWENTE, SIGNED_ON, "PAPER");
    }

    static VerklaringApproved approved() {
        return new VerklaringApproved(VERKLARING, TRAJECTORY, CANDIDATE, TWENTE, APPROVED_ON, "ROC", null);
    }

    static VerklaringIssued issued() {
        return new VerklaringIssued(
                VERKLARING,
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                ISSUED_ON,
                "ROC",
                LEERBEDRIJF,
                SUPERVISOR,
                "PILOT_PRAKTIJKVERKLARING",
                "ROC-2020-0001",
                "25251",
                1,
                "2015",
                drafted().lines().stream()
                        .map(line -> new IssuedWerkproces(line.code(), line.judgedEventId(), line.confirmedEventId()))
                        .toList(),
                APPROVED_ON,
                "POST",
                null,
                "a hash");
    }

    static Line line(String code) {
        return new Line(code, judgementOf(code), confirmationOf(code), CONFIRMER);
    }

    static UUID judgementOf(String code) {
        return new UUID(0xADL, code.hashCode());
    }

    static UUID confirmationOf(String code) {
        return new UUID(0xC0L, code.hashCode());
    }

    /** A trajectory that was completed after the school confirmed these werkprocessen. */
    static Trajectory completed(String... confirmed) {
        return ended(End.COMPLETED, confirmedAt(LEERBEDRIJF, "ROC", confirmed));
    }

    static Trajectory ended(End end, Map<String, Confirmation> confirmed) {
        return new Trajectory.Ended(route(), learning(confirmed), end, CONFIRMED_ON);
    }

    static Trajectory stillLearning(String... confirmed) {
        return new Trajectory.Open(
                route(),
                learning(confirmedAt(LEERBEDRIJF, "ROC", confirmed)),
                new Plan(Optional.empty(), 0),
                Optional.empty());
    }

    static Map<String, Confirmation> confirmedAt(UUID leerbedrijf, String school, String... codes) {
        Match match = new Match(leerbedrijf, SUPERVISOR, school, "25251", "2015", List.of(codes));
        Map<String, Confirmation> confirmed = new LinkedHashMap<>();
        Arrays.stream(codes)
                .forEach(code -> confirmed.put(
                        code,
                        new Confirmation(
                                confirmationOf(code),
                                CONFIRMED_ON,
                                CONFIRMER,
                                new Judgement(judgementOf(code), CONFIRMED_ON, "testbegeleider-D01", match))));
        return confirmed;
    }

    private static Stage learning(Map<String, Confirmation> confirmed) {
        return new Stage.InProgress(
                Optional.empty(),
                Optional.empty(),
                LocalDate.parse("2019-10-14"),
                UUID.fromString("00000000-0000-0000-0000-000000000106"),
                new Learning(Map.of(), confirmed, GuidedWeeks.NONE));
    }

    private static Route route() {
        return new Route(
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                "PRAKTIJKVERKLARING",
                "DZ",
                1,
                "testwerkcoach-zorg",
                UUID.fromString("00000000-0000-0000-0000-000000000107"),
                LocalDate.parse("2019-10-01"));
    }
}
