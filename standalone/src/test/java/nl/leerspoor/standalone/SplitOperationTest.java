package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.CommandApplication;
import nl.leerspoor.query.QueryApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both sides as processes of their own, as an operator runs them: watched, traced, logged as JSON, and stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SplitOperationTest {

    /** What somebody types who pays no heed to what belongs where. */
    private static final String TYPED = "zacharias-verzonnen";

    @TempDir
    private static Path folder;

    private static final Map<String, String> ENVIRONMENT = new HashMap<>();

    private static LocalDatabase database;
    private static SpanCollector collector;
    private static ChildProgram commands;
    private static ChildProgram queries;
    private static Client commandClient;
    private static Client queryClient;

    @BeforeAll
    static void start() {
        database = LocalDatabase.start(folder);
        collector = new SpanCollector();
        ENVIRONMENT.put("LEERSPOOR_DB_URL", database.url());
        ENVIRONMENT.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        ENVIRONMENT.put("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", collector.endpoint());
        ENVIRONMENT.put("MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "1.0");
        ENVIRONMENT.put("LEERSPOOR_STOP_NOTICE", "2s");
        commands = ChildProgram.start(CommandApplication.class, ENVIRONMENT);
        queries = ChildProgram.start(QueryApplication.class, ENVIRONMENT);
        commandClient = commands.client().as(TYPED);
        queryClient = queries.client();
    }

    @AfterAll
    static void stop() {
        queries.close();
        commands.close();
        collector.close();
        database.close();
    }

    @Test
    @Order(1)
    void eachSideHasItsHealthAndMetricsOnAPortOfItsOwn() {
        var commandHealth = commands.operator().get("/actuator/health").json();
        var queryHealth = queries.operator().get("/actuator/health").json();

        assertThat(commandHealth.path("status").asString()).isEqualTo("UP");
        assertThat(commandHealth.path("components").has("projections")).isFalse();
        assertThat(queryHealth.path("status").asString()).isEqualTo("UP");
        assertThat(queryHealth.path("components").has("projections")).isTrue();
        assertThat(commands.operator().get("/actuator/prometheus").body()).contains("hikaricp_connections_max");
        assertThat(queries.operator().get("/actuator/prometheus").body()).contains("leerspoor_projection_lag_seconds{");
        assertThat(commands.client().get("/actuator/prometheus").status()).isEqualTo(404);
        assertThat(queryClient.get("/actuator/prometheus").status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void tracesTellWhichOperationAndHowItEndedAndNothingThatWasTyped() {
        typeAnywhere();

        await().untilAsserted(() -> assertThat(collector.received())
                .contains("http post /v1/pilots", "decide StartRegionPilot", "RECORDED", "http get /v1/trajectories"));
        assertThat(collector.received()).doesNotContain("zacharias", "reference=", "readyz");
    }

    @Test
    @Order(3)
    void whatGoesWrongIsLoggedAsJsonWithoutWhatWasTyped() throws IOException {
        new Sql(database.url())
                .as(Sql.SUPERUSER)
                .sql("alter table command.receipt add constraint planted check (key <> '" + TYPED + "-fault')")
                .update();

        var reply = commandClient
                .with("Idempotency-Key", TYPED + "-fault")
                .post("/v1/pilots", StartPilotOverHttpTest.pilot(TYPED + "-2"));

        assertThat(reply.status()).isEqualTo(500);
        List<JsonNode> lines = lines(commands);
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.at("/log/level").asString()).isEqualTo("ERROR");
            assertThat(line.at("/service/name").asString()).isEqualTo("leerspoor-command");
            assertThat(line.at("/error/stack_trace").asString()).contains("(SQL state 23514)", "Reception");
            assertThat(line.at("/error").has("message")).isFalse();
        });
        assertThat(Files.readString(commands.log())).doesNotContain("zacharias");
        assertThat(Files.readString(queries.log())).doesNotContain("zacharias");
        assertThat(lines(queries)).isNotNull();
    }

    @Test
    @Order(4)
    void aQueryNodeThatComesLaterGetsItsShareOfTheSegments() {
        assertThat(segmentsOfNodes()).hasSize(1);

        try (ChildProgram later = ChildProgram.start(QueryApplication.class, ENVIRONMENT)) {
            later.client();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(segmentsOfNodes())
                            .hasSize(2)
                            .satisfies(segments -> assertThat(segments.getFirst() - segments.getLast())
                                    .isBetween(-1L, 1L)));
        }

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(segmentsOfNodes()).hasSize(1));
    }

    @Test
    @Order(5)
    void whoIsToldToStopSaysSoServesOnFinishesAndLetsGoOfItsSegments() {
        queries.terminate();

        await().untilAsserted(
                        () -> assertThat(queryClient.get("/readyz").status()).isEqualTo(503));
        assertThat(queryClient.get("/v1/figures").status()).isEqualTo(200);
        queries.close();
        assertThat(new Sql(database.url())
                        .as(Sql.SUPERUSER)
                        .sql("select count(*) from query.token_entry where owner is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** How many segments each node has; those of nobody count as those of a node. */
    private static List<Long> segmentsOfNodes() {
        return new Sql(database.url())
                .as(Sql.SUPERUSER)
                .sql("select count(*) from query.token_entry where processor_name <> '__config' group by owner")
                .query(Long.class)
                .list();
    }

    private static void typeAnywhere() {
        Map<String, Object> pilot = StartPilotOverHttpTest.pilot(TYPED);
        pilot.put("name", TYPED);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> commandClient
                                .with("Idempotency-Key", TYPED)
                                .post("/v1/pilots", pilot)
                                .status()
                        == 201);
        commandClient.post("/v1/pilots?note=" + TYPED, pilot);
        commandClient.post("/v1/pilots/" + TYPED + "/lessons", "{\"code\":\"" + TYPED + "\"");
        commandClient.post("/v1/candidates", Map.of("region", TYPED, "effectiveOn", TYPED, TYPED, TYPED));
        commandClient.post(
                "/v1/candidates/" + UUID.randomUUID() + "/details", Map.of("effectiveOn", "2020-01-06", "name", TYPED));
        queryClient.post("/v1/candidate-searches", Map.of("name", TYPED));
        queryClient.get("/v1/trajectories?reference=" + TYPED);
        queryClient.get("/v1/trajectories?sort=" + TYPED + "&validOn=" + TYPED);
        queryClient.get("/v1/trajectories/" + TYPED);
        queryClient.get("/" + TYPED);
    }

    private static List<JsonNode> lines(ChildProgram program) throws IOException {
        return Files.readAllLines(program.log()).stream()
                .filter(line -> !line.isBlank())
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
