package nl.leerspoor.standalone.twente;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The facts of the Twente pilot, in the order in which they were recorded. People and companies are made up. */
record Scenario(List<ScenarioFact> facts) {

    private static final String FILE = "/twente/twente-scenario.ndjson";

    /** The scenario of the file, with what it takes for granted: who people are, nominations, and who granted an erasure. */
    static Scenario read() {
        JsonMapper json = JsonMapper.shared();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Scenario.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return new Scenario(lines.lines()
                    .map(json::readTree)
                    .map(ScenarioFact::of)
                    .flatMap(Scenario::withWhatItTakesForGranted)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The scenario can't be read", e);
        }
    }

    /** The supervisors who enrolled in a training; all of them passed. */
    List<UUID> enrolledIn(String training) {
        return ofKind("SupervisorEnrolledInTraining")
                .filter(fact -> fact.text("training").equals(training))
                .map(ScenarioFact::supervisor)
                .toList();
    }

    /** The company that a candidate was matched with. */
    UUID leerbedrijfOf(String candidate) {
        return about(candidate, "CandidateMatched", ScenarioFact::leerbedrijf).getFirst();
    }

    /** The werkprocessen that the school confirmed for a candidate. */
    List<String> confirmedFor(String candidate) {
        return about(candidate, "WerkprocesConfirmed", fact -> fact.text("wp"));
    }

    /** The trajectories that never ended, which go on after the pilot. */
    List<UUID> openAtTheEnd() {
        Set<UUID> open = new LinkedHashSet<>();
        ofKind("TrajectoryOpened").forEach(fact -> open.add(fact.trajectory()));
        Stream.of("CandidateReferred", "TrajectoryCompleted", "TrajectoryStopped")
                .flatMap(this::ofKind)
                .forEach(fact -> open.remove(fact.trajectory()));
        return List.copyOf(open);
    }

    private <T> List<T> about(String candidate, String kind, Function<ScenarioFact, T> what) {
        return ofKind(kind)
                .filter(fact -> fact.text("cand").equals(candidate))
                .map(what)
                .toList();
    }

    private Stream<ScenarioFact> ofKind(String kind) {
        return facts.stream().filter(fact -> fact.kind().equals(kind));
    }

    private static Stream<ScenarioFact> withWhatItTakesForGranted(ScenarioFact fact) {
        return switch (fact.kind()) {
            case "VerklaringApproved" ->
                Stream.of(
                        fact,
                        beside(fact, "nomination-" + fact.text("verkl"), "VerklaringNominated", "testprojectleider"));
            case "CandidateRegistered" ->
                Stream.of(
                        fact,
                        beside(fact, "details-" + fact.text("cand"), "CandidateDetailsRecorded", fact.recordedBy()));
            case "PersonalDataErased" ->
                Stream.of(beside(fact, "grant-" + fact.text("cand"), "PrivacyCaseGranted", "testprivacy-tweede"), fact);
            default -> Stream.of(fact);
        };
    }

    private static ScenarioFact beside(ScenarioFact fact, String key, String kind, String by) {
        return new ScenarioFact(
                fact.rank(), "twente-" + key, kind, fact.effectiveOn(), fact.recordedOn(), by, fact.fields());
    }
}
