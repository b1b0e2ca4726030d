package nl.leerspoor.query.stream.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.events.published.PublishedType;
import nl.leerspoor.query.stream.Message;
import nl.leerspoor.query.stream.kafka.KafkaProperties.Mode;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes messages for Kafka of published ones, by the Kafka protocol binding of CloudEvents. What is about the same kind of
 * thing has a topic; what is about the same thing has a key, so that it stays in order.
 */
final class KafkaMessages {

    private static final String CONTENT_TYPE = "content-type";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String prefix;
    private final Mode mode;

    KafkaMessages(String prefix, Mode mode) {
        this.prefix = prefix;
        this.mode = mode;
    }

    /** The names of all topics. */
    Stream<String> topics() {
        return PublishedCatalogue.all().stream().map(this::topic).distinct();
    }

    ProducerRecord<String, byte[]> of(Message message) {
        String topic = topic(PublishedCatalogue.named(message.type()));
        String key = message.subject().toString();
        return switch (mode) {
            case STRUCTURED ->
                new ProducerRecord<>(
                        topic,
                        null,
                        key,
                        message.bytes(),
                        List.of(header(CONTENT_TYPE, "application/cloudevents+json; charset=UTF-8")));
            case BINARY -> {
                JsonNode event = JSON.readTree(message.bytes());
                yield new ProducerRecord<>(
                        topic, null, key, JSON.writeValueAsBytes(event.path("data")), attributes(event));
            }
        };
    }

    private String topic(PublishedType type) {
        return prefix + PublishedType.topic(type.collection());
    }

    private static List<Header> attributes(JsonNode event) {
        List<Header> headers = new ArrayList<>();
        event.properties().forEach(attribute -> {
            String value = attribute.getValue().asString("");
            switch (attribute.getKey()) {
                case "data" -> {
                    // is the value
                }
                case "datacontenttype" -> headers.add(header(CONTENT_TYPE, value));
                default -> headers.add(header("ce_" + attribute.getKey(), value));
            }
        });
        return headers;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
