package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import nl.leerspoor.platform.proof.JsonLine;
import nl.leerspoor.platform.proof.verifier.Verifier;
import nl.leerspoor.standalone.twente.TwenteIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor takes the dossier of a trajectory of Twente away, and checks it with the public key and nothing else. */
class DossierOverHttpTest extends TwentePilot {

    private static final String K001 = TwenteIds.of("trajectory", "K001").toString();

    @TempDir
    private Path folder;

    private HttpResponse<byte[]> take(Client who, String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(who.base() + path))
                                .method(method, BodyPublishers.noBody())
                                .header("Authorization", who.headers().get("Authorization"))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private Client in(String role, String region) {
        return client.as("iemand; role=" + role + "; org=ROC; regions=" + region);
    }

    /** Waits for the seal, which comes within seconds. */
    private HttpResponse<byte[]> taken(String trajectory) {
        String path = "/v1/trajectories/" + trajectory + "/dossier?minPosition=" + sql.head();
        return await().until(() -> take(in("AUDITOR", "AM05"), "GET", path), answer -> answer.statusCode() != 503);
    }

    private ZipFile dossier(String trajectory) throws IOException {
        HttpResponse<byte[]> answer = taken(trajectory);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ZipFile(
                Files.write(folder.resolve("dossier.zip"), answer.body()).toFile());
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private JdbcClient store() {
        return sql.as(Sql.SUPERUSER);
    }

    @Test
    void itIsGenuineByThePublicKeyAndTheCodes() throws Exception {
        HttpResponse<byte[]> answer = taken(K001);
        Path zip = Files.write(folder.resolve("dossier.zip"), answer.body());
        String key = client.with("Accept", "text/plain")
                .get("/v1/proof/key")
                .body()
                .lines()
                .findFirst()
                .orElseThrow();
        var said = new ByteArrayOutputStream();

        int exit = Verifier.run(
                List.of("verify", "--key", key, "--mac-key", DATA + "/keys/mac.key", zip.toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(Verifier.GENUINE);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"dossier-" + K001 + ".zip\"");
    }

    @Test
    void itHasAllOfTheTrajectoryAndOfWhatIsItsOwn() throws Exception {
        try (ZipFile zip = dossier(K001)) {
            Set<String> streams = new HashSet<>();
            Set<String> kinds = new HashSet<>();
            text(zip, "events.ndjson").lines().map(JsonLine::parse).forEach(event -> {
                streams.add(event.get("stream"));
                kinds.add(event.get("streamType"));
            });

            assertThat(kinds)
                    .containsExactlyInAnyOrder("trajectory", "candidate", "praktijkovereenkomst", "verklaring", "duty");
            assertThat(streams)
                    .containsExactlyInAnyOrderElementsOf(store().sql("""
                                    select distinct aggregate_identifier from eventstore.domain_event_entry
                                     where type in ('trajectory', 'praktijkovereenkomst', 'verklaring', 'duty')
                                       and cast(convert_from(payload, 'UTF8') as jsonb) ->> 'trajectoryId' = :trajectory
                                        or aggregate_identifier = :candidate""")
                            .param("trajectory", K001)
                            .param(
                                    "candidate",
                                    TwenteIds.of("candidate", "K001").toString())
                            .query(String.class)
                            .list());
            assertThat(text(zip, "events.ndjson").lines())
                    .hasSize(store().sql("""
                                    select count(*) from eventstore.domain_event_entry
                                     where aggregate_identifier = any(:streams)""")
                            .param("streams", streams.toArray(String[]::new))
                            .query(Integer.class)
                            .single());
        }
    }

    @Test
    void whatTellsWhoSomebodyIsStaysSealed() throws Exception {
        String name = client.get("/v1/candidates/" + TwenteIds.of("candidate", "K001") + "/details")
                .json()
                .at("/name")
                .asString();
        try (ZipFile zip = dossier(K001)) {
            assertThat(name).isNotBlank();
            for (var entry : zip.stream().toList()) {
                assertThat(text(zip, entry.getName())).as(entry.getName()).doesNotContain(name);
            }
            assertThat(text(zip, "events.ndjson").lines().map(DossierOverHttpTest::payload))
                    .noneMatch(payload -> payload.contains(name))
                    .anyMatch(payload -> payload.contains("\"pd\":1"));
            assertThat(text(zip, "dossier.html")).contains("[verzegeld]");
        }
    }

    private static String payload(String line) {
        return new String(Base64.getDecoder().decode(JsonLine.parse(line).get("payload")), StandardCharsets.UTF_8);
    }

    /** What the schemas ask for, as far as these records need it. */
    @Test
    void everyPayloadIsAsItsSchemaSays() throws Exception {
        try (ZipFile zip = dossier(K001)) {
            for (String line : text(zip, "events.ndjson").lines().toList()) {
                var event = JsonLine.parse(line);
                JsonNode schema = JsonMapper.shared()
                        .readTree(text(zip, "schemas/%s.%s.json".formatted(event.get("name"), event.get("revision"))));
                assertMeets(schema, JsonMapper.shared().readTree(payload(line)), event.get("name"));
            }
        }
    }

    private static void assertMeets(JsonNode schema, JsonNode value, String where) {
        Set<String> types = new HashSet<>();
        schema.path("type").values().forEach(type -> types.add(type.asString()));
        if (schema.path("type").isString()) {
            types.add(schema.path("type").asString());
        }
        if (!types.isEmpty()) {
            assertThat(types).as(where).contains(typeOf(value));
        }
        if (value.isObject()) {
            schema.path("required")
                    .forEach(name -> assertThat(value.has(name.asString()))
                            .as(where + "." + name.asString())
                            .isTrue());
            value.properties().forEach(member -> {
                assertThat(schema.path("properties").has(member.getKey()))
                        .as(where + "." + member.getKey())
                        .isTrue();
                assertMeets(
                        schema.path("properties").path(member.getKey()),
                        member.getValue(),
                        where + "." + member.getKey());
            });
        }
        if (value.isArray()) {
            value.forEach(item -> assertMeets(schema.path("items"), item, where + "[]"));
        }
    }

    private static String typeOf(JsonNode value) {
        if (value.isIntegralNumber()) {
            return "integer";
        }
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            default -> "null";
        };
    }

    @Test
    void thatItWasTakenIsWrittenDownBeforeItLeaves() throws Exception {
        Client auditor = client.as("controleur-" + UUID.randomUUID() + "; role=AUDITOR; regions=AM05");

        take(auditor, "GET", "/v1/trajectories/" + K001 + "/dossier");

        assertThat(sql.as(Sql.SUPERUSER).sql("""
                                select cast(l.data_subject_id as text) from query.processing_log l
                                 where l.name = 'TAKE_DOSSIER' and l.read_by like 'controleur-%'""").query(String.class).list())
                .containsExactly(TwenteIds.of("candidate", "K001").toString());
    }

    @Test
    void whoMayNotHaveItGetsNothing() throws Exception {
        String path = "/v1/trajectories/" + K001 + "/dossier";
        String absent = path.replace(K001, TwenteIds.of("trajectory", "nobody").toString());

        assertThat(take(in("PROJECT_LEAD", "AM05"), "GET", path).statusCode()).isEqualTo(403);
        assertThat(take(in("WERKCOACH", "AM05"), "GET", path).statusCode()).isEqualTo(403);
        HttpResponse<byte[]> foreign = take(in("AUDITOR", "AM06"), "GET", path);
        HttpResponse<byte[]> nowhere = take(in("AUDITOR", "AM05"), "GET", absent);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(new String(foreign.body(), StandardCharsets.UTF_8).replace(K001, ""))
                .isEqualTo(new String(nowhere.body(), StandardCharsets.UTF_8)
                        .replace(TwenteIds.of("trajectory", "nobody").toString(), ""));
    }

    @Test
    void onlyItsHeadIsSentWhenThatIsAskedFor() throws Exception {
        taken(K001);
        HttpResponse<byte[]> head = take(in("AUDITOR", "AM05"), "HEAD", "/v1/trajectories/" + K001 + "/dossier");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isPresent();
        assertThat(take(in("AUDITOR", "AM05"), "GET", "/v1/trajectories/" + K001 + "/dossier?minPosition=999999999")
                        .statusCode())
                .as("not sealed yet")
                .isEqualTo(503);
    }
}
