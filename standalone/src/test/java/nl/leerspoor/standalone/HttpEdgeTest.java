package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every answer has in common, whatever went wrong. */
class HttpEdgeTest extends RunningApplication {

    private static final int TOO_MANY_BYTES = 256 * 1024 + 1;

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("Content-Language")).isEqualTo("nl");
        JsonNode problem = reply.json();
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(problem.path("type").asString())
                .isEqualTo("http://localhost:8080/v1/problems/"
                        + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        assertThat(reply.body()).doesNotContain("Exception", "org.", "java.", "nl.leerspoor");
        assertHeaders(reply);
    }

    private static void assertHeaders(Reply reply) {
        assertThat(reply.header("API-Version")).isEqualTo("1.0.0");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Strict-Transport-Security")).startsWith("max-age=");
    }

    private static Map<String, Object> pilot() {
        return StartPilotOverHttpTest.pilot("p-" + UUID.randomUUID());
    }

    @Nested
    class Addresses {

        @ParameterizedTest
        @ValueSource(strings = {"/", "/v1", "/v1/", "/v1/nothing", "/v1/problems/", "/elsewhere", "/actuator/env"})
        void whatIsNotThereIsNotFound(String path) {
            assertProblem(client.get(path), 404, "NOT_FOUND");
        }

        @Test
        void aPostWithATrailingSlashIsNotFound() {
            assertProblem(client.post("/v1/pilots/", pilot()), 404, "NOT_FOUND");
        }

        @Test
        void aThingThatDoesNotExistIsNotFound() {
            String unknown = "/v1/pilots/" + UUID.randomUUID() + "/plan-confirmations";

            assertProblem(client.post(unknown, Map.of("effectiveOn", "2020-03-16")), 404, "NOT_FOUND");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "1-1-1-1-1", "not-an-id", "%00", "123456782"})
        void anIdThatIsNoUuidIsABadRequest(String id) {
            Reply reply = client.post("/v1/pilots/" + id + "/plan-confirmations", Map.of("effectiveOn", "2020-03-16"));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.body()).doesNotContain("123456782");
            assertHeaders(reply);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1/pilots/%2F", "/v1/%5C", "/v1/pilots/;x=1/%2e%2e/", "/v1//problems"})
        void anOddAddressIsAClientsError(String path) {
            Reply reply = client.get(path);

            assertThat(reply.status()).isBetween(400, 499);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertHeaders(reply);
        }
    }

    @Nested
    class Methods {

        @ParameterizedTest
        @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
        void aMethodThatAnAddressDoesNotKnowIsToldWithTheOnesItKnows(String method) {
            String path = "/v1/pilots/" + UUID.randomUUID() + "/lessons";

            Reply reply = client.send(path, request -> request.method(method, BodyPublishers.noBody()));

            assertProblem(reply, 405, "METHOD_NOT_ALLOWED");
            assertThat(reply.header("Allow")).isEqualTo("POST");
        }
    }

    @Nested
    class Forms {

        @Test
        void anAnswerInAnotherFormThanJsonIsRefusedBeforeAnythingIsDone() {
            String id = UUID.randomUUID().toString();
            Map<String, Object> body = pilot();
            body.put("id", id);

            assertProblem(client.with("Accept", "application/xml").post("/v1/pilots", body), 406, "NOT_ACCEPTABLE");
            assertThat(client.post("/v1/pilots", body).status()).isEqualTo(201);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data"})
        void aBodyInAnotherFormThanJsonIsRefused(String form) {
            assertProblem(client.with("Content-Type", form).post("/v1/pilots", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void aPackedBodyIsRefused() {
            assertProblem(
                    client.with("Content-Encoding", "gzip").post("/v1/pilots", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @Nested
    class Sizes {

        @Test
        void aBodyOf256KilobytesIsRead() {
            String body = "{\"name\":\"x\"}" + " ".repeat(TOO_MANY_BYTES - 13);

            assertProblem(client.post("/v1/pilots", body), 400, "INVALID_INPUT");
        }

        @Test
        void aLargerBodyIsRefused() {
            assertProblem(client.post("/v1/pilots", "x".repeat(TOO_MANY_BYTES)), 413, "BODY_TOO_LARGE");
        }

        @Test
        void aLargerBodyIsRefusedAlsoWhenItsLengthIsNotTold() {
            byte[] large = "x".repeat(TOO_MANY_BYTES).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            List<byte[]> chunks = new ArrayList<>();
            chunks.add(large);

            Reply reply = client.with("Content-Type", "application/json")
                    .with("Idempotency-Key", "chunked")
                    .send("/v1/pilots", request -> request.POST(BodyPublishers.ofByteArrays(chunks)));

            assertProblem(reply, 413, "BODY_TOO_LARGE");
        }
    }

    @Nested
    class Headers {

        @Test
        void aPostNeedsAnIdempotencyKey() {
            Reply reply = client.with("Content-Type", "application/json")
                    .send("/v1/pilots", request -> request.POST(BodyPublishers.ofString("{}")));

            assertProblem(reply, 400, "INVALID_INPUT");
            assertThat(reply.json().path("errors").path(0).path("parameter").asString())
                    .isEqualTo("Idempotency-Key");
        }

        @Test
        void everyBadHeaderIsToldAtOnce() {
            Reply reply = client.with("Idempotency-Key", "x".repeat(129))
                    .with("If-Match", "17")
                    .post("/v1/pilots", pilot());

            assertProblem(reply, 400, "INVALID_INPUT");
            assertThat(reply.json().path("errors").size()).isEqualTo(2);
        }

        @Test
        void aCitizenServiceNumberMayNotStandInAHeader() {
            Reply reply = client.with("Idempotency-Key", "123456782").post("/v1/pilots", pilot());

            assertProblem(reply, 400, "BSN_NOT_ALLOWED");
            assertThat(reply.body()).doesNotContain("123456782");
        }

        @Test
        void aCitizenServiceNumberMayNotStandInAQueryParameter() {
            Reply reply = client.get("/v1/problems?reference=123456782");

            assertProblem(reply, 400, "BSN_NOT_ALLOWED");
            assertThat(reply.body()).doesNotContain("123456782");
        }

        @Test
        void aQueryParameterThatDoesNotExistIsToldInsteadOfIgnored() {
            Reply reply = client.get("/v1/problems?knowOn=2020-03-16");

            assertProblem(reply, 400, "INVALID_INPUT");
            assertThat(reply.json().path("errors").path(0).path("code").asString())
                    .isEqualTo("UNKNOWN_PARAMETER");
        }

        @Test
        void anotherSitesPageMayNotReadTheData() {
            Reply reply = client.with("Origin", "https://elders.example.org").get("/v1/problems");

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Access-Control-Allow-Origin")).isNull();
            assertHeaders(reply);
        }

        @Test
        void anotherSitesPageMayReadWhatTheApiIs() {
            Reply reply = client.with("Origin", "https://elders.example.org").get("/v1/openapi.json");

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
    }

    @Nested
    class Languages {

        @Test
        void problemsSpeakEnglishToWhoAsksForIt() {
            Reply reply = client.with("Accept-Language", "en-GB,en;q=0.9").get("/v1/nothing");

            assertThat(reply.header("Content-Language")).isEqualTo("en");
            assertThat(reply.json().path("title").asString()).isEqualTo("There is no such thing.");
        }

        @Test
        void problemsSpeakDutchToEverybodyElse() {
            assertProblem(client.with("Accept-Language", "de").get("/v1/nothing"), 404, "NOT_FOUND");
        }
    }

    @Nested
    class Explanations {

        @Test
        void theTypeOfAProblemIsAnAddressThatExplainsItInBothLanguages() {
            String type = client.get("/v1/nothing").json().path("type").asString();

            JsonNode explanation =
                    client.get(type.substring(type.indexOf("/v1/"))).json();

            assertThat(explanation.path("code").asString()).isEqualTo("NOT_FOUND");
            assertThat(explanation.path("title").path("nl").asString()).isEqualTo("Dit bestaat niet.");
            assertThat(explanation.path("title").path("en").asString()).isEqualTo("There is no such thing.");
        }

        @Test
        void theRefusalsOfTheRulesAreExplainedToo() {
            assertThat(client.get("/v1/problems/pilot-already-running")
                            .json()
                            .path("status")
                            .asInt())
                    .isEqualTo(409);
            assertThat(client.get("/v1/problems").json().path("problems").findValuesAsString("code"))
                    .contains("ID_IN_USE", "CONFLICTS_WITH_LATER_FACT", "PILOT_ALREADY_RUNNING", "UNAVAILABLE")
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class Operations {

        @Test
        void areNotSeenFromOutside() {
            assertThat(client.get("/livez").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(client.get("/readyz").json().propertyNames()).containsExactly("status");
            assertProblem(client.get("/actuator/health"), 404, "NOT_FOUND");
            assertProblem(client.get("/actuator/prometheus"), 404, "NOT_FOUND");
        }
    }
}
