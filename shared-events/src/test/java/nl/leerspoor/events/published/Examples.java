package nl.leerspoor.events.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Contract;
import nl.leerspoor.events.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of the examples of the internal events, each as the CloudEvent that a receiver would get. */
final class Examples {

    static final String ADDRESS = "https://leerspoor.example.org";

    private static final String SOURCE = "urn:nld:oin:00000000000000000000:systeem:leerspoor";

    private Examples() {}

    /** The internal events that there are examples of, by name. */
    static Map<String, Event> events() {
        Map<String, Event> events = new LinkedHashMap<>();
        Contract.current()
                .forEach(entry -> events.put(
                        entry.name(), Kept.JSON.readValue(Contract.example(entry), Catalogue.typeOf(entry.name()))));
        return events;
    }

    /** The data of every type. */
    static Map<PublishedType, Published> data() {
        Map<PublishedType, Published> data = new LinkedHashMap<>();
        events().values().stream()
                .flatMap(event -> Publishing.of(event).stream())
                .forEach(published -> data.put(PublishedCatalogue.of(published), published));
        return data;
    }

    /** The CloudEvent of every type. */
    static Map<PublishedType, ObjectNode> cloudEvents() {
        JsonNode metadata = Kept.JSON.readTree(Contract.metadata());
        List<String> positions = new ArrayList<>(Catalogue.names());
        Map<PublishedType, ObjectNode> all = new LinkedHashMap<>();
        data().forEach((type, data) -> {
            int position = 1 + positions.indexOf(type.event());
            ObjectNode event = Kept.JSON.createObjectNode();
            event.put("specversion", "1.0");
            event.put("id", "01710fc0-0004-7004-8000-%012d".formatted(position));
            event.put("source", SOURCE);
            event.put("type", type.name());
            event.put("subject", data.subject().toString());
            event.put("time", metadata.path("recordedAt").asString());
            event.put("datacontenttype", "application/json");
            event.put("dataschema", ADDRESS + "/v1/event-types/" + type.name() + "/schema");
            event.put("sequence", "%020d".formatted(position));
            event.set("data", Kept.JSON.valueToTree(data));
            all.put(type, event);
        });
        return all;
    }
}
