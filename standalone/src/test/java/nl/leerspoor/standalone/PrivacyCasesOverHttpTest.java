package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.following.Following;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A person asks about the data about them: it is decided on a ground of its kind, done, and seen to be done in time. */
class PrivacyCasesOverHttpTest extends RunningApplication {

    @Autowired
    private Following duties;

    private RegionOffice office;
    private String candidate;
    private Client officer;

    @BeforeEach
    void aCandidateWhoIsKnown() {
        office = new RegionOffice(client, "AM14");
        officer = client.as("testprivacy; role=PRIVACY_OFFICER; regions=AM14");
        candidate = office.candidate();
        office.done(
                "/v1/candidates/" + candidate + "/details",
                body("name", "Verzoekkandidaat Vijftig", "birthDate", "2001-02-03"));
    }

    private static Reply done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private String asked(String kind, Object... more) {
        Map<String, Object> request =
                body("region", "AM14", "kind", kind, "candidateId", candidate, "requestedBy", "PERSON");
        request.putAll(body(more));
        return done(officer.post("/v1/privacy-cases", request))
                .json()
                .path("id")
                .asString();
    }

    private Reply to(String id, String what, Object... more) {
        return officer.post("/v1/privacy-cases/" + id + "/" + what, body(more));
    }

    private JsonNode told(String id) {
        return officer.get("/v1/privacy-cases/" + id + "?validOn=2020-01-20&minPosition=" + sql().head())
                .json();
    }

    private List<String> openDuties(String id) {
        return openDuties(id, "2020-02-20");
    }

    private List<String> openDuties(String id, String day) {
        assertThat(duties.awaitFollowed(sql().head(), Duration.ofSeconds(20))).isTrue();
        return officer.get("/v1/duties?region=AM14&state=OPEN&validOn=" + day + "&privacyCase=" + id + "&minPosition="
                        + sql().head())
                .json()
                .path("items")
                .findValuesAsString("kind");
    }

    @Test
    void aCaseIsToldWithItsTermAndTheDutyToDecideInTime() {
        String id = asked("ACCESS");

        JsonNode told = told(id);

        assertThat(told.path("kind").asString()).isEqualTo("ACCESS");
        assertThat(told.path("state").asString()).isEqualTo("OPEN");
        assertThat(told.path("dueOn").asString()).isEqualTo("2020-02-06");
        assertThat(told.path("daysLeft").asInt()).isEqualTo(17);
        assertThat(told.path("steps").findValuesAsString("event")).containsExactly("privacy.AccessRequested");
        assertThat(openDuties(id)).containsExactly("PRIVACY_CASE_TO_DECIDE");
        JsonNode late = officer.get("/v1/privacy-cases?region=AM14&overdue=true&kind=ACCESS&validOn=2020-02-07&id=" + id
                        + "&minPosition=" + sql().head())
                .json();
        assertThat(late.at("/items/0/daysLeft").asInt()).isEqualTo(-1);
        assertThat(officer.get("/v1/privacy-cases/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void aCopyIsPartlyGrantedAndHandedOver() {
        String id = asked("ACCESS");
        assertThat(to(id, "grants", "legalBasis", "AVG_17_1_A").code()).isEqualTo("GROUND_OF_ANOTHER_KIND");
        done(to(id, "partial-grants", "legalBasis", "AVG_15", "ground", "AVG_15_4", "withheld", List.of("NOTES")));
        assertThat(openDuties(id)).containsExactly("PRIVACY_CASE_TO_CARRY_OUT");
        assertThat(to(id, "handovers", "exportId", UUID.randomUUID().toString(), "manner", "IN_PERSON")
                        .code())
                .isEqualTo("EXPORT_OF_ANOTHER_CASE");
        String other = asked("ACCESS");
        done(to(other, "grants", "legalBasis", "AVG_15"));
        assertThat(to(id, "handovers", "exportId", copy(other), "manner", "IN_PERSON")
                        .code())
                .isEqualTo("EXPORT_OF_ANOTHER_CASE");
        String export = copy(id);

        done(to(id, "handovers", "exportId", export, "manner", "IN_PERSON"));

        JsonNode told = told(id);
        assertThat(told.path("state").asString()).isEqualTo("EXECUTED");
        assertThat(told.path("exportId").asString()).isEqualTo(export);
        assertThat(told.path("refusedGround").asString()).isEqualTo("AVG_15_4");
        assertThat(told.path("daysLeft").isNull()).isTrue();
        assertThat(openDuties(id)).isEmpty();
    }

    @Test
    void whatWasPutRightIsNamedAndToldToWhoHadIt() {
        String id = asked("RECTIFICATION");
        done(to(id, "grants", "legalBasis", "AVG_16"));
        String registration = eventOf("candidate.CandidateRegistered");
        assertThat(to(id, "rectifications", "correctionEventIds", List.of(registration))
                        .code())
                .isEqualTo("CORRECTION_NOT_FOUND");
        done(officer.post(
                "/v1/candidates/" + candidate + "/details-rectifications",
                Map.of("name", "Verzoekkandidaat Eenenvijftig", "reason", "DATA_ENTRY_ERROR")));

        done(to(id, "rectifications", "correctionEventIds", List.of(eventOf("candidate.CandidateDetailsRectified"))));

        assertThat(told(id).path("toInform").asBoolean()).isTrue();
        assertThat(openDuties(id)).containsExactly("RECIPIENTS_TO_INFORM");
        done(to(id, "recipient-notices", "recipients", List.of("SCHOOL")));
        assertThat(told(id).path("toInform").asBoolean()).isFalse();
        assertThat(told(id).path("recipients").toString()).isEqualTo("[\"SCHOOL\"]");
        assertThat(openDuties(id)).isEmpty();
    }

    @Test
    void anObjectionEndsWhatItIsAgainstAndTheConsentToIt() {
        office.done("/v1/candidates/" + candidate + "/consents", body("kind", "PUBLICITY"));
        String id = asked("OBJECTION", "processings", List.of("PUBLICITY"));
        done(to(id, "grants", "legalBasis", "AVG_21_1"));

        done(to(id, "ended-processings", "processings", List.of("PUBLICITY")));

        assertThat(told(id).path("endedProcessings").toString()).isEqualTo("[\"PUBLICITY\"]");
        assertThat(office.post("/v1/candidates/" + candidate + "/consent-withdrawals", body("kind", "PUBLICITY"))
                        .code())
                .isEqualTo("CONSENT_NOT_GIVEN");
        assertThat(eventOf("candidate.ConsentWithdrawn")).isNotEmpty();
    }

    /** The number of a copy that is made for a request, which stands in the name of its file. */
    private String copy(String id) {
        String file = officer.with("Accept", "application/zip")
                .get("/v1/privacy-cases/" + id + "/export")
                .header("Content-Disposition");
        return file.replaceFirst(".*inzage-([0-9a-f-]{36}).zip.*", "$1");
    }

    @Test
    void whoHadDataOfAPersonIsToldThatTheyAreErased() {
        String leerbedrijf = office.leerbedrijf();
        String trajectory = office.startedTrajectory(leerbedrijf, office.supervisor(leerbedrijf, 1));
        Map<String, Object> stop = body("reason", "PERSONAL");
        stop.put("effectiveOn", "2020-03-02");
        office.done("/v1/trajectories/" + trajectory + "/stops", stop);
        candidate = candidateOf(trajectory);
        String id = asked("ERASURE");
        done(to(id, "grants", "legalBasis", "AVG_17_1_A"));
        done(client.as("testprivacy-tweede; role=PRIVACY_OFFICER; regions=AM14")
                .post("/v1/privacy-cases/" + id + "/erasures", Map.of("effectiveOn", "2020-03-03")));

        JsonNode told = officer.get("/v1/privacy-cases/" + id + "?minPosition=" + sql().head())
                .json();

        assertThat(told.path("toInform").asBoolean()).isTrue();
        assertThat(told.path("hadData").findValuesAsString("kind"))
                .containsExactly("INTEGRATOR", "LEERBEDRIJF", "SCHOOL");
        assertThat(told.path("hadData").findValuesAsString("id")).contains(leerbedrijf, "ROC");
        assertThat(openDuties(id, "2020-03-04")).containsExactly("RECIPIENTS_TO_INFORM");
        Map<String, Object> notice = body("recipients", List.of("LEERBEDRIJF", "SCHOOL"));
        notice.put("effectiveOn", "2020-03-04");
        done(officer.post("/v1/privacy-cases/" + id + "/recipient-notices", notice));
        assertThat(openDuties(id, "2020-03-04")).isEmpty();
    }

    private String candidateOf(String trajectory) {
        return client.get("/v1/trajectories/" + trajectory + "?minPosition=" + sql().head())
                .json()
                .path("candidateId")
                .asString();
    }

    private String eventOf(String name) {
        return sql().as(Sql.SUPERUSER)
                .sql("select event_identifier from eventstore.domain_event_entry"
                        + " where aggregate_identifier = :stream and payload_type = :name")
                .param("stream", candidate)
                .param("name", name)
                .query(String.class)
                .single();
    }
}
