package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyFacts.CREBO;
import static nl.leerspoor.command.duty.DutyFacts.TRAINING;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.POK;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.completed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.confirmed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.idOf;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.judged;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.matched;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilContracted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.waitlisted;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.privacy.PrivacyCase;
import nl.leerspoor.command.supervisor.Supervisor;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Test;

/**
 * What every fact of the catalogue can do to every kind of duty: {@code +} raise it, {@code -} settle it, {@code ±} both.
 * A fact that is not in the table asks nothing; a new fact has to be thought of here.
 */
class EveryFactTest {

    /** The columns stand in the order of the kinds. */
    private static final String TABLE = """
            fact                                          place start superv. sign. outcome erkenning verklaring decide carry out inform proposals
            trajectory.CandidateReferred                    -     -      -      -      .        .         .          .      .         .      .
            trajectory.TrajectoryStartPlanned               .     ±      .      .      .        .         .          .      .         .      .
            trajectory.TrajectoryStartPostponed             .     -      .      .      .        .         .          .      .         .      .
            trajectory.CandidateWaitlisted                  .     -      .      .      .        .         .          .      .         .      .
            trajectory.CandidateTakenOffWaitlist            .     -      .      .      .        .         .          .      .         .      .
            trajectory.CandidateMatched                     +     ±      +      +      .        .         .          .      .         .      .
            trajectory.CandidateUnmatched                   -     -      -      -      .        .         .          .      .         .      .
            trajectory.TrajectoryContracted                 +     .      .      .      .        .         .          .      .         .      .
            trajectory.TrajectoryStarted                    .     -      +      .      .        .         .          .      .         .      .
            trajectory.PlaceReplaced                        ±     ±      ±      ±      .        .         .          .      .         .      .
            trajectory.CandidateOnHold                      -     -      -      -      .        .         .          .      .         .      .
            trajectory.CandidateResumed                     +     +      +      +      .        .         .          .      .         .      .
            trajectory.CandidateHoldRetracted               ±     ±      ±      ±      -        -         -          -      -         -      -
            trajectory.WerkprocesConfirmed                  .     .      .      .      .        .         +          .      .         .      .
            trajectory.WerkprocesConfirmationRetracted      -     -      -      -      -        -         -          -      -         -      -
            trajectory.TrajectoryCompleted                  -     -      -      -      +        .         +          .      .         .      .
            trajectory.TrajectoryCompletionRetracted        ±     ±      ±      ±      -        -         -          -      -         -      -
            trajectory.TrajectoryStopped                    -     -      -      -      +        .         +          .      .         .      .
            trajectory.TrajectoryStopRetracted              ±     ±      ±      ±      -        -         -          -      -         -      -
            trajectory.TrajectoryTransferredOut             -     -      -      -      .        .         +          .      .         .      .
            candidate.OutcomeRecorded                       .     .      .      .      -        .         .          .      .         .      .
            praktijkovereenkomst.PraktijkovereenkomstDrafted   .  .      .      +      .        .         .          .      .         .      .
            praktijkovereenkomst.PraktijkovereenkomstAmended   .  .      .      +      .        .         .          .      .         .      .
            praktijkovereenkomst.PraktijkovereenkomstActivated .  .      .      -      .        .         .          .      .         .      .
            praktijkovereenkomst.PraktijkovereenkomstRejected  .  .      .      -      .        .         .          .      .         .      .
            praktijkovereenkomst.PraktijkovereenkomstDissolved .  .      .      -      .        .         .          .      .         .      .
            praktijkovereenkomst.PraktijkovereenkomstEnded     .  .      .      -      .        .         .          .      .         .      .
            supervisor.SupervisorBecameUnavailable          +     +      +      .      .        .         .          .      .         .      .
            supervisor.SupervisorAvailableAgain             -     -      -      .      .        .         .          .      .         .      .
            supervisor.SupervisorTrained                    -     -      -      .      .        .         .          .      .         .      .
            supervisor.SupervisorExemptedFromTraining       -     -      -      .      .        .         .          .      .         .      .
            supervisor.SupervisorTrainingExpired            .     +      +      .      .        .         .          .      .         .      .
            supervisor.SupervisorTrainedRetracted           .     +      +      .      .        .         .          .      .         .      .
            training.SupervisorTrainingSuspended            .     +      .      .      .        .         .          .      .         .      .
            training.SupervisorTrainingResumed              .     -      .      .      .        .         .          .      .         .      .
            training.SupervisorTrainingCancelled            .     ±      .      .      .        .         .          .      .         .      .
            leerbedrijf.ErkenningConfirmed                  -     .      .      .      .        ±         .          .      .         .      .
            leerbedrijf.ErkenningWithdrawn                  +     .      .      .      .        -         .          .      .         .      .
            leerbedrijf.ErkenningLapsed                     +     .      .      .      .        -         .          .      .         .      .
            leerbedrijf.LeerbedrijfSuspended                +     .      .      .      .        .         .          .      .         .      .
            leerbedrijf.LeerbedrijfResumed                  -     .      .      .      .        .         .          .      .         .      .
            leerbedrijf.LeerbedrijfLeft                     +     .      .      .      .        -         .          .      .         .      .
            verklaring.VerklaringDrafted                    .     .      .      .      .        .         -          .      .         .      .
            verklaring.VerklaringDraftWithdrawn             .     .      .      .      .        .         +          .      .         .      .
            verklaring.VerklaringRefused                    .     .      .      .      .        .         +          .      .         .      .
            privacy.ErasureRequested                        .     .      .      .      .        .         .          +      .         .      .
            privacy.AccessRequested                         .     .      .      .      .        .         .          +      .         .      .
            privacy.RectificationRequested                  .     .      .      .      .        .         .          +      .         .      .
            privacy.PortabilityRequested                    .     .      .      .      .        .         .          +      .         .      .
            privacy.ObjectionRaised                         .     .      .      .      .        .         .          +      .         .      .
            privacy.PrivacyCaseExtended                     .     .      .      .      .        .         .          ±      .         .      .
            privacy.PrivacyCaseGranted                      .     .      .      .      .        .         .          -      +         .      .
            privacy.PrivacyCasePartlyGranted                .     .      .      .      .        .         .          -      +         .      .
            privacy.PrivacyCaseRefused                      .     .      .      .      .        .         .          -      .         .      .
            privacy.ErasureCarriedOut                       .     .      .      .      .        .         .          .      -         +      .
            privacy.ExportHandedOver                        .     .      .      .      .        .         .          .      -         .      .
            privacy.RectificationCarriedOut                 .     .      .      .      .        .         .          .      -         +      .
            privacy.ProcessingEnded                         .     .      .      .      .        .         .          .      -         .      .
            privacy.RecipientsInformed                      .     .      .      .      .        .         .          .      .         -      .
            """;

    @Test
    void doesToEveryKindOfDutyWhatTheTableSays() {
        Map<String, String> told = TABLE.lines()
                .skip(1)
                .map(line -> line.trim().split(" +", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1].replace(" ", "")));
        Map<String, String> found = new TreeMap<>();
        Catalogue.names().forEach(name -> {
            String cells = cells(sample(Catalogue.typeOf(name)));
            if (!cells.matches("\\.+")) {
                found.put(name, cells);
            }
        });

        assertThat(found).containsExactlyInAnyOrderEntriesOf(told);
    }

    private static String cells(Event event) {
        Set<DutyKind> raised = EnumSet.noneOf(DutyKind.class);
        Set<DutyKind> settled = EnumSet.noneOf(DutyKind.class);
        for (World world : WORLDS) {
            Raising.of(new Cause(UUID.randomUUID(), event, MATCHED), world)
                    .forEach(duty -> raised.add(DutyKind.of(duty)));
            Settling.of(event, world).forEach(settlement -> settled.add(settlement.kind()));
        }
        return Arrays.stream(DutyKind.values())
                .map(kind ->
                        raised.contains(kind) ? settled.contains(kind) ? "±" : "+" : settled.contains(kind) ? "-" : ".")
                .collect(Collectors.joining());
    }

    /** An event about the trajectory, leerbedrijf and supervisor of the worlds below. */
    private static Event sample(Class<? extends Event> type) {
        try {
            RecordComponent[] parts = type.getRecordComponents();
            Constructor<? extends Event> constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(
                    Arrays.stream(parts).map(EveryFactTest::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("No sample of " + type, e);
        }
    }

    private static Object value(RecordComponent part) {
        return switch (part.getType().getSimpleName()) {
            case "UUID" -> id(part.getName());
            case "LocalDate" -> MATCHED;
            case "String" -> text(part.getName());
            case "List" -> List.of(SUPERVISOR);
            case "int", "Integer" -> 1;
            case "boolean", "Boolean" -> false;
            case "BigDecimal" -> BigDecimal.ONE;
            default -> null;
        };
    }

    private static UUID id(String name) {
        return switch (name) {
            case "trajectoryId" -> TRAJECTORY;
            case "candidateId" -> CANDIDATE;
            case "leerbedrijfId" -> LEERBEDRIJF;
            case "supervisorId" -> SUPERVISOR;
            case "trainingId" -> TRAINING;
            case "praktijkovereenkomstId" -> POK;
            default -> UUID.randomUUID();
        };
    }

    private static String text(String name) {
        return switch (name) {
            case "crebo" -> CREBO;
            case "moment" -> "M3";
            default -> "x";
        };
    }

    /** A trajectory in some state, at a place where nothing is as it should be. */
    private record World(Trajectory trajectory) implements Whereabouts {

        private World(List<TrajectoryEvent> facts) {
            this(given(facts).latest());
        }

        @Override
        public Trajectory trajectory(UUID id) {
            return trajectory;
        }

        @Override
        public Leerbedrijf leerbedrijf(UUID id) {
            return new Leerbedrijf.Known(id, "AM05", Leerbedrijf.Stage.LEFT, Map.of(), Set.of());
        }

        @Override
        public Supervisor supervisor(UUID id) {
            return new Supervisor.Registered(
                    new Supervisor.Post(id, LEERBEDRIJF, "AM05", "LOG", 3),
                    new Supervisor.Qualification.Expired(),
                    Set.of(TRAINING),
                    false,
                    Map.of(TRAJECTORY, CANDIDATE));
        }

        @Override
        public Praktijkovereenkomst praktijkovereenkomst(UUID id) {
            return new Praktijkovereenkomst.Absent();
        }

        @Override
        public PrivacyCase privacyCase(UUID id) {
            return new PrivacyCase.Granted(null, MATCHED, true, "x", "x");
        }

        @Override
        public List<UUID> turnedTo(UUID leerbedrijfId) {
            return List.of(TRAJECTORY);
        }

        @Override
        public List<UUID> enrolledIn(UUID trainingId) {
            return List.of(SUPERVISOR);
        }

        @Override
        public boolean hasPaper(UUID trajectoryId) {
            return false;
        }

        @Override
        public boolean isOutcomeKnown(UUID candidateId, UUID trajectoryId, String moment) {
            return false;
        }

        @Override
        public boolean isOpen(DutyKind kind, UUID trajectoryId) {
            return false;
        }
    }

    private static final List<World> WORLDS = List.of(
            new World(plus(untilSuitable(), waitlisted(LocalDate.parse("2020-03-10")))),
            new World(plus(untilSuitable(), matched())),
            new World(untilContracted()),
            new World(untilStarted()),
            new World(plus(
                    untilStarted(),
                    judged(WERKPROCES, "MASTERED", LocalDate.parse("2020-04-20")),
                    confirmed(WERKPROCES, idOf(6), LocalDate.parse("2020-04-21")),
                    completed(LocalDate.parse("2020-04-22")))));
}
