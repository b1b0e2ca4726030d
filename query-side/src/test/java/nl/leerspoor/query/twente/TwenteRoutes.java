package nl.leerspoor.query.twente;

import static nl.leerspoor.query.twente.TwenteEvents.date;
import static nl.leerspoor.query.twente.TwenteEvents.text;
import static nl.leerspoor.query.twente.TwentePilot.id;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEnded;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstSigned;
import nl.leerspoor.events.trajectory.CorrectionEvent.CandidateSectorCorrected;
import nl.leerspoor.events.trajectory.EndingEvent.ProgressionAdvised;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.IntakeEvent.CandidateReferred;
import nl.leerspoor.events.trajectory.IntakeEvent.SuitabilityAssessed;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryOpened;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesJudged;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateTakenOffWaitlist;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateWaitlisted;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPostponed;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringApproved;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringIssued;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringSignedByLeerbedrijf;
import nl.leerspoor.query.twente.TwenteEvents.Located;
import tools.jackson.databind.JsonNode;

/** The trajectories of the scenario, with their agreements and papers. */
final class TwenteRoutes {

    private static final String REGION = "AM05";

    /** What the match of a candidate fixed. */
    private record Match(UUID leerbedrijf, UUID supervisor, String school, String crebo) {}

    private final Map<String, Match> matches = new HashMap<>();
    private final Map<String, UUID> openings = new HashMap<>();

    Optional<Located> of(String type, JsonNode line, UUID eventId) {
        String key = text(line, "cand");
        if (key == null) {
            return Optional.empty();
        }
        UUID trajectory = id("trajectory", key);
        UUID candidate = id("candidate", key);
        LocalDate day = date(line, "effectiveOn");
        Event event = route(type, line, eventId, trajectory, candidate, day);
        if (event != null) {
            return Optional.of(new Located(trajectory, event));
        }
        UUID agreement = id("praktijkovereenkomst", key);
        event = agreement(type, line, agreement, trajectory, candidate, day);
        if (event != null) {
            return Optional.of(new Located(agreement, event));
        }
        UUID paper = id("verklaring", text(line, "verkl"));
        return Optional.ofNullable(paper(type, line, paper, trajectory, candidate, day))
                .map(found -> new Located(paper, found));
    }

    private Event route(String type, JsonNode line, UUID eventId, UUID trajectory, UUID candidate, LocalDate day) {
        String key = text(line, "cand");
        return switch (type) {
            case "TrajectoryOpened" -> {
                openings.put(key, eventId);
                yield new TrajectoryOpened(
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        text(line, "goal"),
                        text(line, "sec"),
                        1,
                        "testwerkcoach",
                        key);
            }
            case "CandidateSectorCorrected" ->
                new CandidateSectorCorrected(
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        openings.get(key),
                        text(line, "old"),
                        text(line, "new"),
                        text(line, "reason"));
            case "SuitabilityAssessed" ->
                new SuitabilityAssessed(
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        true,
                        text(line, "outcome").equals("SCHOOLBAAR"),
                        text(line, "outcome"),
                        "INTAKE_REPORT",
                        "INTAKE-" + key,
                        "INTAKE-TWENTE",
                        "1",
                        "WERKCOACH");
            case "CandidateReferred" -> new CandidateReferred(trajectory, candidate, REGION, day, text(line, "to"));
            case "TrajectoryStartPlanned" ->
                new TrajectoryStartPlanned(trajectory, candidate, REGION, day, date(line, "start"));
            case "TrajectoryStartPostponed" ->
                new TrajectoryStartPostponed(
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        date(line, "old"),
                        date(line, "new"),
                        text(line, "cause"),
                        1);
            case "CandidateWaitlisted" ->
                new CandidateWaitlisted(
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        text(line, "sec"),
                        text(line, "cause"),
                        id("leerbedrijf", text(line, "intendedLeerbedrijf")));
            case "CandidateTakenOffWaitlist" -> new CandidateTakenOffWaitlist(trajectory, candidate, REGION, day);
            case "CandidateOnHold" ->
                new CandidateOnHold(
                        trajectory,
                        candidate,
                        REGION,
                        "",
                        day,
                        text(line, "cause"),
                        text(line, "phase"),
                        "SUITABLE",
                        id("cohort", text(line, "cohort")),
                        null,
                        null,
                        null);
            case "CandidateResumed" ->
                new CandidateResumed(
                        trajectory, candidate, REGION, day, null, 162, id("cohort", text(line, "cohort")), false);
            default -> learning(type, line, trajectory, candidate, day);
        };
    }

    private Event learning(String type, JsonNode line, UUID trajectory, UUID candidate, LocalDate day) {
        String key = text(line, "cand");
        Match match = matches.get(key);
        return switch (type) {
            case "CandidateMatched" -> {
                Match made = new Match(
                        id("leerbedrijf", text(line, "lb")),
                        id("supervisor", text(line, "sup")),
                        text(line, "school"),
                        text(line, "crebo"));
                matches.put(key, made);
                yield new CandidateMatched(
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        made.leerbedrijf(),
                        made.supervisor(),
                        made.school(),
                        made.crebo(),
                        "2015",
                        List.of("B1-K1-W1"),
                        null,
                        true,
                        true,
                        null);
            }
            case "TrajectoryContracted" ->
                new TrajectoryContracted(trajectory, candidate, REGION, day, id("praktijkovereenkomst", key));
            case "TrajectoryStarted" ->
                new TrajectoryStarted(
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        match.leerbedrijf(),
                        match.supervisor(),
                        id("praktijkovereenkomst", key),
                        match.crebo(),
                        "2015");
            case "WerkprocesJudged" ->
                new WerkprocesJudged(
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        text(line, "wp"),
                        "MASTERED",
                        match.supervisor(),
                        match.leerbedrijf(),
                        id("praktijkovereenkomst", key));
            case "WerkprocesConfirmed" ->
                new WerkprocesConfirmed(
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        text(line, "wp"),
                        null,
                        match.supervisor(),
                        match.leerbedrijf(),
                        match.school(),
                        text(line, "recordedBy"));
            case "TrajectoryCompleted" ->
                new TrajectoryCompleted(trajectory, candidate, REGION, day, List.of(), null, true);
            case "TrajectoryStopped" -> new TrajectoryStopped(trajectory, candidate, REGION, day, text(line, "reason"));
            case "ProgressionAdvised" -> new ProgressionAdvised(trajectory, candidate, REGION, day, text(line, "to"));
            default -> null;
        };
    }

    private Event agreement(
            String type, JsonNode line, UUID agreement, UUID trajectory, UUID candidate, LocalDate day) {
        return switch (type) {
            case "PraktijkovereenkomstDrafted" -> {
                Match match = matches.get(text(line, "cand"));
                yield new PraktijkovereenkomstDrafted(
                        agreement,
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        match.leerbedrijf(),
                        match.supervisor(),
                        match.school(),
                        match.crebo(),
                        "2015",
                        day.plusDays(3),
                        day.plusDays(3).plusMonths(12).minusDays(1),
                        24,
                        List.of("B1-K1-W1"),
                        text(line, "leerweg"),
                        false,
                        null);
            }
            case "PraktijkovereenkomstSigned" ->
                new PraktijkovereenkomstSigned(
                        agreement, trajectory, candidate, REGION, day, text(line, "party"), "PAPER", 1);
            case "PraktijkovereenkomstActivated" ->
                new PraktijkovereenkomstActivated(agreement, trajectory, candidate, REGION, day);
            case "PraktijkovereenkomstEnded" ->
                new PraktijkovereenkomstEnded(agreement, trajectory, candidate, REGION, day);
            case "PraktijkovereenkomstDissolved" ->
                new PraktijkovereenkomstDissolved(agreement, trajectory, candidate, REGION, day, "TRAJECTORY_STOPPED");
            default -> null;
        };
    }

    private Event paper(String type, JsonNode line, UUID paper, UUID trajectory, UUID candidate, LocalDate day) {
        Match match = matches.get(text(line, "cand"));
        return switch (type) {
            case "VerklaringDrafted" ->
                new VerklaringDrafted(
                        paper,
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        text(line, "regime"),
                        match.school(),
                        match.leerbedrijf(),
                        match.supervisor(),
                        match.crebo(),
                        1,
                        "2015",
                        List.of(),
                        text(line, "verkl"));
            case "VerklaringSignedByLeerbedrijf" ->
                new VerklaringSignedByLeerbedrijf(paper, trajectory, candidate, REGION, day, "PAPER");
            case "VerklaringApproved" ->
                new VerklaringApproved(paper, trajectory, candidate, REGION, day, match.school(), null);
            case "VerklaringIssued" ->
                new VerklaringIssued(
                        paper,
                        trajectory,
                        candidate,
                        REGION,
                        day,
                        match.school(),
                        match.leerbedrijf(),
                        match.supervisor(),
                        "PILOT_PRAKTIJKVERKLARING",
                        "VOORBEELD-" + text(line, "verkl"),
                        match.crebo(),
                        1,
                        "2015",
                        List.of(),
                        null,
                        "CEREMONY",
                        null,
                        "");
            default -> null;
        };
    }
}
