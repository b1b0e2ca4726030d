package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.platform.operation.NodeName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import tools.jackson.databind.JsonNode;

/** What an operator sees of the running program, on a port of its own. */
class ManagementTest extends RunningApplication {

    private Client operator;

    @BeforeEach
    void asOperator(@LocalManagementPort int port) {
        operator = Client.of("http://127.0.0.1:" + port);
    }

    @Test
    void healthSaysWhy() {
        await().untilAsserted(() -> {
            JsonNode health = operator.get("/actuator/health").json();
            assertThat(health.path("status").asString()).as(health.toString()).isEqualTo("UP");
            assertThat(health.at("/components/projections/details/reasons").isArray())
                    .isTrue();
            assertThat(health.at("/components/db/components").propertyNames())
                    .containsExactlyInAnyOrder(
                            "auditDataSource",
                            "commandDataSource",
                            "keysDataSource",
                            "projectorDataSource",
                            "queryDataSource",
                            "sealerDataSource",
                            "webhookDataSource");
            assertThat(health.at("/components/proof/details/sealed").isNumber()).isTrue();
            assertThat(health.at("/components/processingLog/details/reasons").isArray())
                    .isTrue();
        });
        assertThat(operator.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(operator.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"env", "beans", "heapdump", "threaddump", "loggers", "configprops", "mappings", "metrics", "info"
            })
    void nothingElseIsShown(String endpoint) {
        assertThat(operator.get("/actuator/" + endpoint).status()).isEqualTo(404);
    }

    @Test
    void everythingIsCountedOnce(@Autowired List<MeterRegistry> registries) {
        assertThat(registries).hasSize(1);
    }

    @Test
    void commandsAreCountedByHowTheyEnded() {
        String pilot = UUID.randomUUID().toString();
        Map<String, Object> start = StartPilotOverHttpTest.pilot("p-" + pilot);
        start.put("id", pilot);
        Client keyed = client.with("Idempotency-Key", pilot);

        long recorded = counted("StartRegionPilot", "RECORDED", "none");
        long replayed = counted("StartRegionPilot", "REPLAYED", "none");
        long refused = counted("StartRegionPilot", "REFUSED", "ID_IN_USE");
        long failed = counted("StartRegionPilot", "FAILED", "IDEMPOTENCY_KEY_REUSED");
        await().untilAsserted(() ->
                assertThat(keyed.post("/v1/pilots", start).status()).isEqualTo(201));
        assertThat(keyed.post("/v1/pilots", start).status()).isEqualTo(201);
        assertThat(client.post("/v1/pilots", start).code()).isEqualTo("ID_IN_USE");
        start.put("name", "Een andere proef");
        assertThat(keyed.post("/v1/pilots", start).status()).isEqualTo(422);

        assertThat(counted("StartRegionPilot", "RECORDED", "none")).isEqualTo(recorded + 1);
        assertThat(counted("StartRegionPilot", "REPLAYED", "none")).isEqualTo(replayed + 1);
        assertThat(counted("StartRegionPilot", "REFUSED", "ID_IN_USE")).isEqualTo(refused + 1);
        assertThat(counted("StartRegionPilot", "FAILED", "IDEMPOTENCY_KEY_REUSED"))
                .isEqualTo(failed + 1);
    }

    @Test
    void everySegmentOfEveryViewTellsHowFarItIsBehind() {
        await().untilAsserted(() -> assertThat(metrics())
                .contains("leerspoor_projection_lag_positions{segment=\"3\",view=\"trajectories\"} 0.0")
                .contains("leerspoor_projection_lag_seconds{segment=\"0\",view=\"pilots\"} 0.0")
                .contains("leerspoor_projection_parked{view=\"pilots\"} 0.0")
                .contains("leerspoor_projection_incomplete{view=\"duties\"} 0.0")
                .contains("leerspoor_events_position " + (double) sql().head()));
    }

    @Test
    void segmentsAreClaimedUnderTheNameOfThisProcessAndNotItsNumber() {
        await().untilAsserted(() -> assertThat(sql().as(Sql.SUPERUSER)
                        .sql("select distinct owner from query.token_entry where owner is not null")
                        .query(String.class)
                        .list())
                .containsExactly(NodeName.VALUE));
    }

    @Test
    void theMetricsOfRequestsPoolsAndMemoryAreThere() {
        client.get("/v1/figures");

        assertThat(metrics())
                .contains("http_server_requests_seconds_count{")
                .contains("uri=\"/v1/figures\"")
                .contains("hikaricp_connections_active{pool=\"command\"}")
                .contains("hikaricp_connections_pending{pool=\"query\"}")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void metricsRepeatNothingThatSomebodyTyped() {
        client.as("zacharias-verzonnen")
                .with("Idempotency-Key", "zacharias-verzonnen")
                .post("/v1/pilots?zacharias-verzonnen=1", Map.of("name", "zacharias-verzonnen"));
        client.get("/v1/trajectories?reference=zacharias-verzonnen");
        client.get("/v1/trajectories/zacharias-verzonnen");
        client.get("/zacharias-verzonnen");

        assertThat(metrics()).doesNotContain("zacharias");
    }

    private String metrics() {
        var reply = operator.with("Accept", "text/plain").get("/actuator/prometheus");
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    private long counted(String command, String outcome, String code) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("leerspoor_command_seconds_count{"))
                .filter(line -> line.contains("command=\"" + command + "\""))
                .filter(line -> line.contains("outcome=\"" + outcome + "\""))
                .filter(line -> line.contains("code=\"" + code + "\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
