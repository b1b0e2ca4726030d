package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.personaldata.ShredRegisterRefused;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

/** A person asks to be erased, two people see to it, and nobody finds them again. */
class ErasureOverHttpTest extends RunningApplication {

    @Autowired
    @Qualifier("shredRegisterHandler")
    private SmartLifecycle register;

    private RegionOffice office;
    private String candidate;
    private Client officer;
    private Client colleague;

    @BeforeEach
    void aCandidateWhoIsKnown() {
        office = new RegionOffice(client, "AM09");
        officer = client.as("testprivacy; role=PRIVACY_OFFICER");
        colleague = client.as("testprivacy-tweede; role=PRIVACY_OFFICER");
        candidate = office.candidate();
        office.done(
                "/v1/candidates/" + candidate + "/details",
                body("name", "Wiskandidaat Eenendertig", "birthDate", "2001-02-03"));
        Map<String, Object> later = body("name", "Wiskandidaat Tweeendertig", "birthDate", "2001-02-03");
        later.put("effectiveOn", "2020-02-01");
        office.done("/v1/candidates/" + candidate + "/details", later);
        office.done("/v1/candidates/" + candidate + "/notes", body("text", "Een aantekening"));
    }

    private static Reply done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private String asked() {
        return done(officer.post(
                        "/v1/privacy-cases",
                        body("region", "AM09", "kind", "ERASURE", "candidateId", candidate, "requestedBy", "PERSON")))
                .json()
                .path("id")
                .asString();
    }

    private String granted() {
        String id = asked();
        done(officer.post("/v1/privacy-cases/" + id + "/grants", body("legalBasis", "AVG_17_1_B")));
        return id;
    }

    private Reply erase(Client by, String id) {
        return by.post("/v1/privacy-cases/" + id + "/erasures", Map.of("effectiveOn", "2020-03-01"));
    }

    private JsonNode details(Reply after) {
        return client.get("/v1/candidates/" + candidate + "/details?minPosition="
                        + after.json().path("position").asLong())
                .json();
    }

    private List<String> stored() {
        return sql().as(Sql.SUPERUSER)
                .sql("""
                        select encode(payload, 'hex') from eventstore.domain_event_entry
                         where aggregate_identifier = :stream order by sequence_number""")
                .param("stream", candidate)
                .query(String.class)
                .list();
    }

    @Test
    void nothingIsLeftThatTellsWhoItWas() {
        List<String> before = stored();
        String id = granted();

        Reply erased = done(erase(colleague, id));

        JsonNode details = details(erased);
        assertThat(details.path("state").asString()).isEqualTo("ERASED");
        assertThat(details.path("name").isNull()).isTrue();
        assertThat(details.at("/notes/0/text").asString()).isEqualTo("[gewist]");
        assertThat(client.post("/v1/candidate-searches", Map.of("name", "wiskandidaat tweeendertig", "region", "AM09"))
                        .json()
                        .path("candidates")
                        .findValuesAsString("candidateId"))
                .doesNotContain(candidate);
        assertThat(sql().as(Sql.SUPERUSER)
                        .sql("""
                                select count(*) from query.candidate_details_period
                                 where candidate_id = cast(:candidate as uuid)
                                   and (name_words <> '{}' or duplicate_key is not null)""")
                        .param("candidate", candidate)
                        .query(Long.class)
                        .single())
                .as("rows of earlier days and earlier knowledge too")
                .isZero();
        assertThat(stored()).as("events stay as they are").startsWith(before.toArray(String[]::new));
        assertThat(stored()).hasSize(before.size() + 1);
    }

    @Test
    void thereIsACertificateOfIt() {
        String id = granted();
        assertThat(client.get("/v1/privacy-cases/" + id + "/certificate").status())
                .isEqualTo(404);
        Reply erased = done(erase(colleague, id));
        details(erased);

        Reply certificate = client.get("/v1/privacy-cases/" + id + "/certificate");

        assertThat(certificate.status()).as(certificate.body()).isEqualTo(200);
        JsonNode told = certificate.json();
        assertThat(told.path("recordedBy").asString()).isEqualTo("testprivacy-tweede");
        assertThat(told.path("legalBasis").asString()).isEqualTo("AVG_17_1_B");
        assertThat(told.path("subjects").valueStream().map(JsonNode::asString)).containsExactly(candidate);
        assertThat(told.path("nothingLeft").asBoolean()).isTrue();
        assertThat(told.path("checks").findValuesAsString("left")).containsExactly("0", "0", "0");
        assertThat(told.at("/checks/1/looked").asInt())
                .as("two names, two birthdays, a note")
                .isEqualTo(5);
        assertThat(told.at("/checks/2/looked").asInt()).isPositive();
        assertThat(certificate.body()).doesNotContain("Wiskandidaat", "2001-02-03");
    }

    @Test
    void theCertificateSaysWhatIsLeftBesideTheRowsAndInVersionsThatDoNotServe() {
        String id = granted();
        Reply erased = done(erase(colleague, id));
        details(erased);
        var superuser = sql().as(Sql.SUPERUSER);
        String number = superuser
                .sql("select number from query.view_version where view = 'candidate-details' and state = 'SERVING'")
                .query(String.class)
                .single();
        superuser
                .sql(
                        "insert into query.candidate_details_period_%1$s_word (region, word, row_id) select region, 'over', row_id"
                                        .formatted(number)
                                + " from query.candidate_details_period_" + number
                                + " where candidate_id = cast(:candidate as uuid) limit 1")
                .param("candidate", candidate)
                .update();

        assertThat(client.get("/v1/privacy-cases/" + id + "/certificate")
                        .json()
                        .at("/checks/2/left")
                        .asInt())
                .isEqualTo(1);

        superuser
                .sql("delete from query.candidate_details_period_" + number + "_word where word = 'over'")
                .update();
        superuser
                .sql(
                        "create table query.candidate_details_period_999999 as select * from query.candidate_details_period_"
                                + number + " where candidate_id = cast(:candidate as uuid)")
                .param("candidate", candidate)
                .update();
        superuser
                .sql("update query.candidate_details_period_999999 set name_words = '{over}'")
                .update();
        superuser
                .sql("insert into query.view_version (view, number, shape, state, built_to)"
                        + " values ('candidate-details', 999999, 'earlier', 'RETIRED', 0)")
                .update();
        try {
            assertThat(client.get("/v1/privacy-cases/" + id + "/certificate")
                            .json()
                            .path("nothingLeft")
                            .asBoolean())
                    .isFalse();
        } finally {
            superuser
                    .sql("delete from query.view_version where number = 999999")
                    .update();
            superuser.sql("drop table query.candidate_details_period_999999").update();
        }
        assertThat(client.get("/v1/privacy-cases/" + id + "/certificate")
                        .json()
                        .path("nothingLeft")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aCaseIsToldUntilItIsCarriedOut() {
        String id = asked();
        assertThat(state(id)).isEqualTo("OPEN");
        done(officer.post("/v1/privacy-cases/" + id + "/grants", body("legalBasis", "AVG_17_1_A")));
        assertThat(state(id)).isEqualTo("GRANTED");
        done(erase(colleague, id));
        assertThat(state(id)).isEqualTo("EXECUTED");
    }

    private String state(String id) {
        return client.get("/v1/privacy-cases?region=AM09&id=" + id + "&minPosition=" + sql().head())
                .json()
                .at("/items/0/state")
                .asString();
    }

    @Test
    void whoDecidedDoesNotCarryItOut() {
        String id = granted();

        assertThat(erase(officer, id).code()).isEqualTo("SAME_PERSON_AUTHORISES");
        assertThat(erase(colleague, asked()).code()).isEqualTo("PRIVACY_CASE_NOT_GRANTED");
    }

    @Test
    void aTrajectoryIsEndedFirst() {
        String trajectory = office.openedTrajectory(candidate);

        Reply refused = erase(colleague, granted());

        assertThat(refused.code()).isEqualTo("CANDIDATE_HAS_OPEN_TRAJECTORY");
        assertThat(refused.json().path("trajectoryId").asString()).isEqualTo(trajectory);
    }

    @Test
    void nothingMoreIsRecordedOfThem() {
        String id = granted();
        done(erase(colleague, id));

        for (Reply refused : List.of(
                office.post("/v1/candidates/" + candidate + "/notes", body("text", "Te laat")),
                office.post("/v1/candidates/" + candidate + "/details", body("name", "Iemand Anders")),
                office.post("/v1/candidates/" + candidate + "/consents", body("kind", "PUBLICITY")),
                office.openTrajectory(candidate),
                erase(colleague, id),
                officer.post(
                        "/v1/privacy-cases",
                        body(
                                "region",
                                "AM09",
                                "kind",
                                "ERASURE",
                                "candidateId",
                                candidate,
                                "requestedBy",
                                "PERSON")))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(410);
            assertThat(refused.code()).isEqualTo("PERSON_ERASED");
        }
    }

    @Test
    void whoStandsInTheRegisterAndHasAKeyIsErasedAtTheNextStart() {
        String key = key(candidate);
        details(done(erase(colleague, granted())));

        sql().asSomebodyWhoRestores("update keys.person_key set wrapped_key = decode('" + key
                + "', 'hex'), destroyed_at = null where person_id = '" + candidate + "'");
        assertThat(key(candidate)).isEqualTo(key);
        register.start();

        assertThat(key(candidate)).isNull();
    }

    @Test
    void theRegisterIsAppliedWhileTheProgramRunsToo() {
        assertThat(sql().as(Sql.SUPERUSER)
                        .sql("select count(*) from command.scheduled_task where task_name = 'shred-register'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyReadsWhoSomebodyIsBeforeTheRegisterIsAppliedToTheDatabaseAsItIs() {
        String path = "/v1/candidates/" + candidate + "/details";
        var superuser = sql().as(Sql.SUPERUSER);
        superuser
                .sql("revoke insert on keys.register_applied from leerspoor_command")
                .update();
        superuser
                .sql("delete from keys.register_applied where incarnation = keys.incarnation()")
                .update();
        try {
            Reply refused = client.get(path);
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("UNAVAILABLE");
            assertThat(refused.body()).doesNotContain("Wiskandidaat");
            assertThat(client.get("/v1/trajectories?limit=1").status()).isEqualTo(200);
        } finally {
            superuser
                    .sql("grant insert on keys.register_applied to leerspoor_command")
                    .update();
            register.start();
        }
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void theProgramDoesNotStartWithARegisterThatLacksAnErasure() {
        UUID unknown = UUID.randomUUID();
        sql().asSomebodyWhoRestores("insert into keys.person_key (person_id, wrapped_by, destroyed_at) values ('"
                + unknown + "', 'another', now())");
        try {
            assertThatThrownBy(register::start)
                    .isInstanceOf(ShredRegisterRefused.class)
                    .hasMessageContaining("knows 1 erasures that the shred register lacks")
                    .hasMessageContaining(unknown.toString());
        } finally {
            sql().asSomebodyWhoRestores("delete from keys.person_key where person_id = '" + unknown + "'");
        }
        register.start();
    }

    /** The key of a person, wrapped; null when it is destroyed. */
    private String key(String person) {
        return sql().as(Sql.SUPERUSER)
                .sql("select encode(wrapped_key, 'hex') from keys.person_key where person_id = cast(:person as uuid)")
                .param("person", person)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    @Test
    void nobodyIsErasedWhoIsNotThere() {
        Map<String, Object> request =
                body("region", "AM09", "kind", "ERASURE", "candidateId", UUID.randomUUID(), "requestedBy", "PERSON");

        assertThat(officer.post("/v1/privacy-cases", request).code()).isEqualTo("UNKNOWN_CANDIDATE_OF_CASE");
        assertThat(erase(colleague, UUID.randomUUID().toString()).status()).isEqualTo(404);
    }
}
