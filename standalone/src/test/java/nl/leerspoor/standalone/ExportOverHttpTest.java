package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person gets a copy of everything about them, and of nobody else. */
class ExportOverHttpTest extends RunningApplication {

    private static final String REGION = "AM15";

    /** What is planted for a candidate, by the component that it stands in. */
    private static final Map<String, List<String>> PLANTED = Map.of(
            "candidate.CandidateDetailsRecorded.name", List.of("Inzagekandidaat Eenenzestig"),
            "candidate.CandidateDetailsRecorded.birthDate", List.of("2001-04-05"),
            "candidate.CandidateDetailsRecorded.contact",
                    List.of("inzage61@voorbeeld.example", "06-00000061", "Voorbeeldlaan 61", "0061 ZZ", "Inzagedorp"),
            "candidate.CandidateDetailsRectified.name", List.of("Inzagekandidaat Tweeenzestig"),
            "candidate.CandidateDetailsRectified.birthDate", List.of("2001-04-06"),
            "candidate.CandidateDetailsRectified.contact", List.of("inzage62@voorbeeld.example"),
            "candidate.NoteAdded.text", List.of("Komt liever na tienen <b>61</b>"));

    private RegionOffice office;
    private Client officer;
    private String candidate;
    private String other;
    private String trajectory;
    private String supervisor;

    @BeforeEach
    void aCandidateWhoLearnsBesideAnother() {
        office = new RegionOffice(client, REGION);
        officer = client.as("testprivacy; role=PRIVACY_OFFICER; regions=" + REGION);
        String leerbedrijf = office.leerbedrijf();
        supervisor = office.supervisor(leerbedrijf, 2);
        office.done("/v1/supervisors/" + supervisor + "/details", body("name", "Anderbegeleider Drieenzestig"));
        trajectory = office.startedTrajectory(leerbedrijf, supervisor);
        candidate = client.get("/v1/trajectories/" + trajectory + "?minPosition=" + sql().head())
                .json()
                .path("candidateId")
                .asString();
        other = office.candidate();
        office.done("/v1/candidates/" + other + "/details", body("name", "Anderkandidaat Vierenzestig"));
        office.done("/v1/candidates/" + other + "/notes", body("text", "Notitie over de ander"));
        office.done(
                "/v1/candidates/" + candidate + "/details",
                body(
                        "name", "Inzagekandidaat Eenenzestig",
                        "birthDate", "2001-04-05",
                        "contact",
                                Map.of(
                                        "email", "inzage61@voorbeeld.example",
                                        "telephone", "06-00000061",
                                        "street", "Voorbeeldlaan 61",
                                        "postcode", "0061 ZZ",
                                        "town", "Inzagedorp")));
        office.done(
                "/v1/candidates/" + candidate + "/details-rectifications",
                Map.of(
                        "name", "Inzagekandidaat Tweeenzestig",
                        "birthDate", "2001-04-06",
                        "contact", Map.of("email", "inzage62@voorbeeld.example"),
                        "reason", "DATA_ENTRY_ERROR"));
        office.done("/v1/candidates/" + candidate + "/notes", body("text", "Komt liever na tienen <b>61</b>"));
    }

    private String granted(String kind, String ground) {
        Reply opened = officer.post(
                "/v1/privacy-cases",
                body("region", REGION, "kind", kind, "candidateId", candidate, "requestedBy", "PERSON"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String id = opened.json().path("id").asString();
        Reply granted = officer.post("/v1/privacy-cases/" + id + "/grants", body("legalBasis", ground));
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);
        return id;
    }

    private HttpResponse<byte[]> taken(String id) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(officer.base() + "/v1/privacy-cases/" + id + "/export"))
                                .header("Authorization", officer.headers().get("Authorization"))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private Map<String, String> copy(String id) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = taken(id);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                files.put(file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void itHasEveryPersonalValueThatWasRecordedAndNothingOfOthers() throws Exception {
        Set<String> sealed = Catalogue.names().stream()
                .filter(name -> name.startsWith("candidate."))
                .flatMap(name -> Arrays.stream(Catalogue.typeOf(name).getRecordComponents())
                        .filter(component -> component.isAnnotationPresent(PersonalData.class))
                        .map(component -> name + "." + component.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(PLANTED.keySet())
                .as("a component that is sealed from now on has to be planted here")
                .containsExactlyInAnyOrderElementsOf(sealed);

        Map<String, String> files = copy(granted("ACCESS", "AVG_15"));

        assertThat(files).containsOnlyKeys("inzage.html", "gegevens.json");
        String json = files.get("gegevens.json");
        assertThat(json)
                .contains(PLANTED.values().stream()
                        .flatMap(List::stream)
                        .map(JsonMapper.shared()::writeValueAsString)
                        .toArray(String[]::new));
        assertThat(files.get("inzage.html"))
                .contains(
                        "Inzagekandidaat Eenenzestig",
                        "5 april 2001",
                        "Inzagedorp",
                        "Inzagekandidaat Tweeenzestig",
                        "Komt liever na tienen &lt;b&gt;61&lt;/b&gt;",
                        "U bent begonnen met leren")
                .doesNotContain("<b>61</b>", "<script", "http:", "src=");
        for (String file : files.values()) {
            assertThat(file)
                    .doesNotContain("Anderbegeleider", "Anderkandidaat", "Notitie over de ander")
                    .doesNotContain(supervisor, other, "testwerkcoach", "\"pd\"", "[verzegeld]");
        }
    }

    @Test
    void itHasAllStreamsWhatTheViewsMakeOfThemAndWhoLooked() throws Exception {
        client.get("/v1/candidates/" + candidate + "/details");
        String id = granted("ACCESS", "AVG_15");

        JsonNode copy = JsonMapper.shared().readTree(copy(id).get("gegevens.json"));

        assertThat(copy.path("format").asString()).isEqualTo("leerspoor-inzage-1");
        assertThat(copy.path("events").findValuesAsString("name"))
                .contains(
                        "candidate.CandidateRegistered",
                        "trajectory.TrajectoryStarted",
                        "praktijkovereenkomst.PraktijkovereenkomstSigned",
                        "privacy.PrivacyCaseGranted");
        assertThat(copy.path("views").propertyNames())
                .contains(
                        "candidate_period", "trajectory_period", "praktijkovereenkomst_period", "privacy_case_period");
        assertThat(copy.path("looks").findValuesAsString("activity")).first().isEqualTo("EXPORT_FOR_ACCESS");
        assertThat(copy.path("looks").findValuesAsString("activity")).contains("READ_CANDIDATE_DETAILS");
        assertThat(copy.path("recipients").toString()).contains("leerbedrijf Voorbeeldbedrijf", "school ");
    }

    @Test
    void whatWasNotGrantedIsNotInIt() throws Exception {
        Reply opened = officer.post(
                "/v1/privacy-cases",
                body("region", REGION, "kind", "ACCESS", "candidateId", candidate, "requestedBy", "PERSON"));
        String id = opened.json().path("id").asString();
        Reply granted = officer.post(
                "/v1/privacy-cases/" + id + "/partial-grants",
                body("legalBasis", "AVG_15", "ground", "AVG_15_4", "withheld", List.of("NOTES", "LOOKS", "OVERVIEWS")));
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);

        Map<String, String> files = copy(id);

        JsonNode copy = JsonMapper.shared().readTree(files.get("gegevens.json"));
        assertThat(copy.path("withheld").toString()).isEqualTo("[\"NOTES\",\"LOOKS\",\"OVERVIEWS\"]");
        assertThat(copy.path("views").isEmpty()).isTrue();
        assertThat(copy.path("looks").isEmpty()).isTrue();
        assertThat(copy.path("recipients").isEmpty()).isFalse();
        for (String file : files.values()) {
            assertThat(file).contains("Inzagekandidaat Tweeenzestig").doesNotContain("Komt liever na tienen");
        }
        assertThat(files.get("inzage.html"))
                .contains("Wat u niet krijgt", "<li>Wat er over u is opgeschreven</li>")
                .doesNotContain("<h2>Wie uw gegevens heeft bekeken</h2>");
    }

    @Test
    void itTellsUntilWhenEverythingIsKept() throws Exception {
        Client anyOfficer = client.as("testprivacy; role=PRIVACY_OFFICER");
        String rule = anyOfficer
                .post("/v1/retention-rules", body("region", REGION, "rule", "CANDIDATE_DETAILS", "months", 12))
                .json()
                .path("id")
                .asString();
        try {
            String id = granted("ACCESS", "AVG_15");
            assertThat(copy(id).get("inzage.html")).contains("Zolang er nog iets loopt, begint de termijn niet.");
            Map<String, Object> stop = body("reason", "PERSONAL");
            stop.put("effectiveOn", "2020-03-02");
            office.done("/v1/trajectories/" + trajectory + "/stops", stop);

            Map<String, String> files = copy(id);

            assertThat(files.get("inzage.html")).contains("bewaren wij wie u bent tot 2 maart 2021");
            assertThat(JsonMapper.shared()
                            .readTree(files.get("gegevens.json"))
                            .path("keptUntil")
                            .toString())
                    .isEqualTo("{\"rule\":\"CANDIDATE_DETAILS\",\"on\":\"2021-03-02\"}");
        } finally {
            anyOfficer.post("/v1/retention-rules/" + rule + "/endings", body());
        }
    }

    @Test
    void itIsWrittenDownBeforeItLeavesUnderItsOwnNumber() throws Exception {
        String id = granted("ACCESS", "AVG_15");

        String number = JsonMapper.shared()
                .readTree(copy(id).get("gegevens.json"))
                .path("exportId")
                .asString();

        assertThat(sql().as(Sql.SUPERUSER)
                        .sql("select resource from query.processing_log where data_subject_id = cast(:person as uuid)"
                                + " and name = 'EXPORT_FOR_ACCESS'")
                        .param("person", candidate)
                        .query(String.class)
                        .list())
                .containsExactly("/v1/privacy-cases/" + id + "/export#" + number);
    }

    @Test
    void aRetractedNoteIsShownToNobodyButThePerson() throws Exception {
        String note = client.get("/v1/candidates/" + candidate + "/details?minPosition=" + sql().head())
                .json()
                .at("/notes/0/eventId")
                .asString();

        String before = Instant.now().toString();
        office.done(
                "/v1/candidates/" + candidate + "/note-retractions",
                Map.of("noteEventId", note, "reason", "WRONG_PERSON"));

        for (String asked : List.of("", "&knownOn=" + before)) {
            JsonNode details = client.get(
                            "/v1/candidates/" + candidate + "/details?minPosition=" + sql().head() + asked)
                    .json();
            assertThat(details.path("notes").isEmpty()).as(details.toString()).isTrue();
        }
        assertThat(copy(granted("ACCESS", "AVG_15")).get("inzage.html"))
                .contains(
                        "(Ingetrokken: dit geldt niet meer.) Komt liever na tienen",
                        "Een notitie over u is ingetrokken");
    }

    @Test
    void toTakeAlongItHasWhatThePersonGave() throws Exception {
        String id = granted("PORTABILITY", "AVG_20_1");

        Map<String, String> files = copy(id);

        assertThat(files).containsOnlyKeys("overdracht.html", "gegevens.json");
        JsonNode copy = JsonMapper.shared().readTree(files.get("gegevens.json"));
        assertThat(copy.path("format").asString()).isEqualTo("leerspoor-overdracht-1");
        assertThat(copy.path("events").findValuesAsString("name"))
                .contains("candidate.CandidateDetailsRecorded")
                .doesNotContain("candidate.NoteAdded", "trajectory.TrajectoryStarted");
        assertThat(files.get("overdracht.html")).doesNotContain("tienen");
        assertThat(copy.has("looks")).isFalse();
    }

    @Test
    void itIsForWhoAskedAndWasGrantedIt() throws Exception {
        String open = officer.post(
                        "/v1/privacy-cases",
                        body("region", REGION, "kind", "ACCESS", "candidateId", candidate, "requestedBy", "PERSON"))
                .json()
                .path("id")
                .asString();

        assertThat(taken(open).statusCode()).isEqualTo(404);
        assertThat(taken(granted("RECTIFICATION", "AVG_16")).statusCode()).isEqualTo(404);
        String granted = granted("ACCESS", "AVG_15");
        Stream.of("PRIVACY_OFFICER; regions=AM16", "AUDITOR; regions=" + REGION)
                .forEach(role -> assertThat(client.as("iemand; role=" + role)
                                .with("Accept", "*/*")
                                .get("/v1/privacy-cases/" + granted + "/export")
                                .status())
                        .as(role)
                        .isIn(403, 404));
    }
}
