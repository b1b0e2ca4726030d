package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.standalone.Receiver.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who is called as the examples are is told of what happens, and believes nobody else. */
class ReceiverExamplesTest extends RunningApplication {

    private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Client integrator;
    private RegionOffice office;

    @BeforeEach
    void integrator() {
        integrator = client.as("koppeling-" + UUID.randomUUID() + "; role=INTEGRATOR; regions=AM35");
        office = new RegionOffice(client, "AM35");
    }

    @AfterEach
    void end() {
        integrator
                .get("/v1/subscriptions")
                .json()
                .path("items")
                .forEach(item -> integrator.send(
                        "/v1/subscriptions/" + item.path("id").asString(), HttpRequest.Builder::DELETE));
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String said() throws IOException {
        return Files.exists(folder.resolve("said")) ? Files.readString(folder.resolve("said")) : "";
    }

    private static void needs(String program) {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program))),
                () -> "This needs " + program);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Receive.java", "receive.mjs"})
    void areToldOfWhatHappensAndBelieveNobodyElse(String example) throws Exception {
        boolean java = example.endsWith(".java");
        if (!java) {
            needs("node");
        }
        String program =
                java ? Path.of(System.getProperty("java.home"), "bin", "java").toString() : "node";
        int port = freePort();
        String url = "http://127.0.0.1:" + port + "/hook";
        Process process = start(
                List.of(program, EXAMPLES.resolve(example).toString(), String.valueOf(port), url),
                Map.of(
                        "LEERSPOOR",
                        integrator.base(),
                        "TOKEN",
                        integrator.headers().get("Authorization").substring("Bearer ".length())));
        try {
            await(example).atMost(PATIENCE).until(() -> said().contains("subscribed"));

            String candidate = office.candidate();

            await(example)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(said())
                            .contains("nl.leerspoor.candidates.candidate-registered.v1 " + candidate));
            assertThat(new Client("http://127.0.0.1:" + port, Map.of(), PATIENCE)
                            .with("webhook-id", "x")
                            .with("webhook-timestamp", String.valueOf(System.currentTimeMillis() / 1_000))
                            .with("webhook-signature", "v1,eA== v1a,eA==")
                            .post("/hook", "{\"type\":\"forged\",\"id\":\"x\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(said()).doesNotContain("forged");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void tellWhatIsGenuineFromWhatIsNotInAShell() throws Exception {
        needs("openssl");
        try (Receiver receiver = Receiver.open()) {
            JsonNode made = integrator
                    .post("/v1/subscriptions", Map.of("url", receiver.url()))
                    .json();
            office.candidate();
            await().atMost(PATIENCE).until(() -> !receiver.calls().isEmpty());
            Call call = receiver.calls().getFirst();

            assertThat(verified(call, call.body(), made.path("secret").asString()))
                    .isEqualTo("genuine\n");
            assertThat(verified(call, call.body() + " ", made.path("secret").asString()))
                    .isEqualTo("not genuine\n");
        }
    }

    private String verified(Call call, String body, String secret) throws Exception {
        Process process = start(
                List.of(
                        "bash",
                        EXAMPLES.resolve("verify.sh").toString(),
                        call.id(),
                        call.headers().get("webhook-timestamp"),
                        call.headers().get("webhook-signature")),
                Map.of("SECRET", secret));
        try (var in = process.getOutputStream()) {
            in.write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(PATIENCE)).isTrue();
        return said();
    }
}
