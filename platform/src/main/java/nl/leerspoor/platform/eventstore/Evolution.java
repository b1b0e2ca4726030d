package nl.leerspoor.platform.eventstore;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.leerspoor.events.evolution.Step;
import nl.leerspoor.events.evolution.Steps;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has every reader see every event in its present revision. An event of an older one takes all its steps at once, and
 * only when somebody asks for its payload. A name or revision that is unknown here passes as it is; the serializer
 * refuses it.
 */
public final class Evolution implements EventUpcaster {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Steps steps;

    /** The evolution of the catalogue. */
    public Evolution() {
        this.steps = Steps.ofTheCatalogue();
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return events.map(this::inPresentRevision);
    }

    private IntermediateEventRepresentation inPresentRevision(IntermediateEventRepresentation event) {
        SerializedType stored = event.getType();
        List<Step> path = steps.from(stored.getName(), stored.getRevision());
        if (path.isEmpty()) {
            return event;
        }
        String present = String.valueOf(path.getLast().from() + 1);
        return event.upcastPayload(
                new SimpleSerializedType(stored.getName(), present), byte[].class, payload -> taken(path, payload));
    }

    private static byte[] taken(List<Step> path, byte[] stored) {
        Map<String, Object> members = JSON.readValue(stored, MEMBERS);
        for (Step step : path) {
            members = step.change().apply(members);
        }
        return JSON.writeValueAsBytes(members);
    }
}
