package nl.leerspoor.platform.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.platform.eventstore.PersonalComponents.Component;
import nl.leerspoor.platform.personaldata.Envelope;
import nl.leerspoor.platform.personaldata.Opened;
import nl.leerspoor.platform.personaldata.PersonOpening;
import nl.leerspoor.platform.personaldata.PersonOpening.Opener;
import nl.leerspoor.platform.personaldata.PersonSealing;
import nl.leerspoor.platform.personaldata.PersonSealing.Sealer;
import nl.leerspoor.platform.personaldata.Place;
import nl.leerspoor.platform.personaldata.SealBroken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores the personal data of events sealed, and reads them back whole, or as erased, or leaves them sealed for those who
 * have no need of them. Everything else of an event stands in its JSON as ever, so that what is not personal can be read
 * without any key.
 */
abstract class SealingSerializer extends Jackson3Serializer {

    /** What becomes of personal data in reading. */
    sealed interface Reading {

        /** They are opened. */
        record Opening(PersonOpening with) implements Reading {}

        /** They are left as they are, and no key is asked for. */
        record LeavingSealed() implements Reading {}

        /** There are none: an event that has any can't be read. */
        record Nothing() implements Reading {}
    }

    private final Reading reading;
    private final Optional<PersonSealing> sealing;

    /** @param sealing empty where nothing personal is ever written */
    SealingSerializer(Reading reading, Optional<PersonSealing> sealing) {
        // an event that passes through a tree keeps its numbers as they are
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)));
        this.reading = reading;
        this.sealing = sealing;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        PersonalComponents components =
                object == null ? PersonalComponents.of(Void.class) : PersonalComponents.of(object.getClass());
        if (components.isEmpty()) {
            return super.serialize(object, representation);
        }
        // by way of its JSON: a tree that is made of an object strips zeros from numbers
        ObjectNode event =
                (ObjectNode) getObjectMapper().readTree(getObjectMapper().writeValueAsBytes(object));
        String name = typeForClass(object.getClass()).getName();
        seal(event, name, components);
        byte[] stored = getObjectMapper().writeValueAsBytes(event);
        return new SimpleSerializedObject<>(
                getConverter().convert(stored, representation), representation, typeForClass(object.getClass()));
    }

    @Override
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Class<?> type = classForType(stored.getType());
        PersonalComponents components = PersonalComponents.of(type);
        if (components.isEmpty()) {
            return super.deserialize(stored);
        }
        ObjectNode event = (ObjectNode) getObjectMapper()
                .readTree(getConverter().convert(stored.getData(), stored.getContentType(), byte[].class));
        open(event, stored.getType().getName(), components);
        return super.deserialize(new SimpleSerializedObject<>(event, JsonNode.class, stored.getType()));
    }

    private void seal(ObjectNode event, String name, PersonalComponents components) {
        UUID person = subject(event, components);
        Sealer sealer = null;
        for (Component component : components.personal()) {
            JsonNode value = event.path(component.name());
            if (!isAbsent(value)) {
                sealer = sealer == null
                        ? sealing.orElseThrow(() -> without(name)).of(person)
                        : sealer;
                Place place = new Place(person, name, component.name());
                event.set(
                        component.name(),
                        sealer.seal(place, getObjectMapper().writeValueAsBytes(value))
                                .json());
            }
        }
    }

    private void open(ObjectNode event, String name, PersonalComponents components) {
        switch (reading) {
            case Reading.Opening by -> open(event, name, components, by.with());
            case Reading.LeavingSealed nobody ->
                components.personal().stream()
                        .filter(component -> !isAbsent(event.path(component.name())))
                        .forEach(component -> event.set(component.name(), unread(component, PersonalData.SEALED)));
            case Reading.Nothing none -> throw without(name);
        }
    }

    private void open(ObjectNode event, String name, PersonalComponents components, PersonOpening opening) {
        UUID person = subject(event, components);
        Opener opener = null;
        for (Component component : components.personal()) {
            JsonNode stored = event.path(component.name());
            if (!isAbsent(stored)) {
                opener = opener == null ? opening.of(person) : opener;
                event.set(component.name(), open(stored, opener, person, name, component));
            }
        }
    }

    private JsonNode open(JsonNode stored, Opener opener, UUID person, String name, Component component) {
        Place place = new Place(person, name, component.name());
        Envelope envelope =
                Envelope.of(stored).orElseThrow(() -> new SealBroken(place, Opened.Cause.NOT_SEALED_FOR_THIS_PERSON));
        return switch (open(envelope, opener, place, component)) {
            case Opened.Value value -> getObjectMapper().readTree(value.bytes());
            case Opened.Erased erased -> unread(component, PersonalData.ERASED);
            case Opened.Fault fault -> throw new SealBroken(place, fault.cause());
        };
    }

    private static JsonNode unread(Component component, String text) {
        return component.type() == String.class
                ? JsonNodeFactory.instance.stringNode(text)
                : JsonNodeFactory.instance.nullNode();
    }

    /** Under the name that it has, and then under those that it had. */
    private static Opened open(Envelope envelope, Opener opener, Place place, Component component) {
        List<Opened> tried = component.names().stream()
                .map(name -> opener.open(new Place(place.person(), place.carrier(), name), envelope))
                .toList();
        return tried.stream().filter(Opened.Value.class::isInstance).findFirst().orElse(tried.getFirst());
    }

    private static UUID subject(ObjectNode event, PersonalComponents components) {
        return UUID.fromString(event.path(components.subject()).asString());
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    private static IllegalStateException without(String name) {
        return new IllegalStateException("'" + name + "' has personal data, and no keys are here");
    }
}
