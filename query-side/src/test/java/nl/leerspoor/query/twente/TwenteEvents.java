package nl.leerspoor.query.twente;

import static nl.leerspoor.query.twente.TwentePilot.id;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateRegistered;
import nl.leerspoor.events.candidate.CandidateEvent.ConfidenceMeasured;
import nl.leerspoor.events.candidate.CandidateEvent.OutcomeRecorded;
import nl.leerspoor.events.candidate.CandidateEvent.PreferenceRecorded;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfApproached;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfDeclined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfJoined;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorAvailableAgain;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorBecameUnavailable;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReleased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCompleted;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingResumed;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingScheduled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingSuspended;
import tools.jackson.databind.JsonNode;

/**
 * What each line of the scenario is as an event. The scenario leaves out what its figures don't need; here those fields
 * get the simplest value that makes sense. Streams that no figure is made of are left out.
 */
final class TwenteEvents {

    private static final String REGION = "AM05";

    /** The leerbedrijf of each supervisor. */
    private final Map<String, String> employers = new HashMap<>();

    private final TwenteRoutes routes = new TwenteRoutes();

    /** An event and the stream that it belongs to. */
    record Located(UUID stream, Event event) {}

    Optional<Located> of(JsonNode line, UUID eventId) {
        String type = line.path("type").asString();
        Event event = event(type, line);
        if (event != null) {
            return Optional.of(new Located(stream(line), event));
        }
        return routes.of(type, line, eventId);
    }

    private static UUID stream(JsonNode line) {
        if (line.has("sup")) {
            return id("supervisor", text(line, "sup"));
        }
        if (line.has("training")) {
            return id("training", text(line, "training"));
        }
        return line.has("lb") ? id("leerbedrijf", text(line, "lb")) : candidate(line);
    }

    private Event event(String type, JsonNode line) {
        LocalDate day = date(line, "effectiveOn");
        return switch (type) {
            case "LeerbedrijfApproached" ->
                new LeerbedrijfApproached(
                        id("leerbedrijf", text(line, "lb")),
                        REGION,
                        day,
                        "Voorbeeldbedrijf " + text(line, "lb"),
                        text(line, "sec"),
                        null,
                        text(line, "lb"));
            case "ErkenningConfirmed" ->
                new ErkenningConfirmed(
                        id("leerbedrijf", text(line, "lb")),
                        REGION,
                        day,
                        text(line, "crebo"),
                        LocalDate.of(2018, 10, 1));
            case "LeerbedrijfJoined" ->
                new LeerbedrijfJoined(id("leerbedrijf", text(line, "lb")), REGION, day, text(line, "sec"));
            case "LeerbedrijfDeclined" ->
                new LeerbedrijfDeclined(
                        id("leerbedrijf", text(line, "lb")),
                        REGION,
                        day,
                        text(line, "sec"),
                        text(line, "reason"),
                        List.of(),
                        null);
            case "CandidateRegistered" ->
                new CandidateRegistered(
                        candidate(line),
                        REGION,
                        day,
                        candidate(line),
                        text(line, "targetGroup"),
                        "WERKZOEKEND",
                        false,
                        null,
                        "UITKERING",
                        "GEMEENTE",
                        null,
                        text(line, "cand"));
            case "PreferenceRecorded" ->
                new PreferenceRecorded(candidate(line), REGION, day, text(line, "sec"), null, null, null);
            case "ConfidenceMeasured" ->
                new ConfidenceMeasured(
                        candidate(line),
                        REGION,
                        day,
                        id("trajectory", text(line, "cand")),
                        "ZELFVERTROUWEN-10",
                        "1",
                        line.path("score").asInt(),
                        1,
                        10,
                        text(line, "moment"));
            case "OutcomeRecorded" ->
                new OutcomeRecorded(
                        candidate(line),
                        REGION,
                        day,
                        id("trajectory", text(line, "cand")),
                        "END",
                        text(line, "outcome"),
                        null,
                        null,
                        null,
                        null,
                        "WERKCOACH");
            default -> training(type, line, day);
        };
    }

    private Event training(String type, JsonNode line, LocalDate day) {
        UUID training = id("training", text(line, "training"));
        return switch (type) {
            case "SupervisorTrainingScheduled" ->
                new SupervisorTrainingScheduled(
                        training,
                        REGION,
                        day,
                        "BEGELEIDERSTRAINING",
                        date(line, "start"),
                        date(line, "end"),
                        null,
                        7,
                        text(line, "training"));
            case "SupervisorTrainingSuspended" ->
                new SupervisorTrainingSuspended(
                        training, REGION, day, null, text(line, "cause"), List.of(), null, null);
            case "SupervisorTrainingResumed" -> new SupervisorTrainingResumed(training, REGION, day, day.plusDays(25));
            case "SupervisorTrainingCompleted" ->
                new SupervisorTrainingCompleted(training, REGION, day, List.of(), null);
            default -> supervisor(type, line, day);
        };
    }

    private Event supervisor(String type, JsonNode line, LocalDate day) {
        UUID supervisor = id("supervisor", text(line, "sup"));
        if (type.equals("SupervisorRegistered")) {
            employers.put(text(line, "sup"), text(line, "lb"));
        }
        UUID leerbedrijf = id("leerbedrijf", employers.get(text(line, "sup")));
        UUID trajectory = id("trajectory", text(line, "cand"));
        return switch (type) {
            case "SupervisorRegistered" ->
                new SupervisorRegistered(supervisor, leerbedrijf, REGION, day, text(line, "sec"), 3, text(line, "sup"));
            case "SupervisorEnrolledInTraining" ->
                new SupervisorEnrolledInTraining(
                        supervisor, leerbedrijf, REGION, day, id("training", text(line, "training")));
            case "SupervisorTrained" ->
                new SupervisorTrained(
                        supervisor,
                        leerbedrijf,
                        REGION,
                        day,
                        null,
                        id("training", text(line, "training")),
                        "BEGELEIDERSTRAINING",
                        null,
                        3);
            case "SupervisorReserved" ->
                new SupervisorReserved(supervisor, leerbedrijf, REGION, day, trajectory, candidate(line));
            case "SupervisorReleased" ->
                new SupervisorReleased(supervisor, leerbedrijf, REGION, day, trajectory, candidate(line));
            case "SupervisorBecameUnavailable" ->
                new SupervisorBecameUnavailable(supervisor, leerbedrijf, REGION, day, text(line, "cause"));
            case "SupervisorAvailableAgain" -> new SupervisorAvailableAgain(supervisor, leerbedrijf, REGION, day);
            default -> null;
        };
    }

    private static UUID candidate(JsonNode line) {
        return id("candidate", text(line, "cand"));
    }

    static String text(JsonNode line, String name) {
        return line.path(name).asString(null);
    }

    static LocalDate date(JsonNode line, String name) {
        return LocalDate.parse(text(line, name));
    }
}
