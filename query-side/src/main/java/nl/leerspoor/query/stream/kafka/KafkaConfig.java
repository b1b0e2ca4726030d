package nl.leerspoor.query.stream.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leerspoor.query.stream.Feed;
import nl.leerspoor.query.stream.Receivers;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way to Kafka, where there is a broker. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${leerspoor.kafka.bootstrap-servers:}'.isBlank()")
@EnableConfigurationProperties(KafkaProperties.class)
class KafkaConfig {

    @Bean
    @DependsOn("queryFlyway")
    KafkaPlace kafkaPlace(@Qualifier("projectorJdbc") JdbcClient jdbc, KafkaProperties properties) {
        return new KafkaPlace(jdbc, properties.topicPrefix());
    }

    @Bean
    KafkaPublisher kafkaPublisher(Feed feed, KafkaPlace place, KafkaProperties properties) {
        return new KafkaPublisher(
                feed,
                place,
                new KafkaMessages(properties.topicPrefix(), properties.mode()),
                () -> new KafkaProducer<>(producer(properties)),
                properties.createTopics() ? () -> Admin.create(client(properties)) : null,
                properties.partitions());
    }

    @Bean("kafka")
    KafkaWatch kafkaWatch(
            KafkaPlace place, KafkaPublisher publisher, KafkaProperties properties, MeterRegistry metrics) {
        return new KafkaWatch(place, publisher, properties.lagDegraded(), metrics);
    }

    @Bean
    Receivers kafkaReceivers(KafkaPlace place, KafkaPublisher publisher, KafkaProperties properties) {
        return () -> List.of(place.progress().receiver(properties.topicPrefix(), publisher.trouble()));
    }

    /** Order and completeness rest on these, so they come last. */
    static Map<String, Object> producer(KafkaProperties properties) {
        Map<String, Object> settings = client(properties);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // a partition whose leader is only just there refuses one batch and takes the next, and then never the first
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        // who gives up on one message would send the next before it
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return settings;
    }

    private static Map<String, Object> client(KafkaProperties properties) {
        Map<String, Object> settings = new HashMap<>(properties.client());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", properties.bootstrapServers()));
        settings.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, "leerspoor");
        // Kafka's own reporting to the broker
        settings.putIfAbsent("enable.metrics.push", false);
        return settings;
    }
}
