package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.Test;

/** Every command on leerbedrijven, supervisors and their trainings, from HTTP to the event table. */
class CompaniesOverHttpTest extends RunningApplication {

    @Test
    void anEmployerIsWonLostAndWonAgain() {
        String path = "/v1/leerbedrijven/" + approach();
        recorded(path + "/interests", "2019-10-02");
        recorded(
                path + "/declines",
                "2019-10-03",
                Map.of(
                        "sector", "LOG",
                        "reason", "NO_COMPENSATION",
                        "secondaryReasons", List.of("NO_VACANCY"),
                        "wouldReconsiderIf", "COMPENSATION"));
        recorded(path + "/reopenings", "2019-10-04");
        recorded(path + "/erkenning-requests", "2019-10-05", Map.of("crebo", "25254"));
        recorded(path + "/erkenningen", "2019-10-06", Map.of("crebo", "25254", "lastAssessedOn", "2018-10-01"));
        recorded(path + "/participations", "2019-10-07", Map.of("sector", "LOG"));
        recorded(path + "/place-offers", "2019-10-08", Map.of("crebo", "25254", "places", 2, "from", "2019-11-01"));
        recorded(path + "/place-withdrawals", "2019-10-09", Map.of("crebo", "25254"));
        recorded(path + "/suspensions", "2019-10-10", Map.of("cause", "CORONA"));
        recorded(path + "/resumptions", "2019-10-11");
        recorded(
                path + "/erkenning-withdrawals",
                "2019-10-12",
                Map.of("crebo", "25254", "reason", "CONDITIONS_NOT_MET"));
        recorded(path + "/erkenningen", "2019-10-13", Map.of("crebo", "25254", "lastAssessedOn", "2019-10-13"));
        recorded(path + "/erkenning-lapses", "2019-10-14", Map.of("crebo", "25254"));
        recorded(path + "/departures", "2019-10-15", Map.of("reason", "NO_SUITABLE_WORK"));
    }

    @Test
    void aSupervisorIsRegisteredTrainedAwayAndMoved() {
        String leerbedrijf = approach();
        String path = "/v1/supervisors/" + register(leerbedrijf);
        String training = schedule(1);
        recorded(path + "/training-enrolments", "2019-10-02", Map.of("trainingId", training));
        recorded(path + "/exemptions", "2019-10-03", Map.of("basis", "EXPERIENCE"));
        recorded(path + "/unavailabilities", "2019-10-04", Map.of("cause", "PERSONAL"));
        recorded(path + "/availabilities", "2019-10-05");
        recorded(path + "/capacity-changes", "2019-10-06", Map.of("maxCandidates", 4));
        recorded(path + "/moves", "2019-10-07", Map.of("leerbedrijfId", approach()));

        String other = "/v1/supervisors/" + register(leerbedrijf);
        recorded(other + "/trained-marks", "2019-10-02", Map.of("trainingKind", "BEGELEIDERSTRAINING"));
        recorded(other + "/training-expiries", "2019-10-03");
        assertThat(client.post(
                                other + "/trained-retractions",
                                Map.of("retractsEventId", UUID.randomUUID().toString(), "reason", "WRONG_PERSON"))
                        .code())
                .isEqualTo("UNKNOWN_EVENT");
    }

    @Test
    void aTrainingLiesStillGoesOnAndMakesTrained() {
        String supervisor = register(approach());
        String training = schedule(1);
        String path = "/v1/supervisor-trainings/" + training;
        recorded(
                "/v1/supervisors/" + supervisor + "/training-enrolments", "2019-10-01", Map.of("trainingId", training));
        recorded(path + "/suspensions", "2019-10-03", Map.of("cause", "CORONA", "expectedResumeOn", "2019-11-01"));
        recorded(path + "/resumptions", "2019-11-01", Map.of("newEnd", "2019-11-08"));
        Reply completed = recorded(path + "/completions", "2019-11-08", Map.of("passed", List.of(supervisor)));
        assertThat(completed.json().path("version").asInt()).isEqualTo(3);

        recorded("/v1/supervisor-trainings/" + schedule(1) + "/cancellations", "2019-10-03", Map.of("cause", "CORONA"));
    }

    @Test
    void ofTwoWhoWantTheLastSeatAtOnceOneGetsIt() throws Exception {
        String leerbedrijf = approach();
        String training = schedule(1);
        List<Callable<Reply>> enrolments =
                List.of(enrolment(register(leerbedrijf), training), enrolment(register(leerbedrijf), training));
        try (var people = Executors.newFixedThreadPool(2)) {
            List<String> answers = people.invokeAll(enrolments).stream()
                    .map(Future::resultNow)
                    .map(reply -> reply.status() == 201 ? "ENROLLED" : reply.code())
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder("ENROLLED", "TRAINING_FULL");
        }
    }

    private Callable<Reply> enrolment(String supervisor, String training) {
        return () -> client.post(
                "/v1/supervisors/" + supervisor + "/training-enrolments",
                Map.of("effectiveOn", "2019-10-02", "trainingId", training));
    }

    private String approach() {
        return id(recorded(
                "/v1/leerbedrijven",
                "2019-10-01",
                Map.of(
                        "region",
                        "AM05",
                        "name",
                        "Voorbeeld Logistiek",
                        "sector",
                        "LOG",
                        "companyNumber",
                        "900000001")));
    }

    private String register(String leerbedrijf) {
        return id(recorded(
                "/v1/supervisors",
                "2019-10-01",
                Map.of("region", "AM05", "leerbedrijfId", leerbedrijf, "sector", "LOG", "maxCandidates", 3)));
    }

    private String schedule(int places) {
        return id(recorded(
                "/v1/supervisor-trainings",
                "2019-10-01",
                Map.of(
                        "region", "AM05",
                        "trainingKind", "BEGELEIDERSTRAINING",
                        "start", "2019-10-02",
                        "end", "2019-10-11",
                        "places", places)));
    }

    private static String id(Reply reply) {
        return reply.json().path("id").asString();
    }

    private Reply recorded(String path, String effectiveOn) {
        return recorded(path, effectiveOn, Map.of());
    }

    private Reply recorded(String path, String effectiveOn, Map<String, ?> members) {
        Map<String, Object> body = new LinkedHashMap<>(members);
        body.put("effectiveOn", effectiveOn);
        Reply reply = client.post(path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(201);
        return reply;
    }
}
