package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.query.webhook.SecondNode;
import nl.leerspoor.standalone.Client.Reply;
import nl.leerspoor.standalone.Receiver.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A receiver is called for what happens, whatever it does with a call. */
class WebhooksOverHttpTest extends RunningApplication {

    private static final String REGION = "AM35";
    private static final String REGISTERED = "nl.leerspoor.candidates.candidate-registered.v1";
    private static final String PREFERENCE = "nl.leerspoor.candidates.preference-recorded.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Receiver> receivers = new ArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private Client integrator;
    private RegionOffice office;
    private Receiver receiver;

    @BeforeEach
    void aReceiver() {
        integrator = client.as("koppeling-" + UUID.randomUUID() + "; role=INTEGRATOR; regions=" + REGION);
        office = new RegionOffice(client, REGION);
        receiver = open();
    }

    @AfterEach
    void end() {
        released.countDown();
        integrator
                .get("/v1/subscriptions?limit=200")
                .json()
                .path("items")
                .forEach(item -> integrator.send(
                        "/v1/subscriptions/" + item.path("id").asString(), HttpRequest.Builder::DELETE));
        receivers.forEach(Receiver::close);
    }

    private Receiver open() {
        Receiver opened = Receiver.open();
        receivers.add(opened);
        return opened;
    }

    private JsonNode subscribed(Receiver to, Object... more) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("url", to.url());
        asked.put("types", List.of(REGISTERED));
        for (int n = 0; n < more.length; n += 2) {
            asked.put((String) more[n], more[n + 1]);
        }
        Reply reply = integrator.post("/v1/subscriptions", asked);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }

    private String id(JsonNode made) {
        return made.at("/subscription/id").asString();
    }

    private JsonNode state(String id) {
        return integrator.get("/v1/subscriptions/" + id).json();
    }

    private JsonNode does(String id, String what) {
        Reply reply = integrator.post("/v1/subscriptions/" + id + "/" + what, "");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private List<JsonNode> items(String id, String what) {
        return integrator
                .get("/v1/subscriptions/" + id + "/" + what)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<Call> calls(Receiver of, int number) {
        await().atMost(PATIENCE).until(() -> of.calls().size() >= number);
        return of.calls();
    }

    private static List<String> subjects(List<Call> calls) {
        return calls.stream()
                .map(call -> call.event().path("subject").asString())
                .toList();
    }

    private void awaitStanding(String id, String standing) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(state(id).path("standing").asString()).isEqualTo(standing));
    }

    @Test
    void whoHasNothingToHearOfIsNotBehind() {
        String id = id(subscribed(receiver, "subject", UUID.randomUUID().toString(), "after", 0));
        long head = sql().head();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(state(id).path("position").asLong()).isGreaterThanOrEqualTo(head));
        assertThat(receiver.calls()).isEmpty();
    }

    @Nested
    class AMessage {

        @Test
        void isTheCloudEventOfTheFeedSignedForWhoHasTheSecret() {
            JsonNode made = subscribed(receiver);

            String candidate = office.candidate();

            Call call = calls(receiver, 1).getFirst();
            call.verify(made.path("secret").asString());
            JsonNode item = integrator
                    .get("/v1/events?types=" + REGISTERED + "&subject=" + candidate)
                    .json()
                    .at("/items/0");
            assertThat(call.event()).isEqualTo(item.path("event"));
            assertThat(call.headers())
                    .containsEntry("content-type", "application/cloudevents+json; charset=utf-8")
                    .containsEntry("webhook-id", item.at("/event/id").asString())
                    .containsEntry("leerspoor-position", item.path("position").asString())
                    .containsEntry("webhook-request-origin", "localhost");
            assertThat(Instant.ofEpochSecond(Long.parseLong(call.headers().get("webhook-timestamp"))))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        }

        @Test
        void isSignedWithBothSecretsWhileTheyAreReplaced() {
            JsonNode made = subscribed(receiver);
            String newer = integrator
                    .post("/v1/subscriptions/" + id(made) + "/secrets", "")
                    .json()
                    .path("secret")
                    .asString();

            await().atMost(PATIENCE).untilAsserted(() -> {
                office.candidate();
                Call last = calls(receiver, 1).getLast();
                assertThat(last.headers().get("webhook-signature").split(" ")).hasSize(4);
            });

            Call call = receiver.calls().getLast();
            call.verify(newer);
            call.verify(made.path("secret").asString());
        }

        @Test
        void comesOnceAndInOrderToEachOfSeveralAndOfNoOtherRegion() {
            Receiver other = open();
            subscribed(receiver);
            subscribed(other);
            String elsewhere = new RegionOffice(client, "AM34").candidate();

            List<String> candidates =
                    IntStream.range(0, 12).mapToObj(n -> office.candidate()).toList();

            calls(receiver, 12);
            calls(other, 12);
            assertThat(subjects(receiver.calls()))
                    .containsExactlyInAnyOrderElementsOf(candidates)
                    .doesNotContain(elsewhere);
            assertThat(subjects(other.calls())).containsExactlyInAnyOrderElementsOf(candidates);
        }

        @Test
        void saysWhichCameBeforeIt() {
            subscribed(receiver);
            office.candidate();
            calls(receiver, 1);
            office.candidate();

            List<Call> calls = calls(receiver, 2);

            assertThat(calls.get(1).headers().get("leerspoor-previous"))
                    .isEqualTo(calls.get(0).headers().get("leerspoor-position"));
        }

        @Test
        void canBeTriedOut() {
            JsonNode made = subscribed(receiver);

            JsonNode trial = does(id(made), "trials");

            assertThat(trial.path("outcome").asString()).isEqualTo("DELIVERED");
            assertThat(trial.path("status").asInt()).isEqualTo(204);
            Call call = receiver.calls().getFirst();
            call.verify(made.path("secret").asString());
            assertThat(call.event().path("type").asString()).isEqualTo("nl.leerspoor.subscriptions.trial.v1");
            assertThat(call.headers()).doesNotContainKey("leerspoor-position");
        }
    }

    @Nested
    class AFailure {

        @Test
        void isTriedAgainWithTheSameBytesAndIdUntilItIsTaken() {
            var times = new AtomicInteger();
            receiver.does(
                    (exchange, call) -> exchange.sendResponseHeaders(times.incrementAndGet() < 3 ? 500 : 204, -1));
            JsonNode made = subscribed(receiver);

            office.candidate();

            List<Call> calls = calls(receiver, 3);
            assertThat(calls)
                    .extracting(Call::body)
                    .containsOnly(calls.getFirst().body());
            assertThat(calls).extracting(Call::id).containsOnly(calls.getFirst().id());
            calls.forEach(call -> call.verify(made.path("secret").asString()));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(state(id(made)).path("parked").asInt()).isZero());
            assertThat(items(id(made), "deliveries").stream()
                            .map(line -> line.path("attempt").asInt() + " "
                                    + line.path("outcome").asString() + " "
                                    + line.path("status").asInt()))
                    .containsExactly("3 DELIVERED 204", "2 FAILED 500", "1 FAILED 500");
        }

        @Test
        void ofOneThingHoldsBackThatThingAloneAndInOrder() {
            var first = new AtomicReference<String>();
            receiver.does((exchange, call) -> {
                String subject = call.event().path("subject").asString();
                first.compareAndSet(null, subject);
                exchange.sendResponseHeaders(subject.equals(first.get()) ? 500 : 204, -1);
            });
            String id = id(subscribed(receiver, "types", List.of(REGISTERED, PREFERENCE)));
            String held = office.candidate();
            calls(receiver, 1);
            office.done("/v1/candidates/" + held + "/preferences", RegionOffice.body("sector", "LOG"));
            String other = office.candidate();
            await().atMost(PATIENCE).until(() -> subjects(receiver.calls()).contains(other));

            JsonNode letter = items(id, "dead-letters").getFirst();
            assertThat(letter.path("subject").asString()).isEqualTo(held);
            assertThat(letter.path("status").asInt()).isEqualTo(500);
            assertThat(types(receiver.calls(), held)).containsOnly(REGISTERED);

            receiver.answers(204);
            does(id, "dead-letters/resendings?subject=" + held);

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(state(id).path("parked").asInt()).isZero());
            assertThat(types(receiver.calls(), held).stream().distinct()).containsExactly(REGISTERED, PREFERENCE);
        }

        private static List<String> types(List<Call> calls, String subject) {
            return calls.stream()
                    .filter(call -> call.event().path("subject").asString().equals(subject))
                    .map(call -> call.event().path("type").asString())
                    .toList();
        }

        @Test
        void thatGoesOnEndsAsADeadLetterWhichCanBeSentAgainOrLetGo() {
            receiver.answers(500);
            String id = id(subscribed(receiver));
            office.candidate();
            String second = office.candidate();

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(state(id).path("deadLetters").asInt()).isEqualTo(2));
            assertThat(items(id, "dead-letters")).allSatisfy(letter -> {
                assertThat(letter.path("attempts").asInt()).isEqualTo(RETRIES + 1);
                assertThat(letter.path("nextAt").isNull()).isTrue();
            });

            assertThat(does(id, "dead-letters/dismissals?subject=" + second)
                            .path("subjects")
                            .asInt())
                    .isEqualTo(1);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(state(id).path("parked").asInt()).isEqualTo(1));
            receiver.answers(204);
            assertThat(does(id, "dead-letters/resendings").path("subjects").asInt())
                    .isEqualTo(1);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(state(id).path("parked").asInt()).isZero());
        }

        private static final int RETRIES = 3;

        @ParameterizedTest
        @CsvSource({"302, Location, /elsewhere", "301, Location, http://127.0.0.1:1/", "400, X, y", "415, X, y"})
        void isEveryAnswerThatIsNoSuccess(int status, String header, String value) {
            receiver.answers(status, header, value);
            String id = id(subscribed(receiver));

            office.candidate();

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(state(id).path("parked").asInt()).isEqualTo(1));
            assertThat(items(id, "dead-letters").getFirst().path("status").asInt())
                    .isEqualTo(status);
        }

        @Test
        void isAConnectionThatBreaks() {
            receiver.does((exchange, call) -> exchange.close());
            String id = id(subscribed(receiver));

            office.candidate();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(items(id, "dead-letters"))
                            .extracting(letter -> letter.path("cause").asString())
                            .containsExactly("UNREACHABLE"));
        }
    }

    @Nested
    class AReceiver {

        @Test
        void thatWantsToBeLeftAloneIsAndThenToldOfEverything() {
            receiver.answers(429, "Retry-After", "2");
            String id = id(subscribed(receiver));
            String candidate = office.candidate();
            calls(receiver, 1);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(state(id).path("quietUntil").isNull()).isFalse());
            assertThat(state(id).path("parked").asInt()).isZero();

            receiver.answers(204);

            calls(receiver, 2);
            assertThat(subjects(receiver.calls())).containsOnly(candidate);
        }

        @Test
        void thatWantsNoMoreIsNotCalledAnyMore() {
            receiver.answers(410);
            String id = id(subscribed(receiver));
            office.candidate();

            awaitStanding(id, "GONE");
            office.candidate();
            receiver.answers(204);
            does(id, "resumptions");

            calls(receiver, 3);
            assertThat(subjects(receiver.calls()).stream().distinct()).hasSize(2);
        }

        @Test
        void thatAnswersWithoutEndIsHungUpOnAndHasTheMessage() {
            receiver.does((exchange, call) -> {
                exchange.sendResponseHeaders(200, 200_000_000L);
                byte[] block = new byte[65_536];
                OutputStream out = exchange.getResponseBody();
                for (int n = 0; n < 200_000_000 / block.length; n++) {
                    out.write(block);
                }
            });
            String id = id(subscribed(receiver));
            office.candidate();
            office.candidate();

            calls(receiver, 2);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(items(id, "deliveries"))
                            .extracting(line -> line.path("outcome").asString())
                            .containsExactly("DELIVERED", "DELIVERED"));
        }

        @Test
        void thatHangsOrDripsDelaysNobodyElse() {
            receiver.does((exchange, call) -> hang());
            Receiver dripping = open();
            dripping.does((exchange, call) -> {
                exchange.sendResponseHeaders(200, 1_000);
                for (int n = 0; n < 1_000 && !hang(Duration.ofMillis(500)); n++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                }
            });
            Receiver well = open();
            String hanging = id(subscribed(receiver));
            String dripped = id(subscribed(dripping));
            subscribed(well);

            List<String> candidates =
                    IntStream.range(0, 10).mapToObj(n -> office.candidate()).toList();

            calls(well, 10);
            assertThat(subjects(well.calls())).containsExactlyInAnyOrderElementsOf(candidates);
            assertThat(items(hanging, "deliveries")).isEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(items(hanging, "deliveries"))
                            .isNotEmpty()
                            .allSatisfy(line -> {
                                assertThat(line.path("cause").asString()).isEqualTo("TIMED_OUT");
                                assertThat(line.path("millis").asInt()).isGreaterThanOrEqualTo(2_900);
                            }));
            // its status came, and its body may take as long as a call may
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(items(dripped, "deliveries"))
                            .isNotEmpty()
                            .allSatisfy(line ->
                                    assertThat(line.path("millis").asInt()).isGreaterThanOrEqualTo(2_900)));
        }

        private boolean hang() {
            return hang(Duration.ofMinutes(1));
        }

        private boolean hang(Duration atMost) {
            try {
                return released.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        @Test
        void isCalledNoMoreOftenThanItWants() {
            receiver.allows("*", "60");
            subscribed(receiver);
            for (int n = 0; n < 3; n++) {
                office.candidate();
            }

            List<Call> calls = calls(receiver, 3);

            assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at()))
                    .isGreaterThan(Duration.ofMillis(1_900));
        }
    }

    @Nested
    class ASubscription {

        @Test
        void isToldAfterAPauseOfWhatHappenedMeanwhile() {
            String id = id(subscribed(receiver));
            does(id, "pauses");
            String candidate = office.candidate();
            assertThat(receiver.calls()).isEmpty();

            does(id, "resumptions");

            assertThat(subjects(calls(receiver, 1))).containsExactly(candidate);
        }

        @Test
        void isToldAgainFromWhereItWants() {
            long before = sql().head();
            String id = id(subscribed(receiver));
            office.candidate();
            office.candidate();
            List<Call> first = calls(receiver, 2);

            does(id, "replays?after=" + before);

            List<Call> again = calls(receiver, 4).subList(2, 4);
            assertThat(again)
                    .extracting(Call::id)
                    .containsExactlyInAnyOrder(first.get(0).id(), first.get(1).id());
            assertThat(again)
                    .extracting(Call::body)
                    .containsExactlyInAnyOrder(first.get(0).body(), first.get(1).body());
        }

        @Test
        void isSeenByOperatorsAsFarAsItIsToldAndNoFurther() {
            receiver.answers(500);
            String id = id(subscribed(receiver));
            office.candidate();
            Client operator = client.as("beheerder; role=OPERATOR; regions=AM01");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(operator.get("/v1/subscriptions/" + id)
                                    .json()
                                    .path("parked")
                                    .asInt())
                            .isEqualTo(1));
            assertThat(operator.get("/v1/subscriptions/" + id)
                            .json()
                            .path("failingSince")
                            .isNull())
                    .isFalse();
            assertThat(operator.get("/v1/subscriptions/" + id + "/deliveries").status())
                    .isEqualTo(200);
            assertThat(operator.get("/v1/subscriptions/" + id + "/dead-letters").status())
                    .isEqualTo(200);
            assertThat(operator.post("/v1/subscriptions/" + id + "/dead-letters/resendings", "")
                            .status())
                    .isEqualTo(403);
            Client stranger = client.as("vreemde; role=INTEGRATOR; regions=" + REGION);
            for (String what : List.of("deliveries", "dead-letters")) {
                assertThat(stranger.get("/v1/subscriptions/" + id + "/" + what).body())
                        .isEqualTo(stranger.get("/v1/subscriptions/" + UUID.randomUUID() + "/" + what)
                                .body());
            }
        }
    }

    /** Two query nodes on one database. */
    @Nested
    class TwoNodes {

        @Autowired
        private ApplicationContext first;

        private List<String> holders(List<String> ids) {
            return sql().as(Sql.SUPERUSER)
                    .sql(
                            "select coalesce(lease_owner, 'nobody') from query.webhook_subscription where cast(id as text) in (:ids)")
                    .param("ids", ids)
                    .query(String.class)
                    .list();
        }

        @Test
        void shareWhomTheyTellAndLoseNothingWhenOneComesOrGoes() {
            List<Receiver> all =
                    Stream.generate(WebhooksOverHttpTest.this::open).limit(4).toList();
            List<String> ids = all.stream().map(one -> id(subscribed(one))).toList();
            List<String> candidates = new ArrayList<>();
            candidates.add(office.candidate());
            try (SecondNode second = SecondNode.beside(first, "second")) {
                candidates.add(office.candidate());
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(holders(ids))
                                .doesNotContain("nobody")
                                .filteredOn(second.name()::equals)
                                .hasSize(2));
                candidates.add(office.candidate());
                all.forEach(one -> calls(one, 3));
            }
            candidates.add(office.candidate());

            all.forEach(one -> {
                calls(one, 4);
                assertThat(subjects(one.calls()).stream().distinct()).containsExactlyInAnyOrderElementsOf(candidates);
            });
            assertThat(holders(ids)).doesNotContain("second");
        }

        @Test
        void takeOverFromOneThatIsGone() {
            String id = id(subscribed(receiver));
            office.candidate();
            calls(receiver, 1);
            sql().as(Sql.SUPERUSER).sql("""
                            update query.webhook_subscription set lease_owner = 'gone', lease_until = now() + interval '4 seconds'
                             where cast(id as text) = :id""").param("id", id).update();
            String candidate = office.candidate();

            await().atMost(PATIENCE).until(() -> subjects(receiver.calls()).contains(candidate));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(holders(List.of(id))).doesNotContain("gone"));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(state(id).path("behind").asLong()).isZero());
        }
    }
}
