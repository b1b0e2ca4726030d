package nl.leerspoor.standalone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.IntakeEvent.SuitabilityAssessed;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryOpened;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesJudged;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * A trajectory of the Twente pilot that was completed in December 2019, as facts in the store: a test on papers needs
 * it, and not the twenty commands that lead to it.
 *
 * @param leerbedrijf where the werkprocessen were proven
 * @param werkprocessen what the school confirmed
 */
record ProvenTrajectory(UUID id, UUID candidate, UUID leerbedrijf, List<String> werkprocessen) {

    private static final String TWENTE = "AM05";
    private static final LocalDate OPENED_ON = LocalDate.parse("2019-10-01");
    private static final LocalDate STARTED_ON = LocalDate.parse("2019-10-14");
    private static final LocalDate COMPLETED_ON = LocalDate.parse("2019-12-13");

    /** Registers a candidate by command, and puts down the facts of their trajectory. */
    static ProvenTrajectory given(Client client, EventStore store, String... werkprocessen) {
        UUID candidate = UUID.fromString(
                client.post("/v1/candidates", registration()).json().path("id").asString());
        var trajectory = new ProvenTrajectory(UUID.randomUUID(), candidate, UUID.randomUUID(), List.of(werkprocessen));
        List<TrajectoryEvent> events = trajectory.events();
        for (int version = 0; version < events.size(); version++) {
            store.publish(trajectory.message(version, events.get(version)));
        }
        return trajectory;
    }

    private static Map<String, Object> registration() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("region", TWENTE);
        body.put("effectiveOn", OPENED_ON.toString());
        body.put("targetGroup", "STATUSHOUDER");
        body.put("labourStatus", "WERKZOEKEND");
        body.put("hasStartkwalificatie", false);
        body.put("incomeKind", "UITKERING");
        body.put("referrer", "GEMEENTE");
        return body;
    }

    private List<TrajectoryEvent> events() {
        UUID supervisor = UUID.randomUUID();
        UUID agreement = UUID.randomUUID();
        List<TrajectoryEvent> events = new ArrayList<>();
        events.add(new TrajectoryOpened(
                id, candidate, TWENTE, OPENED_ON, "PRAKTIJKVERKLARING", "DZ", 1, "testwerkcoach-zorg", null));
        events.add(new SuitabilityAssessed(
                id,
                candidate,
                TWENTE,
                OPENED_ON,
                true,
                false,
                "LEERBAAR_NIET_SCHOOLBAAR",
                "INTAKE_REPORT",
                "INTAKE-TEST",
                "INTAKE-TWENTE",
                "1",
                "WERKCOACH"));
        events.add(new CandidateMatched(
                id,
                candidate,
                TWENTE,
                OPENED_ON,
                leerbedrijf,
                supervisor,
                "ROC",
                "25251",
                "2015",
                werkprocessen,
                STARTED_ON,
                true,
                true,
                null));
        events.add(new TrajectoryContracted(id, candidate, TWENTE, OPENED_ON, agreement));
        events.add(new TrajectoryStarted(
                id, candidate, TWENTE, STARTED_ON, leerbedrijf, supervisor, agreement, "25251", "2015"));
        for (String werkproces : werkprocessen) {
            events.add(new WerkprocesJudged(
                    id, candidate, TWENTE, COMPLETED_ON, werkproces, "MASTERED", supervisor, leerbedrijf, agreement));
            events.add(new WerkprocesConfirmed(
                    id,
                    candidate,
                    TWENTE,
                    COMPLETED_ON,
                    werkproces,
                    UUID.randomUUID(),
                    supervisor,
                    leerbedrijf,
                    "ROC",
                    "testschoolcoach-roc"));
        }
        events.add(new TrajectoryCompleted(id, candidate, TWENTE, COMPLETED_ON, werkprocessen, null, true));
        return events;
    }

    private GenericDomainEventMessage<TrajectoryEvent> message(long version, TrajectoryEvent event) {
        return new GenericDomainEventMessage<>(
                "trajectory",
                id.toString(),
                version,
                event,
                Map.of(
                        "recordedAt",
                        "2019-12-13T09:00:00.00000" + version % 10 + "Z",
                        "recordedBy",
                        "testwerkcoach-zorg",
                        "role",
                        "",
                        "organisation",
                        "",
                        "correlationId",
                        id.toString(),
                        "causationId",
                        id.toString(),
                        "commandId",
                        id.toString(),
                        "source",
                        "IMPORT"));
    }
}
