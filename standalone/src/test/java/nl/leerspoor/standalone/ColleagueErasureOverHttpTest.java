package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who works with candidates may ask to be erased, too. */
class ColleagueErasureOverHttpTest extends RunningApplication {

    private static final String REGION = "AM17";

    private RegionOffice office;
    private Client officer;
    private Client colleague;
    private String leerbedrijf;
    private String supervisor;

    @BeforeEach
    void aSupervisorWhoIsKnown() {
        office = new RegionOffice(client, REGION);
        officer = client.as("testprivacy; role=PRIVACY_OFFICER; regions=" + REGION);
        colleague = client.as("testprivacy-tweede; role=PRIVACY_OFFICER; regions=" + REGION);
        leerbedrijf = office.leerbedrijf();
        supervisor = office.supervisor(leerbedrijf, 2);
        office.done("/v1/supervisors/" + supervisor + "/details", body("name", "Wisbegeleider Zeventig"));
    }

    private static Reply done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private String granted(Object... about) {
        Map<String, Object> request = body("region", REGION, "kind", "ERASURE", "requestedBy", "PERSON");
        request.putAll(body(about));
        String id = done(officer.post("/v1/privacy-cases", request))
                .json()
                .path("id")
                .asString();
        done(officer.post("/v1/privacy-cases/" + id + "/grants", body("legalBasis", "AVG_17_1_B")));
        return id;
    }

    private Reply erase(String id) {
        return colleague.post("/v1/privacy-cases/" + id + "/erasures", Map.of("effectiveOn", "2020-08-03"));
    }

    private JsonNode certificate(String id) {
        // the list waits for the view, the certificate reads it
        officer.get("/v1/privacy-cases?region=" + REGION + "&minPosition=" + sql().head());
        return officer.get("/v1/privacy-cases/" + id + "/certificate").json();
    }

    @Test
    void aSupervisorIsErasedAndNothingMoreIsRecordedOfThem() {
        String id = granted("supervisorId", supervisor);

        done(erase(id));

        assertThat(client.get("/v1/supervisors/" + supervisor + "/details")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ERASED");
        JsonNode certificate = certificate(id);
        assertThat(certificate.path("subjectKind").asString()).isEqualTo("SUPERVISOR");
        assertThat(certificate.path("nothingLeft").asBoolean())
                .as(certificate.toString())
                .isTrue();
        assertThat(certificate.at("/checks/1/looked").asInt()).isEqualTo(1);
        for (Reply refused : new Reply[] {
            office.post("/v1/supervisors/" + supervisor + "/details", body("name", "Te Laat")),
            office.post("/v1/supervisors/" + supervisor + "/unavailabilities", body("cause", "CORONA")),
            officer.post(
                    "/v1/privacy-cases",
                    body("region", REGION, "kind", "ACCESS", "supervisorId", supervisor, "requestedBy", "PERSON")),
            erase(id)
        }) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(410);
        }
    }

    @Test
    void whoGuidesNowIsNotErased() {
        String trajectory = office.startedTrajectory(leerbedrijf, supervisor);

        Reply refused = erase(granted("supervisorId", supervisor));

        assertThat(refused.code()).isEqualTo("SUPERVISOR_GUIDES_NOW");
        assertThat(refused.json().path("trajectoryId").asString()).isEqualTo(trajectory);
        assertThat(client.get("/v1/supervisors/" + supervisor + "/details")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Wisbegeleider Zeventig");
    }

    @Test
    void aContactPersonIsErasedOnceAnotherSpeaksAndTheOtherIsKept() {
        String person = UUID.randomUUID().toString();
        String next = UUID.randomUUID().toString();
        office.done(
                "/v1/leerbedrijven/" + leerbedrijf + "/contact-persons",
                body("contactPersonId", person, "name", "Wiscontact Eenenzeventig"));
        String id = granted("leerbedrijfId", leerbedrijf, "contactPersonId", person);
        assertThat(erase(id).code()).isEqualTo("CONTACT_PERSON_SPEAKS_NOW");
        office.done(
                "/v1/leerbedrijven/" + leerbedrijf + "/contact-persons",
                body("contactPersonId", next, "name", "Wiscontact Tweeenzeventig"));

        done(erase(id));

        JsonNode certificate = certificate(id);
        assertThat(certificate.path("nothingLeft").asBoolean())
                .as(certificate.toString())
                .isTrue();
        assertThat(certificate.at("/checks/1/looked").asInt())
                .as("what was sealed for the person, and for nobody else")
                .isEqualTo(1);
        assertThat(client.get("/v1/leerbedrijven/" + leerbedrijf + "/contact-person")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Wiscontact Tweeenzeventig");
        assertThat(office.post(
                                "/v1/leerbedrijven/" + leerbedrijf + "/contact-persons",
                                body("contactPersonId", person, "name", "Wiscontact Eenenzeventig"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void nobodyIsNamedUnderTheIdOfSomethingElse() {
        for (String taken : new String[] {office.candidate(), supervisor, leerbedrijf}) {
            Reply refused = office.post(
                    "/v1/leerbedrijven/" + leerbedrijf + "/contact-persons",
                    body("contactPersonId", taken, "name", "Wiscontact Drieenzeventig"));

            assertThat(refused.code()).as(refused.body()).isEqualTo("ID_IN_USE");
        }
    }

    @Test
    void whoIsSomethingElseBesidesIsErasedInAllThatTheyAreOrInNothing() {
        String person = UUID.randomUUID().toString();
        String contacts = "/v1/leerbedrijven/" + leerbedrijf + "/contact-persons";
        office.done(contacts, body("contactPersonId", person, "name", "Wiscontact Vierenzeventig"));
        office.done(contacts, body("contactPersonId", UUID.randomUUID(), "name", "Wiscontact Vijfenzeventig"));
        String candidate = office.candidate(person);
        String trajectory = office.openedTrajectory(candidate);
        String id = granted("leerbedrijfId", leerbedrijf, "contactPersonId", person);

        assertThat(erase(id).code()).isEqualTo("CANDIDATE_HAS_OPEN_TRAJECTORY");
        done(office.post("/v1/trajectories/" + trajectory + "/stops", body("reason", "NO_SHOW")));
        done(erase(id));

        assertThat(sql().as(Sql.SUPERUSER)
                        .sql("select payload_type from eventstore.domain_event_entry"
                                + " where payload_type like '%.PersonalDataErased'"
                                + " and convert_from(payload, 'UTF8')::jsonb ->> 'personId' = :person order by 1")
                        .param("person", person)
                        .query(String.class)
                        .list())
                .containsExactly("candidate.PersonalDataErased", "leerbedrijf.PersonalDataErased");
    }

    @Test
    void aRequestIsOfOnePersonWhoIsThere() {
        Map<String, Object> request = body("region", REGION, "kind", "ACCESS", "requestedBy", "PERSON");
        assertThat(officer.post("/v1/privacy-cases", request).code()).isEqualTo("REQUEST_OF_ONE_PERSON");
        request.put("supervisorId", UUID.randomUUID());
        assertThat(officer.post("/v1/privacy-cases", request).code()).isEqualTo("UNKNOWN_SUPERVISOR_OF_CASE");
        request.put("leerbedrijfId", leerbedrijf);
        assertThat(officer.post("/v1/privacy-cases", request).code()).isEqualTo("REQUEST_OF_ONE_PERSON");
        request.remove("supervisorId");
        request.put("contactPersonId", UUID.randomUUID());
        assertThat(officer.post("/v1/privacy-cases", request).code()).isEqualTo("UNKNOWN_CONTACT_PERSON_OF_CASE");
    }
}
