package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leerspoor.standalone.Client.Reply;

/** A region's office at work over HTTP: it makes what a test needs, as a user would, and knows the ids. */
final class RegionOffice {

    static final String OPENED = "2020-01-06";
    static final String SUITABLE = "2020-01-20";
    static final String MATCHED = "2020-02-07";
    static final String START = "2020-02-10";
    static final String COMPLETED = "2020-05-15";
    static final String WERKPROCES = "B1-K1-W1";

    private final Client client;
    private final String region;

    /** One where a single person, who guides all candidates, does everything but what only a leerbedrijf may. */
    RegionOffice(Client client, String region) {
        this(region, client.as("testwerkcoach"));
    }

    private RegionOffice(String region, Client client) {
        this.client = client;
        this.region = region;
    }

    /** The same office, where somebody else works. */
    RegionOffice with(String somebody) {
        return new RegionOffice(region, client.as(somebody));
    }

    /** Where a supervisor of a leerbedrijf works. */
    RegionOffice at(String leerbedrijf) {
        return with("testbegeleider; role=SUPERVISOR; org=" + leerbedrijf);
    }

    /** A leerbedrijf in logistics that takes part and is erkend. */
    String leerbedrijf() {
        String id = made("/v1/leerbedrijven", body("region", region, "name", "Voorbeeldbedrijf", "sector", "LOG"));
        done("/v1/leerbedrijven/" + id + "/erkenningen", body("crebo", "25254", "lastAssessedOn", "2018-10-01"));
        done("/v1/leerbedrijven/" + id + "/participations", body("sector", "LOG"));
        return id;
    }

    /** A trained supervisor of a leerbedrijf with some places. */
    String supervisor(String leerbedrijf, int places) {
        String id = made(
                "/v1/supervisors",
                body("region", region, "leerbedrijfId", leerbedrijf, "sector", "LOG", "maxCandidates", places));
        done("/v1/supervisors/" + id + "/trained-marks", body("trainingKind", "BEGELEIDERSTRAINING"));
        return id;
    }

    /** A candidate with a trajectory that was found suitable and has a planned start. */
    String suitableTrajectory() {
        String candidate = candidate();
        String id = openedTrajectory(candidate);
        Map<String, Object> intake = body("leerbaar", true, "schoolbaar", false);
        intake.put("effectiveOn", SUITABLE);
        intake.put("evidenceKind", "INTAKE_REPORT");
        intake.put("evidenceRef", "INTAKE-TEST");
        intake.put("instrument", "INTAKE-TWENTE");
        intake.put("instrumentVersion", "1");
        intake.put("assessorRole", "WERKCOACH");
        done("/v1/trajectories/" + id + "/assessments", intake);
        Map<String, Object> plan = body("plannedStart", START);
        plan.put("effectiveOn", SUITABLE);
        done("/v1/trajectories/" + id + "/planned-starts", plan);
        return id;
    }

    String candidate() {
        return made("/v1/candidates", registration());
    }

    /** A candidate under an id of one's own choice. */
    String candidate(String id) {
        Map<String, Object> registration = registration();
        registration.put("id", id);
        return made("/v1/candidates", registration);
    }

    private Map<String, Object> registration() {
        return body(
                "region", region,
                "targetGroup", "STATUSHOUDER",
                "labourStatus", "WERKZOEKEND",
                "hasStartkwalificatie", false,
                "incomeKind", "UITKERING",
                "referrer", "GEMEENTE");
    }

    String openedTrajectory(String candidate) {
        Reply reply = openTrajectory(candidate);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().path("id").asString();
    }

    Reply openTrajectory(String candidate) {
        return client.post(
                "/v1/trajectories",
                body(
                        "region",
                        region,
                        "candidateId",
                        candidate,
                        "goal",
                        "PRAKTIJKVERKLARING",
                        "sector",
                        "LOG",
                        "level",
                        1,
                        "werkcoachId",
                        "testwerkcoach"));
    }

    Reply match(String trajectory, String leerbedrijf, String supervisor) {
        return matchOn(MATCHED, trajectory, leerbedrijf, supervisor);
    }

    Reply matchOn(String day, String trajectory, String leerbedrijf, String supervisor) {
        return matchOn(day, trajectory, leerbedrijf, supervisor, List.of(WERKPROCES));
    }

    private Reply matchOn(
            String day, String trajectory, String leerbedrijf, String supervisor, List<String> werkprocessen) {
        Map<String, Object> match = body("leerbedrijfId", leerbedrijf, "supervisorId", supervisor);
        match.put("effectiveOn", day);
        match.put("schoolId", "ROC");
        match.put("crebo", "25254");
        match.put("werkprocessen", werkprocessen);
        match.put("candidateAgreed", true);
        return client.post("/v1/trajectories/" + trajectory + "/matches", match);
    }

    /** Draws up the agreement of a match and has all three parties sign it. */
    String signedAgreement(String trajectory) {
        Map<String, Object> draft = body("region", region, "trajectoryId", trajectory, "start", START);
        draft.put("effectiveOn", MATCHED);
        draft.put("end", "2021-02-09");
        draft.put("hoursPerWeek", 24);
        draft.put("leerweg", "DERDE");
        String id = made("/v1/praktijkovereenkomsten", draft);
        for (String party : List.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL")) {
            Map<String, Object> signature = body("party", party, "method", "PAPER");
            signature.put("effectiveOn", MATCHED);
            done("/v1/praktijkovereenkomsten/" + id + "/signatures", signature);
        }
        return id;
    }

    /** A trajectory on which learning started, at a supervisor. */
    String startedTrajectory(String leerbedrijf, String supervisor) {
        return startedTrajectory(leerbedrijf, supervisor, List.of(WERKPROCES));
    }

    private String startedTrajectory(String leerbedrijf, String supervisor, List<String> werkprocessen) {
        String id = suitableTrajectory();
        Reply match = matchOn(MATCHED, id, leerbedrijf, supervisor, werkprocessen);
        assertThat(match.status()).as(match.body()).isEqualTo(201);
        signedAgreement(id);
        Map<String, Object> start = body();
        start.put("effectiveOn", START);
        done("/v1/trajectories/" + id + "/starts", start);
        return id;
    }

    /** A trajectory completed on 15 May 2020, with these werkprocessen judged by the company and confirmed by the ROC. */
    String completedTrajectory(String leerbedrijf, String supervisor, List<String> werkprocessen) {
        String id = startedTrajectory(leerbedrijf, supervisor, werkprocessen);
        for (String werkproces : werkprocessen) {
            Map<String, Object> judgement =
                    body("werkproces", werkproces, "result", "MASTERED", "supervisorId", supervisor);
            judgement.put("effectiveOn", COMPLETED);
            at(leerbedrijf).done("/v1/trajectories/" + id + "/werkproces-judgements", judgement);
            Map<String, Object> confirmation = body("werkproces", werkproces);
            confirmation.put("effectiveOn", COMPLETED);
            Reply confirmed = client.as("testschoolcoach-roc; role=SCHOOL_COACH; org=ROC")
                    .post("/v1/trajectories/" + id + "/werkproces-confirmations", confirmation);
            assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(201);
        }
        Map<String, Object> completion = body();
        completion.put("effectiveOn", COMPLETED);
        done("/v1/trajectories/" + id + "/completions", completion);
        return id;
    }

    String made(String path, Map<String, ?> body) {
        return done(path, body).json().path("id").asString();
    }

    /** Posts a command that has to be accepted. */
    Reply done(String path, Map<String, ?> body) {
        Reply reply = client.post(path, body);
        assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(201);
        return reply;
    }

    Reply post(String path, Map<String, ?> body) {
        return client.post(path, body);
    }

    /** Members of a request, effective on the day of opening unless replaced. */
    static Map<String, Object> body(Object... pairs) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("effectiveOn", OPENED);
        for (int i = 0; i < pairs.length; i += 2) {
            body.put((String) pairs[i], pairs[i + 1]);
        }
        return body;
    }
}
