package nl.leerspoor.query.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.platform.operation.NodeName;
import nl.leerspoor.query.stream.Feed;
import nl.leerspoor.query.stream.Message;
import nl.leerspoor.query.stream.Selection;
import nl.leerspoor.query.stream.kafka.KafkaProperties.Mode;
import nl.leerspoor.standalone.TwentePilot;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Twente pilot on Kafka: a consumer of Kafka alone gets all of it, whatever falls over on the way. */
class KafkaTest extends TwentePilot {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private static Broker broker;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Feed feed;

    @Autowired
    @Qualifier("projectorJdbc")
    private JdbcClient jdbc;

    @Value("${leerspoor.database.url}")
    private String databaseUrl;

    private List<Message> told;

    @BeforeAll
    static void aBroker() throws IOException {
        broker = new Broker(folder);
    }

    @AfterAll
    static void noBroker() {
        broker.close();
    }

    @BeforeEach
    void whatTheFeedHas() throws InterruptedException {
        var reader = feed.reader(0, new Selection(PublishedCatalogue.types(), Set.of("AM05"), Optional.empty()));
        told = new ArrayList<>();
        while (reader.position() < feed.now()) {
            reader.next(1_000, Duration.ZERO).forEach(item -> told.add(item.message()));
        }
        assertThat(told).hasSizeGreaterThan(1_000);
    }

    private static KafkaProperties properties(String prefix, Mode mode) {
        return new KafkaProperties(
                List.of(broker.address()),
                mode,
                prefix,
                true,
                3,
                Duration.ofMinutes(1),
                // a broker that comes back is found at once
                Map.of("reconnect.backoff.max.ms", "100"));
    }

    private KafkaPublisher publisher(KafkaProperties properties) {
        var config = new KafkaConfig();
        return config.kafkaPublisher(feed, config.kafkaPlace(jdbc, properties), properties);
    }

    private JdbcClient superuser() {
        return JdbcClient.create(new DriverManagerDataSource(databaseUrl, "postgres", ""));
    }

    private void during(KafkaPublisher publisher, Runnable work) {
        publisher.start();
        try {
            work.run();
        } finally {
            publisher.stop();
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static String id(ConsumerRecord<String, byte[]> message) {
        return headers(message).getOrDefault("ce_id", "");
    }

    /** The first coming of each message, by key, in the order in which it came. */
    private static Map<String, List<String>> firstComings(List<ConsumerRecord<String, byte[]>> received) {
        Set<String> seen = new HashSet<>();
        return received.stream()
                .filter(message -> seen.add(id(message)))
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key, TreeMap::new, Collectors.mapping(KafkaTest::id, Collectors.toList())));
    }

    private Map<String, List<String>> bySubject() {
        return told.stream()
                .collect(Collectors.groupingBy(
                        message -> message.subject().toString(),
                        TreeMap::new,
                        Collectors.mapping(message -> message.id().toString(), Collectors.toList())));
    }

    @Nested
    class InBinaryMode {

        @Test
        void twenteIsReceivedWholeAndInOrderForEachThing() {
            during(publisher(properties("binary.", Mode.BINARY)), () -> {
                List<ConsumerRecord<String, byte[]>> received = broker.receive("binary.", told.size());

                assertThat(received).hasSameSizeAs(told);
                assertThat(firstComings(received)).isEqualTo(bySubject());
                Map<String, Message> byId = told.stream()
                        .collect(Collectors.toMap(message -> message.id().toString(), Function.identity()));
                assertThat(received).allSatisfy(message -> {
                    JsonNode event = JSON.readTree(byId.get(id(message)).bytes());
                    Map<String, String> attributes = new TreeMap<>();
                    event.properties().forEach(attribute -> {
                        switch (attribute.getKey()) {
                            case "data" ->
                                assertThat(JSON.readTree(message.value())).isEqualTo(attribute.getValue());
                            case "datacontenttype" ->
                                attributes.put(
                                        "content-type", attribute.getValue().asString());
                            default ->
                                attributes.put(
                                        "ce_" + attribute.getKey(),
                                        attribute.getValue().asString());
                        }
                    });
                    assertThat(headers(message)).isEqualTo(attributes);
                    assertThat(message.topic())
                            .isEqualTo("binary." + event.path("type").asString().split("\\.")[2] + ".v1");
                });
            });
        }
    }

    @Nested
    class InStructuredMode {

        @Test
        void aMessageHasTheBytesOfEveryChannel() {
            during(publisher(properties("structured.", Mode.STRUCTURED)), () -> {
                List<ConsumerRecord<String, byte[]>> received = broker.receive("structured.", told.size());

                Map<String, byte[]> byId = told.stream()
                        .collect(Collectors.toMap(message -> message.id().toString(), Message::bytes));
                assertThat(received).hasSameSizeAs(told).allSatisfy(message -> {
                    assertThat(headers(message))
                            .isEqualTo(Map.of("content-type", "application/cloudevents+json; charset=UTF-8"));
                    JsonNode event = JSON.readTree(message.value());
                    assertThat(Arrays.equals(
                                    message.value(), byId.get(event.path("id").asString())))
                            .isTrue();
                    assertThat(message.key()).isEqualTo(event.path("subject").asString());
                });
            });
        }
    }

    @Nested
    class WhenSomethingFallsOver {

        /** As one that dies after the broker has a page, and before that is written down. */
        @Test
        void betweenSendingAndWritingDownItIsSentAgainAndNothingIsMissing() {
            superuser().sql("create sequence query.falls_over").update();
            superuser()
                    .sql("grant usage on sequence query.falls_over to leerspoor_projector")
                    .update();
            superuser().sql("""
                    create function query.fall_over() returns trigger language plpgsql as $$
                    begin
                        if new.topic_prefix = 'crash.' and new.position > old.position
                           and nextval('query.falls_over') = 2 then
                            raise exception 'fell over';
                        end if;
                        return new;
                    end $$""").update();
            superuser()
                    .sql("create trigger fall_over before update on query.kafka_place for each row"
                            + " execute function query.fall_over()")
                    .update();
            try {
                during(publisher(properties("crash.", Mode.BINARY)), () -> {
                    var place = new KafkaPlace(jdbc, "crash.");
                    await().until(() ->
                            place.progress().position() > 0 && place.progress().behind() == 0);
                    List<ConsumerRecord<String, byte[]>> received = broker.receive("crash.", broker.count("crash."));

                    assertThat(firstComings(received)).isEqualTo(bySubject());
                    assertThat(received).hasSizeGreaterThan(told.size());
                });
            } finally {
                superuser().sql("drop trigger fall_over on query.kafka_place").update();
                superuser().sql("drop function query.fall_over()").update();
                superuser().sql("drop sequence query.falls_over").update();
            }
        }

        @Test
        void theBrokerNothingIsMissingOnceItIsBack() {
            var publisher = publisher(properties("away.", Mode.BINARY));
            broker.stop();
            try {
                publisher.start();
                await().until(() ->
                        new KafkaPlace(jdbc, "away.").progress().node().isPresent());
                assertThat(new KafkaPlace(jdbc, "away.").progress().position()).isZero();
            } finally {
                broker.start();
            }
            try {
                List<ConsumerRecord<String, byte[]>> received = broker.receive("away.", told.size());

                assertThat(firstComings(received)).isEqualTo(bySubject());
            } finally {
                publisher.stop();
            }
        }
    }

    @Nested
    class OneNode {

        private KafkaPlace place(String prefix, String node, String until) {
            superuser()
                    .sql("insert into query.kafka_place values ('" + prefix + "', 7, '" + node + "', " + until + ")")
                    .update();
            return new KafkaPlace(jdbc, prefix);
        }

        @Test
        void bringsEventsUntilAnotherIsMissed() {
            assertThat(place("busy.", "other", "now() + interval '1 hour'").claim())
                    .isEmpty();
            assertThat(place("gone.", "other", "now() - interval '1 second'").claim())
                    .hasValue(7);
        }

        @Test
        void writesNothingDownOnceAnotherHasTakenOver() {
            KafkaPlace place = place("lost.", NodeName.VALUE, "now() - interval '1 second'");
            assertThat(place.move(7, 8)).isTrue();
            superuser()
                    .sql("update query.kafka_place set node = 'other' where topic_prefix = 'lost.'")
                    .update();

            assertThat(place.move(8, 9)).isFalse();
            assertThat(place.progress().position()).isEqualTo(8);
        }
    }

    @Nested
    class Operators {

        @Test
        void seeHowFarItIsBehind() {
            var metrics = new SimpleMeterRegistry();
            var place = new KafkaPlace(jdbc, "never.");
            try (var watch = new KafkaWatch(
                    place, publisher(properties("never.", Mode.BINARY)), Duration.ofMillis(1), metrics)) {
                await().until(() ->
                        metrics.get("leerspoor.kafka.lag.positions").gauge().value() > 1_000);

                assertThat(watch.health().getStatus()).isEqualTo(new Status("DEGRADED"));
                assertThat(watch.health().getDetails().get("reasons").toString())
                        .contains("behind the store");
                assertThat(metrics.get("leerspoor.kafka.lag").gauge().value()).isPositive();
            }
        }

        @Test
        void setWhatTheyLikeButNotWhatOrderAndCompletenessRestOn() {
            Map<String, Object> settings = KafkaConfig.producer(new KafkaProperties(
                    List.of("a:1", "b:2"),
                    Mode.BINARY,
                    "x.",
                    true,
                    6,
                    Duration.ofMinutes(1),
                    Map.of("security.protocol", "SASL_SSL", "acks", "0", "enable.idempotence", "false")));

            assertThat(settings)
                    .containsEntry("security.protocol", "SASL_SSL")
                    .containsEntry("bootstrap.servers", "a:1,b:2")
                    .containsEntry("acks", "all")
                    .containsEntry("enable.idempotence", true);
        }

        @Test
        void whoSetNoBrokerHaveNothingOfIt() {
            assertThat(program.getBeanNamesForType(KafkaPublisher.class)).isEmpty();
            assertThat(program.getBeanNamesForType(KafkaWatch.class)).isEmpty();
            assertThat(program.containsBean("kafka")).isFalse();
        }
    }
}
