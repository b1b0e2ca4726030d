package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.ConsistencyProof;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.InclusionProof;
import nl.leerspoor.platform.proof.NoteKey;
import nl.leerspoor.platform.proof.NoteSigner;
import nl.leerspoor.platform.proof.SignedNote;
import nl.leerspoor.platform.proof.Tile;
import nl.leerspoor.platform.proof.Witness;
import nl.leerspoor.platform.proof.WitnessKey;
import nl.leerspoor.platform.proof.verifier.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An auditor checks the log over HTTP, and believes nothing but the public key. */
class ProofOverHttpTest extends RunningApplication {

    private String event;
    private long position;

    @BeforeEach
    void anEvent() {
        position = client.post(
                        "/v1/pilots",
                        StartPilotOverHttpTest.pilot(UUID.randomUUID().toString()))
                .json()
                .path("position")
                .asLong();
        event = sql().as(Sql.SUPERUSER)
                .sql("select event_identifier from eventstore.domain_event_entry where global_index = :position")
                .param("position", position)
                .query(String.class)
                .single();
    }

    private Client text() {
        return client.with("Accept", "text/plain");
    }

    private NoteKey key() {
        return NoteKey.parse(
                text().get("/v1/proof/key").body().lines().findFirst().orElseThrow());
    }

    private Checkpoint verified(String note) {
        SignedNote signed = SignedNote.parse(note);
        assertThat(signed.isSignedBy(key())).isTrue();
        return Checkpoint.parse(signed.text());
    }

    /** Waits for the seal, which comes within seconds. */
    private JsonNode inclusion() {
        return await().until(() -> client.get("/v1/proof/inclusion/" + event), reply -> reply.status() == 200)
                .json();
    }

    private static List<Hash> path(JsonNode proof) {
        return proof.path("path")
                .valueStream()
                .map(hash -> Hash.ofBase64(hash.asString()))
                .toList();
    }

    @Test
    void anEventIsShownToBeInTheLogUnderASignature() {
        JsonNode answer = inclusion();

        Checkpoint checkpoint = verified(answer.path("checkpoint").asString());
        var proof = new InclusionProof(
                answer.path("index").asLong(), answer.path("size").asLong(), path(answer));
        assertThat(proof.proves(Hash.ofBase64(answer.path("leaf").asString()), checkpoint.root()))
                .isTrue();
        assertThat(checkpoint.size()).isEqualTo(proof.size());
        assertThat(answer.path("position").asLong()).isEqualTo(position);
    }

    @Test
    void theLogIsShownToHaveGrownOnly() {
        Checkpoint before = verified(inclusion().path("checkpoint").asString());
        anEvent();
        Checkpoint after = verified(inclusion().path("checkpoint").asString());

        JsonNode answer = client.get("/v1/proof/consistency?from=" + before.size() + "&to=" + after.size())
                .json();

        assertThat(new ConsistencyProof(before.size(), after.size(), path(answer)).proves(before.root(), after.root()))
                .isTrue();
    }

    @Test
    void theNewestCheckpointIsPlainTextAndRevalidated() {
        inclusion();
        var reply = text().get("/v1/proof/checkpoint");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        verified(reply.body());
        await().untilAsserted(() -> {
            String tag = text().get("/v1/proof/checkpoint").header("ETag");
            assertThat(text().with("If-None-Match", tag)
                            .get("/v1/proof/checkpoint")
                            .status())
                    .isEqualTo(304);
        });
    }

    @Test
    void theRootFollowsFromTheTiles() throws Exception {
        Checkpoint checkpoint = verified(inclusion().path("checkpoint").asString());
        List<Hash> leaves = new ArrayList<>();
        for (long index = 0; index * Tile.WIDTH < checkpoint.size(); index++) {
            int width = Tile.width(0, index, checkpoint.size());
            var tile = tile(new Tile.Place(0, index, width).path());
            assertThat(tile.statusCode()).isEqualTo(200);
            assertThat(tile.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
            leaves.addAll(Tile.of(0, index, tile.body()).hashes());
        }

        var root = new nl.leerspoor.platform.proof.RunningRoot();
        leaves.forEach(root::add);

        assertThat(root.root()).isEqualTo(checkpoint.root());
    }

    private HttpResponse<byte[]> tile(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(client.base() + "/v1/proof/tile/" + path))
                                .header("Authorization", client.headers().get("Authorization"))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/x999/999", "0/999.p/1", "0/000.p/0", "0/0", "9/000", "x/000", "0/000.p/256"})
    void aTileThatIsNotThereIsNotFound(String path) throws Exception {
        inclusion();

        var reply = tile(path);

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("NOT_FOUND");
    }

    @Test
    void whatIsNotAskedWellIsRefused() {
        inclusion();

        assertThat(client.get("/v1/proof/inclusion/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(client.get("/v1/proof/inclusion/this").status()).isEqualTo(400);
        assertThat(client.get("/v1/proof/consistency").status()).isEqualTo(400);
        assertThat(client.get("/v1/proof/consistency?from=2&to=1").status()).isEqualTo(400);
        assertThat(client.get("/v1/proof/consistency?from=1&to=999999999").status())
                .isEqualTo(400);
        assertThat(client.get("/v1/proof/consistency?from=-1").status()).isEqualTo(400);
        assertThat(client.get("/v1/proof/checkpoint").status()).isEqualTo(406);
    }

    @Test
    void anExportOfTheLogIsGenuine(@TempDir Path folder) throws IOException {
        inclusion();
        var reply = client.with("Accept", "application/x-ndjson").get("/v1/proof/export");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Disposition")).contains("leerspoor-log.ndjson");
        Path export = Files.writeString(folder.resolve("log.ndjson"), reply.body());
        var said = new ByteArrayOutputStream();

        int exit = Verifier.run(
                List.of(
                        "verify",
                        "--key",
                        key().toString(),
                        "--mac-key",
                        DATA + "/keys/mac.key",
                        // other tests put events into the store past the program
                        "--without-codes-up-to",
                        String.valueOf(Long.MAX_VALUE),
                        "--checkpoint",
                        DATA + "/checkpoints/" + key().name().replace('/', '_') + "/checkpoint",
                        export.toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(Verifier.GENUINE);
    }

    private static final Witness WITNESSING = new Witness(
            NoteSigner.parse("PRIVATE+KEY+witness.test/w1+fdc57692+AbsTTb93G6ccxPKdgA/NooBupO3Ny3DWEoKWMGeEAkXM"));

    private Client plain() {
        return text().with("Content-Type", "text/plain");
    }

    private SignedNote checkpoint() {
        inclusion();
        return SignedNote.parse(text().get("/v1/proof/checkpoint").body());
    }

    @Test
    void whatAWitnessSaysIsShownBelowTheCheckpoint() {
        SignedNote cosigned = WITNESSING.cosign(checkpoint(), Instant.now());

        Client.Reply kept = plain().post("/v1/proof/cosignatures", cosigned.toString());

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.body()).isEqualTo(cosigned.toString());
        assertThat(plain().post("/v1/proof/cosignatures", cosigned.toString()).body())
                .as("once more changes nothing")
                .isEqualTo(kept.body());
        String newest = text().get("/v1/proof/checkpoint?cosigned=true").body();
        verified(newest);
        assertThat(WITNESSING.key().cosignature(SignedNote.parse(newest))).isPresent();
        assertThat(client.get("/v1/proof/inclusion/" + event)
                        .json()
                        .path("witnessedAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void nothingElseIsKept() {
        SignedNote note = checkpoint();
        var stranger = new Witness(NoteSigner.draw("stranger.test", new SecureRandom()));
        SignedNote other = SignedNote.parse(note.toString().replaceFirst("\\n(\\d+)\\n", "\n9$1\n"));
        SignedNote inItsName = note.with(
                List.of(WITNESSING.cosign(other, Instant.now()).signatures().getLast()));

        assertThat(plain().post("/v1/proof/cosignatures", "geen ijkpunt").code())
                .isEqualTo("NO_CHECKPOINT");
        assertThat(plain().post("/v1/proof/cosignatures", note.toString()).code())
                .isEqualTo("NOT_COSIGNED");
        assertThat(plain().post(
                                "/v1/proof/cosignatures",
                                stranger.cosign(note, Instant.now()).toString())
                        .code())
                .isEqualTo("NOT_COSIGNED");
        assertThat(plain().post("/v1/proof/cosignatures", inItsName.toString()).code())
                .isEqualTo("NOT_COSIGNED");
        assertThat(plain().post(
                                "/v1/proof/cosignatures",
                                WITNESSING
                                        .cosign(note, Instant.now().plusSeconds(3600))
                                        .toString())
                        .code())
                .as("of later")
                .isEqualTo("NOT_COSIGNED");
        assertThat(plain().post(
                                "/v1/proof/cosignatures",
                                WITNESSING.cosign(other, Instant.now()).toString())
                        .code())
                .isEqualTo("UNKNOWN_CHECKPOINT");
        assertThat(plain().as("x; role=PROJECT_LEAD; regions=AM05")
                        .post("/v1/proof/cosignatures", note.toString())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theVerifierAsksForWitnessesAndCosignsWhatIsGenuine(@TempDir Path folder) throws IOException {
        plain().post(
                        "/v1/proof/cosignatures",
                        WITNESSING.cosign(checkpoint(), Instant.now()).toString());
        Path export = Files.writeString(
                folder.resolve("log.ndjson"),
                client.with("Accept", "application/x-ndjson")
                        .get("/v1/proof/export")
                        .body());
        Path file = folder.resolve("other.key");
        String other = said(Verifier.GENUINE, "new-witness", file.toString(), "other.test")
                .strip();

        assertThat(said(Verifier.GENUINE, "verify", "--key", key().toString(), "--witness", WITNESS, export.toString()))
                .contains("witness.test/w1 says that it saw the first ");
        assertThat(said(Verifier.TAMPERED, "verify", "--key", key().toString(), "--witness", other, export.toString()))
                .contains("no checkpoint was cosigned by other.test+");
        String cosigned = said(
                Verifier.GENUINE,
                "verify",
                "--key",
                key().toString(),
                "--cosign-with",
                file.toString(),
                export.toString());
        SignedNote note = SignedNote.parse(cosigned.substring(cosigned.indexOf('\n') + 1));
        assertThat(WitnessKey.parse(other).cosignature(note)).isPresent();
        verified(note.toString());
    }

    private static String said(int expected, String... arguments) {
        var said = new ByteArrayOutputStream();
        int exit = Verifier.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aHistorySaysSinceWhenEachEventIsUnderASignature() {
        Instant sealed = Instant.parse(inclusion().path("sealedAt").asString());
        String pilot = sql().as(Sql.SUPERUSER)
                .sql("select aggregate_identifier from eventstore.domain_event_entry where global_index = :position")
                .param("position", position)
                .query(String.class)
                .single();

        JsonNode told = client.get("/v1/history/" + pilot + "?minPosition=" + position)
                .json()
                .at("/events/0");

        assertThat(Instant.parse(told.path("sealedAt").asString())).isEqualTo(sealed);
        assertThat(sealed)
                .isAfterOrEqualTo(Instant.parse(told.path("recordedAt").asString()));
    }

    @Test
    void everyEventThatTheProgramAppendsHasACode() {
        assertThat(sql().as(Sql.SUPERUSER)
                        .sql("select count(*) from eventstore.event_mac where event_id = cast(:event as uuid)")
                        .param("event", event)
                        .query(Long.class)
                        .single())
                .isOne();
    }
}
