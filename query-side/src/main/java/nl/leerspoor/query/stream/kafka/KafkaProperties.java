package nl.leerspoor.query.stream.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where published events go on Kafka, and how.
 *
 * @param bootstrapServers the brokers, as {@code host:port}; without them nothing is sent
 * @param mode             how a CloudEvent becomes a message (CloudEvents Kafka protocol binding 1.0, 3)
 * @param topicPrefix      what the names of topics begin with; the place in the events is kept by it, so another prefix
 *                         begins anew
 * @param createTopics     whether topics that aren't there are made
 * @param partitions       of a topic that is made; for the order it is better never to change them
 * @param lagDegraded      how long an event may wait before somebody should look
 * @param client           further settings of the producer as Kafka names them, such as those of TLS and SASL; those on which
 *                         order and completeness rest can't be set
 */
@ConfigurationProperties("leerspoor.kafka")
record KafkaProperties(
        List<String> bootstrapServers,
        @DefaultValue("BINARY") Mode mode,
        String topicPrefix,
        @DefaultValue("true") boolean createTopics,
        @DefaultValue("6") int partitions,
        @DefaultValue("1m") Duration lagDegraded,
        @DefaultValue Map<String, String> client) {

    /** How a CloudEvent becomes a message. */
    enum Mode {
        /** Its data are the value, the rest are headers. */
        BINARY,
        /** The whole of it is the value, in the bytes that every channel has. */
        STRUCTURED
    }

    KafkaProperties {
        if (!topicPrefix.matches("[A-Za-z0-9._-]{0,100}")) {
            throw new IllegalArgumentException("leerspoor.kafka.topic-prefix can't begin the name of a topic");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("leerspoor.kafka.partitions is 1 or more");
        }
    }
}
