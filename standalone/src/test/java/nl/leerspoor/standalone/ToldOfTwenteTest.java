package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.published.Published;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.events.published.PublishedType;
import nl.leerspoor.events.published.Publishing;
import nl.leerspoor.platform.eventstore.EventTail;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What of the Twente pilot is told outside, event by event. */
class ToldOfTwenteTest extends TwentePilot {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getDraft202012());

    @Autowired
    private EventTail tail;

    private List<Published> told() throws InterruptedException {
        List<Published> told = new ArrayList<>();
        long head = sql.head();
        try (BlockingStream<TrackedEventMessage<?>> stream = tail.openStream(null)) {
            for (long position = 0; position < head; ) {
                assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS))
                        .as("the tail goes on after " + position)
                        .isTrue();
                TrackedEventMessage<?> event = stream.nextAvailable();
                position = event.trackingToken().position().orElseThrow();
                told.addAll(Publishing.of((Event) event.getPayload()));
            }
        }
        return told;
    }

    @Test
    void isWhatTheSchemasAllow() throws InterruptedException {
        Map<PublishedType, Schema> schemas = new HashMap<>();
        List<String> refused = new ArrayList<>();
        for (Published data : told()) {
            PublishedType type = PublishedCatalogue.of(data);
            Schema schema = schemas.computeIfAbsent(type, t -> SCHEMAS.getSchema(t.schema(), InputFormat.JSON));
            schema.validate(
                            JSON.writeValueAsString(data),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .forEach(error -> refused.add(type.name() + ": " + error));
        }

        assertThat(refused).isEmpty();
        assertThat(schemas).hasSizeGreaterThan(50);
    }

    @Test
    void saysNothingOfWhoAnybodyIs() throws InterruptedException {
        assertThat(told())
                .hasSizeGreaterThan(1_000)
                .extracting(JSON::writeValueAsString)
                .allSatisfy(message -> assertThat(message)
                        .doesNotContainIgnoringCase("test")
                        .doesNotContain("Voorbeeld", "K00", "LB0"));
    }
}
