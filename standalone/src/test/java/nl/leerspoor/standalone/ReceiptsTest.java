package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A command is decided once under its Idempotency-Key, and only on the version that its sender wants. */
class ReceiptsTest extends RunningApplication {

    private static Map<String, Object> pilot() {
        return StartPilotOverHttpTest.pilot("p-" + UUID.randomUUID());
    }

    private String startedPilot() {
        return client.post("/v1/pilots", pilot()).json().path("id").asString();
    }

    private static String partners(String pilot) {
        return "/v1/pilots/" + pilot + "/partners";
    }

    private static Map<String, Object> partner() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("effectiveOn", "2019-10-01");
        body.put("organisation", "Stichting Voorbeeld");
        body.put("organisationRole", "MBO_SCHOOL");
        return body;
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(n -> task).toList());
            return futures.stream().map(Future::resultNow).toList();
        }
    }

    @Nested
    class Repeats {

        @Test
        void theSameKeyAndBodyGiveTheSameAnswer() {
            Client keyed = client.with("Idempotency-Key", UUID.randomUUID().toString());
            Map<String, Object> body = pilot();

            Reply first = keyed.post("/v1/pilots", body);
            Reply second = keyed.post("/v1/pilots", body);

            assertThat(first.status()).isEqualTo(201);
            assertThat(second.status()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
            assertThat(first.header("Idempotent-Replay")).isNull();
            assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        }

        @Test
        void aKeyInQuotesIsTheSameKeyAndABodyInAnotherOrderTheSameBody() {
            String key = UUID.randomUUID().toString();
            String pilot = startedPilot();

            Reply first = client.with("Idempotency-Key", key).post(partners(pilot), """
                            {"effectiveOn":"2019-10-01","organisation":"Stichting Voorbeeld","organisationRole":"MBO_SCHOOL"}""");
            Reply second = client.with("Idempotency-Key", "\"" + key + "\"").post(partners(pilot), """
                            {"organisation":"Stichting Voorbeeld", "organisationRole":"MBO_SCHOOL",
                             "effectiveOn":"2019-10-01"}""");

            assertThat(first.status()).as(first.body()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
        }

        @Test
        void aRefusalIsRepeatedToo() {
            Map<String, Object> body = pilot();
            client.post("/v1/pilots", body);
            Client keyed = client.with("Idempotency-Key", UUID.randomUUID().toString());

            Reply first = keyed.post("/v1/pilots", body);
            Reply second = keyed.post("/v1/pilots", body);

            assertThat(first.code()).isEqualTo("PILOT_ALREADY_RUNNING");
            assertThat(first.header("Content-Language")).isEqualTo("nl");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.body()).isEqualTo(first.body());
        }

        @Test
        void theSameKeyWithAnotherBodyIsRefused() {
            Client keyed = client.with("Idempotency-Key", UUID.randomUUID().toString());
            keyed.post("/v1/pilots", pilot());

            Reply other = keyed.post("/v1/pilots", pilot());

            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }

        @Test
        void somebodyElseMayUseTheSameKey() {
            Client keyed = client.with("Idempotency-Key", UUID.randomUUID().toString());

            assertThat(keyed.as("anja").post("/v1/pilots", pilot()).status()).isEqualTo(201);
            assertThat(keyed.as("bert").post("/v1/pilots", pilot()).status()).isEqualTo(201);
        }

        @Test
        void aBadRequestLeavesTheKeyFree() {
            Client keyed = client.with("Idempotency-Key", UUID.randomUUID().toString());

            assertThat(keyed.post("/v1/pilots", "{}").status()).isEqualTo(400);
            assertThat(keyed.post("/v1/pilots", pilot()).status()).isEqualTo(201);
        }

        @Test
        void twentyEqualRequestsAtOnceHaveOneEffect() throws Exception {
            String pilot = startedPilot();
            Client keyed = client.with("Idempotency-Key", UUID.randomUUID().toString());

            List<Reply> replies = atOnce(20, () -> keyed.post(partners(pilot), partner()));

            assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
            assertThat(replies.stream().map(Reply::body))
                    .containsOnly(replies.getFirst().body());
            assertThat(client.post(partners(pilot), partner()).header("ETag")).isEqualTo("\"2\"");
        }
    }

    @Nested
    class Creations {

        @Test
        void theAnswerSaysWhereTheNewThingIs() {
            Reply reply = client.post("/v1/pilots", pilot());

            assertThat(reply.header("Location"))
                    .isEqualTo("/v1/pilots/" + reply.json().path("id").asString());
        }

        @Test
        void theCallerMayGiveTheIdOnce() {
            String id = UUID.randomUUID().toString();
            Map<String, Object> body = pilot();
            body.put("id", id);
            assertThat(client.post("/v1/pilots", body).json().path("id").asString())
                    .isEqualTo(id);

            Map<String, Object> other = pilot();
            other.put("id", id);
            Reply again = client.post("/v1/pilots", other);

            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("ID_IN_USE");
        }
    }

    @Nested
    class Versions {

        @Test
        void aCommandOnTheVersionThatWasReadIsAccepted() {
            String pilot = startedPilot();

            assertThat(client.with("If-Match", "\"0\"")
                            .post(partners(pilot), partner())
                            .status())
                    .isEqualTo(201);
            assertThat(client.with("If-Match", "\"0\", \"1\"")
                            .post(partners(pilot), partner())
                            .status())
                    .isEqualTo(201);
            assertThat(client.with("If-Match", "*")
                            .post(partners(pilot), partner())
                            .header("ETag"))
                    .isEqualTo("\"3\"");
        }

        @Test
        void aCommandOnAnOlderVersionIsRefusedAndRecordsNothing() {
            String pilot = startedPilot();
            client.post(partners(pilot), partner());

            Reply stale = client.with("If-Match", "\"0\"").post(partners(pilot), partner());

            assertThat(stale.status()).isEqualTo(412);
            assertThat(stale.code()).isEqualTo("STALE_VERSION");
            assertThat(client.post(partners(pilot), partner()).header("ETag")).isEqualTo("\"2\"");
        }

        @Test
        void aWeakVersionIsNeverTheRightOne() {
            assertThat(client.with("If-Match", "W/\"0\"")
                            .post(partners(startedPilot()), partner())
                            .status())
                    .isEqualTo(412);
        }

        @Test
        void whoRaceForOneStreamAreDecidedOneAfterTheOther() throws Exception {
            String pilot = startedPilot();

            List<Reply> replies = atOnce(12, () -> client.post(partners(pilot), partner()));

            List<Reply> recorded =
                    replies.stream().filter(reply -> reply.status() == 201).toList();
            assertThat(replies.stream().filter(reply -> reply.status() != 201))
                    .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("CONCURRENT_CHANGE"));
            assertThat(recorded.stream().map(reply -> reply.header("ETag"))).doesNotHaveDuplicates();
            assertThat(client.post(partners(pilot), partner()).header("ETag"))
                    .isEqualTo("\"" + (recorded.size() + 1) + "\"");
        }
    }
}
