package nl.leerspoor.query.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.published.Published;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.events.published.Publishing;
import nl.leerspoor.platform.eventstore.Recorded;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes CloudEvents 1.0 of events, by the NL GOV profile: {@code time} is when the event was recorded, {@code sequence}
 * its position in twenty digits, so that they sort as they were committed. An event that is private makes none.
 */
@Component
class CloudEvents {

    private final String source;
    private final String url;
    private final ObjectWriter data;
    private final JsonMapper json;

    /**
     * Names this installation in every CloudEvent.
     *
     * @param source a URN with the OIN of who runs it, never an address
     * @param url    the address under which clients know it; the schemas of the types lie below
     */
    CloudEvents(
            @Value("${leerspoor.events.source}") String source,
            @Value("${leerspoor.public-url}") String url,
            JsonMapper json) {
        this.source = source;
        this.url = url;
        // what there is nothing to say of is left out
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        this.data = this.json.writer();
    }

    /** What is published of an event, in each version of its type, the oldest first; none of what is private. */
    List<Message> of(Recorded<Event> event) {
        return Publishing.of(event.fact().event()).stream()
                .map(published -> message(event, published))
                .toList();
    }

    private Message message(Recorded<Event> recorded, Published published) {
        UUID id = recorded.fact().id();
        String type = PublishedCatalogue.of(published).name();
        var bytes = new ByteArrayOutputStream(768);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("specversion", "1.0");
            out.writeStringProperty("id", id.toString());
            out.writeStringProperty("source", source);
            out.writeStringProperty("type", type);
            out.writeStringProperty("subject", published.subject().toString());
            out.writeStringProperty("time", recorded.fact().recordedAt().toString());
            out.writeStringProperty("datacontenttype", "application/json");
            out.writeStringProperty("dataschema", url + "/v1/event-types/" + type + "/schema");
            out.writeStringProperty("sequence", "%020d".formatted(recorded.position()));
            out.writeName("data");
            data.writeValue(out, published);
            out.writeEndObject();
        }
        return new Message(
                recorded.position(),
                id,
                recorded.fact().recordedAt(),
                type,
                published.region(),
                published.subject(),
                bytes.toByteArray());
    }
}
