package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.personaldata.PlantedTexts;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Who people are, from a command over HTTP to an answer over HTTP, and nowhere in between. */
@ExtendWith(OutputCaptureExtension.class)
class PersonsOverHttpTest extends RunningApplication {

    private RegionOffice office;
    private String candidate;

    @BeforeEach
    void aCandidate() {
        office = new RegionOffice(client, "AM08");
        candidate = office.candidate();
    }

    private Reply details(Map<String, ?> details) {
        return office.post("/v1/candidates/" + candidate + "/details", details);
    }

    private JsonNode read(Reply written, String query) {
        return read(candidate, written, query);
    }

    private JsonNode read(String id, Reply written, String query) {
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        Reply reply = client.get("/v1/candidates/" + id + "/details?minPosition="
                + written.json().path("position").asLong() + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private List<String> found(String name) {
        return found(client, Map.of("name", name, "region", "AM08"));
    }

    private static List<String> found(Client who, Map<String, String> asked) {
        Reply reply = who.post("/v1/candidate-searches", asked);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json()
                .path("candidates")
                .valueStream()
                .map(one -> one.path("candidateId").asString())
                .toList();
    }

    @Nested
    class WhoACandidateIs {

        @Test
        void isUnknownUntilItIsRecorded() {
            JsonNode unknown =
                    read(office.done("/v1/candidates/" + candidate + "/consents", body("kind", "PUBLICITY")), "");

            assertThat(unknown.path("state").asString()).isEqualTo("UNKNOWN");
            assertThat(unknown.path("name").isNull()).isTrue();
        }

        @Test
        void isReadAsItWasRecordedOnEachDay() {
            details(body("name", "Testkandidaat Vroeger", "birthDate", "2001-02-03"));
            Map<String, Object> moved = body("name", "Testkandidaat Later", "contact", Map.of("town", "Voorbeelddorp"));
            moved.put("effectiveOn", "2020-03-01");
            Reply written = details(moved);

            JsonNode now = read(written, "");
            assertThat(now.path("state").asString()).isEqualTo("KNOWN");
            assertThat(now.path("name").asString()).isEqualTo("Testkandidaat Later");
            assertThat(now.path("birthDate").isNull()).isTrue();
            assertThat(now.at("/contact/town").asString()).isEqualTo("Voorbeelddorp");
            assertThat(now.path("since").asString()).isEqualTo("2020-03-01");
            JsonNode before = read(written, "&validOn=2020-02-01");
            assertThat(before.path("name").asString()).isEqualTo("Testkandidaat Vroeger");
            assertThat(before.path("birthDate").asString()).isEqualTo("2001-02-03");
        }

        @Test
        void isCorrectedForTheDaysThatItWasWrongAbout() {
            details(body("name", "Testkandidat Tikfout", "birthDate", "2001-02-03"));
            Reply corrected = client.as("testwerkcoach; role=WERKCOACH")
                    .post(
                            "/v1/candidates/" + candidate + "/details-rectifications",
                            Map.of("name", "Testkandidaat Tikgoed", "reason", "DATA_ENTRY_ERROR"));

            assertThat(read(corrected, "&validOn=2020-01-06").path("name").asString())
                    .isEqualTo("Testkandidaat Tikgoed");
        }

        @Test
        void hasNotesTheNewestFirst() {
            office.done("/v1/candidates/" + candidate + "/notes", body("text", "Eerste aantekening"));
            Reply second = office.done("/v1/candidates/" + candidate + "/notes", body("text", "Tweede aantekening"));

            JsonNode answer = read(second, "");
            assertThat(answer.path("notes").findValuesAsString("text"))
                    .containsExactly("Tweede aantekening", "Eerste aantekening");
            assertThat(answer.at("/notes/0/recordedBy").asString()).isEqualTo("testwerkcoach");
            assertThat(answer.path("notesInAll").asInt()).isEqualTo(2);
        }

        @Test
        void isReadByWhoGuidesThemNowWhateverDayIsAskedAbout() {
            String trajectory = office.openedTrajectory(candidate);
            Reply written = details(body("name", "Testkandidaat Overgedragen"));
            String asked = "/v1/candidates/" + candidate + "/details?validOn=2020-02-01&minPosition=";
            Client first = coach("testwerkcoach");
            Client second = coach("testwerkcoach-later");
            assertThat(first.get(asked + written.json().path("position").asLong())
                            .status())
                    .isEqualTo(200);

            Map<String, Object> handover = body("werkcoachId", "testwerkcoach-later");
            handover.put("effectiveOn", "2020-03-02");
            Reply handed = client.post("/v1/trajectories/" + trajectory + "/werkcoach-reassignments", handover);
            assertThat(handed.status()).as(handed.body()).isEqualTo(201);

            String since = asked + handed.json().path("position").asLong();
            assertThat(second.get(since).json().path("name").asString()).isEqualTo("Testkandidaat Overgedragen");
            assertThat(first.get(since).status()).isEqualTo(404);
        }

        @Test
        void isReadByWhoRegisteredThemAsLongAsNobodyGuidesThem() {
            Reply written = details(body("name", "Testkandidaat Ingeschreven"));
            Reply note = office.done("/v1/candidates/" + candidate + "/notes", body("text", "Bij de inschrijving"));
            assertThat(written.status()).as(written.body()).isEqualTo(201);
            String asked = "/v1/candidates/" + candidate + "/details?minPosition=";
            String noted = asked + note.json().path("position").asLong();

            Reply own = coach("testwerkcoach").get(noted);
            assertThat(own.body()).contains("Testkandidaat Ingeschreven", "Bij de inschrijving");
            assertThat(coach("testcollega").get(noted).status()).isEqualTo(404);

            Reply opened = client.as("testwerkcoach")
                    .post(
                            "/v1/trajectories",
                            body(
                                    "region", "AM08",
                                    "candidateId", candidate,
                                    "goal", "PRAKTIJKVERKLARING",
                                    "sector", "LOG",
                                    "level", 1,
                                    "werkcoachId", "testcollega"));
            assertThat(opened.status()).as(opened.body()).isEqualTo(201);
            String since = asked + opened.json().path("position").asLong();

            assertThat(coach("testcollega").get(since).body())
                    .as("at once, for the answer waits for the trajectories too")
                    .contains("Testkandidaat Ingeschreven", "Bij de inschrijving");
            assertThat(coach("testwerkcoach").get(since).status()).isEqualTo(404);
        }

        @Test
        void isForASchoolNoMoreThanWhatStandsOnPapers() {
            String leerbedrijf = office.leerbedrijf();
            String trajectory = office.suitableTrajectory();
            office.match(trajectory, leerbedrijf, office.supervisor(leerbedrijf, 1));
            candidate = client.get("/v1/trajectories/" + trajectory + "?minPosition=" + sql().head())
                    .json()
                    .path("candidateId")
                    .asString();
            details(body(
                    "name", "Testkandidaat Papier",
                    "birthDate", "2001-02-03",
                    "contact", Map.of("town", "Voorbeelddorp")));
            Reply note = office.done("/v1/candidates/" + candidate + "/notes", body("text", "Niet voor de school"));
            String asked = "/v1/candidates/" + candidate + "/details?minPosition="
                    + note.json().path("position").asLong();

            Reply school = client.with(
                            "Authorization",
                            "Bearer "
                                    + IdentityProvider.token(new Identity(
                                            "testexamencie-roc", Set.of(Role.EXAMENCOMMISSIE), Set.of("AM08"), "ROC")))
                    .get(asked);

            assertThat(school.status()).as(school.body()).isEqualTo(200);
            assertThat(school.json().path("name").asString()).isEqualTo("Testkandidaat Papier");
            assertThat(school.json().path("birthDate").asString()).isEqualTo("2001-02-03");
            assertThat(withheld(school)).containsExactly("CONTACT", "NOTES");
            assertThat(school.body()).doesNotContain("Voorbeelddorp", "Niet voor de school");
            Reply own = coach("testwerkcoach").get(asked);
            assertThat(own.body()).contains("Voorbeelddorp", "Niet voor de school");
            assertThat(withheld(own)).isEmpty();
            Reply inTwoRoles = client.with(
                            "Authorization",
                            "Bearer "
                                    + IdentityProvider.token(new Identity(
                                            "testwerkcoach-elders",
                                            Set.of(Role.WERKCOACH, Role.SCHOOL_COACH),
                                            Set.of("AM08"),
                                            "ROC")))
                    .get(asked);
            assertThat(withheld(inTwoRoles))
                    .as("a werkcoach, but not of this candidate of the school")
                    .containsExactly("CONTACT", "NOTES");
            assertThat(inTwoRoles.body()).doesNotContain("Voorbeelddorp", "Niet voor de school");
            assertThat(inTwoRoles.header("ETag")).isNotEqualTo(own.header("ETag"));
        }

        private static List<String> withheld(Reply reply) {
            return reply.json()
                    .path("withheld")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
        }

        @Test
        void canNotBeEnteredAsErased() {
            Reply refused = details(body("name", "[gewist]", "contact", Map.of("town", "[verzegeld]")));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("errors").findValuesAsString("code"))
                    .containsExactly("RESERVED_TEXT", "RESERVED_TEXT");
        }

        private Client coach(String name) {
            return client.with(
                    "Authorization",
                    "Bearer " + IdentityProvider.token(new Identity(name, Set.of(Role.WERKCOACH), Set.of("AM08"), "")));
        }

        @Test
        void allThatIsWrongIsToldAtOnceAndNotRepeated() {
            Reply refused = details(body(
                    "name", "x".repeat(121),
                    "birthDate", "gisteren",
                    "contact", Map.of("email", "geen adres", "telephone", "morgen", "land", "NL")));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                    .contains("#/name", "#/birthDate", "#/contact/email", "#/contact/telephone", "#/contact/land");
            assertThat(refused.body()).doesNotContain("gisteren", "geen adres", "xxx");
        }

        @Test
        void aRepeatGetsTheSameAnswerAndAnotherNameDoesNot() {
            Client repeating = client.as("testwerkcoach; role=WERKCOACH")
                    .with("Idempotency-Key", UUID.randomUUID().toString());
            String path = "/v1/candidates/" + candidate + "/details";

            Reply first = repeating.post(path, body("name", "Testkandidaat Eenmaal"));
            Reply again = repeating.post(path, body("name", "Testkandidaat Eenmaal"));
            Reply other = repeating.post(path, body("name", "Testkandidaat Tweemaal"));

            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
            assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }

        @Test
        void nobodyIsBehindAnIdThatThereIsNot() {
            assertThat(client.get("/v1/candidates/" + UUID.randomUUID() + "/details")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class AName {

        @Test
        void isFoundByAnyOfItsWordsHoweverItIsWritten() {
            read(details(body("name", "Åsa d'Hönt-Zoekkandidaat")), "");

            assertThat(found("zoekkandidaat asa")).containsExactly(candidate);
            assertThat(found("DHONT asa")).containsExactly(candidate);
            assertThat(found("asa zoekkandidaat elders")).isEmpty();
            assertThat(found("zoekkand asa")).as("part of a word").isEmpty();
        }

        @Test
        void isNotFoundByOneWordAloneSinceThatFindsAllWhoShareIt() {
            read(details(body("name", "Eenwoord Samenkandidaat", "birthDate", "2001-02-04")), "");

            for (Map<String, String> little : List.of(
                    Map.of("name", "eenwoord"),
                    Map.of("name", "eenwoord EENWOORD"),
                    Map.of("name", "--", "birthDate", "2001-02-04"))) {
                Reply refused = client.post("/v1/candidate-searches", little);
                assertThat(refused.status()).as(refused.body()).isEqualTo(400);
                assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("TOO_LITTLE_TO_SEARCH_BY");
                assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("#/name");
                assertThat(refused.body()).doesNotContainIgnoringCase("eenwoord");
            }
            assertThat(found(client, Map.of("name", "eenwoord", "birthDate", "2001-02-04")))
                    .containsExactly(candidate);
            assertThat(found(client, Map.of("name", "eenwoord", "birthDate", "2001-02-05")))
                    .isEmpty();
        }

        @Test
        void isFoundByThoseWhoRegisterAndWhoHandleRequestsInTheirRegions() {
            read(details(body("name", "Rolkandidaat Perrol")), "");
            Map<String, String> asked = Map.of("name", "rolkandidaat perrol");

            assertThat(found(client.as("x; role=WERKCOACH; regions=AM08"), asked))
                    .containsExactly(candidate);
            assertThat(found(client.as("x; role=PRIVACY_OFFICER; regions=AM07,AM08"), asked))
                    .containsExactly(candidate);
            assertThat(found(client.as("x; role=WERKCOACH; regions=AM07"), asked))
                    .isEmpty();
            for (String role : List.of(
                    "PROJECT_LEAD",
                    "ACCOUNT_MANAGER",
                    "SCHOOL_COACH; org=ROC",
                    "EXAMENCOMMISSIE; org=ROC",
                    "SUPERVISOR; org=x",
                    "MONITOR",
                    "AUDITOR",
                    "INTEGRATOR",
                    "OPERATOR")) {
                Reply refused = client.as("x; role=" + role + "; regions=AM08").post("/v1/candidate-searches", asked);
                assertThat(refused.status()).as(role).isEqualTo(403);
            }
        }

        @Test
        void isToldOfTenAtMostAndWhoWasErasedIsNotOneMore() {
            List<String> all = new ArrayList<>();
            for (int n = 0; n < 11; n++) {
                candidate = office.candidate();
                all.add(candidate);
                read(details(body("name", "Elfling Naamgenoot")), "");
            }
            Map<String, String> asked = Map.of("name", "naamgenoot elfling");
            assertThat(client.post("/v1/candidate-searches", asked)
                            .json()
                            .path("more")
                            .asBoolean())
                    .isTrue();

            sql().withoutKeyOf(all.getFirst(), () -> {
                Reply ten = client.post("/v1/candidate-searches", asked);
                assertThat(ten.json().path("candidates")).hasSize(10);
                assertThat(ten.json().path("more").asBoolean())
                        .as("the view has yet to hear of the erasure")
                        .isFalse();
                assertThat(found(client, asked)).containsExactlyInAnyOrderElementsOf(all.subList(1, 11));
            });
        }

        @Test
        void isLookedUpInAnIndexByTheRoleThatReadsOneRegion() throws SQLException {
            try (Connection connection = sql().connect(Sql.QUERY)) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("select set_config('app.regions', 'AM08', true)");
                connection.createStatement().execute("set local enable_seqscan = off");
                var plan = new StringBuilder();
                ResultSet lines = connection.createStatement().executeQuery("""
                        explain select row_id from query.candidate_details_period_word
                         where region = 'AM08' and word = any(array['a', 'b']) group by row_id having count(*) = 2""");
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
                assertThat(plan.toString()).containsPattern("Index Cond: .*region = 'AM08'.*word = ANY");
            }
        }

        @Test
        void isNotFoundByWhatItWasWronglySaidToBe() {
            details(body("name", "Verkeerdgezocht Testkandidaat"));
            read(
                    client.as("testwerkcoach; role=WERKCOACH")
                            .post(
                                    "/v1/candidates/" + candidate + "/details-rectifications",
                                    Map.of("name", "Goedgezocht Testkandidaat", "reason", "OTHER")),
                    "");

            assertThat(found("verkeerdgezocht testkandidaat")).isEmpty();
            assertThat(found("goedgezocht testkandidaat")).containsExactly(candidate);
        }

        @Test
        void isAskedForInABodyThatIsReadStrictly() {
            for (String wrong : List.of(
                    "",
                    "[]",
                    "{}",
                    "{\"name\":7}",
                    "{\"name\":\"--\"}",
                    "{\"name\":\"\"}",
                    "{\"name\":\"a\",\"name\":\"b\"}",
                    "{\"name\":\"a\",\"naam\":\"b\"}",
                    "{\"name\":\"a b\",\"birthDate\":\"gisteren\"}",
                    "{\"name\":\"a b\",\"region\":\"AM99\"}")) {
                Reply reply = client.post("/v1/candidate-searches", wrong);
                assertThat(reply.status()).as(wrong).isEqualTo(400);
            }
        }
    }

    @Nested
    class WhoWorksWithThem {

        @Test
        void aSupervisorHasAName() {
            String supervisor = office.supervisor(office.leerbedrijf(), 1);
            String path = "/v1/supervisors/" + supervisor + "/details";
            assertThat(client.get(path).json().path("state").asString()).isEqualTo("UNKNOWN");

            office.done(path, body("name", "Testbegeleider Eerst", "telephone", "06-00000011"));
            Map<String, Object> married = body("name", "Testbegeleider Later");
            married.put("effectiveOn", "2020-03-01");
            office.done(path, married);

            assertThat(client.get(path).json().path("name").asString()).isEqualTo("Testbegeleider Later");
            JsonNode before = client.get(path + "?validOn=2020-02-01").json();
            assertThat(before.path("name").asString()).isEqualTo("Testbegeleider Eerst");
            assertThat(before.path("telephone").asString()).isEqualTo("06-00000011");
            assertThat(client.get(path + "?validOn=2019-01-01").status()).isEqualTo(404);
        }

        @Test
        void aLeerbedrijfHasSomebodyWhoSpeaksForIt() {
            String leerbedrijf = office.leerbedrijf();
            String person = UUID.randomUUID().toString();
            office.done(
                    "/v1/leerbedrijven/" + leerbedrijf + "/contact-persons",
                    body(
                            "contactPersonId", person,
                            "name", "Testcontact Bedrijf",
                            "email", "testcontact@voorbeeld.example"));

            JsonNode contact = client.get("/v1/leerbedrijven/" + leerbedrijf + "/contact-person")
                    .json();
            assertThat(contact.path("name").asString()).isEqualTo("Testcontact Bedrijf");
            assertThat(contact.path("personId").asString()).isEqualTo(person);
            assertThat(client.get("/v1/supervisors/" + leerbedrijf + "/details").status())
                    .as("of another kind")
                    .isEqualTo(404);
        }

        @Test
        void nobodyIsNamedWhoIsNotThere() {
            assertThat(office.post("/v1/supervisors/" + UUID.randomUUID() + "/details", body("name", "Niemand Test"))
                            .status())
                    .isEqualTo(404);
        }
    }

    /** What was planted over HTTP is nowhere but in the answer. */
    @Nested
    class Nowhere {

        private static final String NAME = "Plantkandidaat Negenenveertig";
        private static final String STREET = "Plantenplantsoen";
        private static final String EMAIL = "plantkandidaat49@voorbeeld.example";
        private static final String NOTE = "Plantaantekening vijftig";
        private static final String BORN = "1987-12-31";
        private static final String GUIDE = "Plantbegeleider Eenenvijftig";
        private static final String CONTACT = "Plantcontactpersoon Tweeenvijftig";

        @Test
        void doesItStandReadable(CapturedOutput log) throws SQLException, IOException {
            Map<String, Object> planted =
                    body("name", NAME, "birthDate", BORN, "contact", Map.of("street", STREET + " 1", "email", EMAIL));
            details(planted);
            String leerbedrijf = office.leerbedrijf();
            String guide = "/v1/supervisors/" + office.supervisor(leerbedrijf, 1) + "/details";
            String contact = "/v1/leerbedrijven/" + leerbedrijf + "/contact-persons";
            office.done(guide, body("name", GUIDE));
            office.done(contact, body("contactPersonId", UUID.randomUUID(), "name", CONTACT));
            for (Reply refused : List.of(
                    office.post("/v1/candidates/" + UUID.randomUUID() + "/details", planted),
                    details(body("name", NAME, "contact", Map.of("email", EMAIL + " ongeldig"))),
                    details(body("name", NAME, "birthDate", "2020-02-02", "street", STREET)),
                    office.post(guide, body("name", GUIDE, "email", GUIDE)),
                    office.post(contact, body("contactPersonId", CONTACT, "name", CONTACT)))) {
                assertThat(refused.status()).as(refused.body()).isBetween(400, 499);
                assertThat(refused.body()).doesNotContain("Plant", "plantkandidaat", BORN);
            }
            details(body("name", NAME, "birthDate", "2020-02-02"));
            client.as("testwerkcoach; role=WERKCOACH")
                    .post(
                            "/v1/candidates/" + candidate + "/details-rectifications",
                            Map.of("name", NAME, "birthDate", BORN, "reason", "OTHER"));
            String line = "{\"command\":\"AddNote\",\"target\":\"" + candidate
                    + "\",\"body\":{\"effectiveOn\":\"2020-01-06\",\"text\":\"" + NOTE + "\"}}\n";
            Reply imported = client.as("testwerkcoach")
                    .with("Content-Type", "application/x-ndjson")
                    .with("Accept", "application/x-ndjson")
                    .post("/v1/imports", line + line);
            Reply note = office.done("/v1/candidates/" + candidate + "/notes", body("text", NOTE));

            assertThat(read(note, "").path("name").asString()).isEqualTo(NAME);
            assertThat(imported.body()).doesNotContain(NOTE);
            assertThat(found(NAME)).containsExactly(candidate);
            assertThat(client.get(guide).body()).contains(GUIDE);
            sql().as(Sql.SUPERUSER).sql("checkpoint").update();

            var texts = new PlantedTexts(
                    NAME,
                    STREET,
                    EMAIL,
                    NOTE,
                    "Plantkandidaat",
                    "Negenenveertig",
                    GUIDE,
                    CONTACT,
                    "Plantcontactpersoon");
            try (Connection superuser = sql().connect(Sql.SUPERUSER)) {
                assertThat(texts.inTables(superuser)).isEmpty();
            }
            assertThat(texts.inFiles(Path.of(DATA))).isEmpty();
            assertThat(texts.in("log", log.getAll())).isEmpty();
            assertThat(log.getAll()).doesNotContain(BORN);
        }
    }
}
