package nl.leerspoor.events.published;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the JSON Schema (2020-12) of a published type out of its record. A receiver must take members that it doesn't
 * know, since a version may get more of them: hence {@code additionalProperties} is true.
 */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schemas() {}

    /** The schema of a type; its {@code $id} is relative to the address of the installation that sends it. */
    static ObjectNode of(PublishedType type) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "/v1/event-types/" + type.name() + "/schema");
        schema.put("title", type.title());
        schema.put("description", type.description() + " " + type.duty().dutch());
        schema.put("$comment", type.english() + ". " + type.duty().english());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : type.data().getRecordComponents()) {
            properties.set(component.getName(), of(component));
            if (!component.isAnnotationPresent(IfKnown.class)) {
                required.add(component.getName());
            }
        }
        schema.put("additionalProperties", true);
        schema.putArray("examples")
                .add(Kept.JSON.<ObjectNode>valueToTree(Examples.data().get(type)));
        return schema;
    }

    private static ObjectNode of(RecordComponent component) {
        Words.Word word = Words.of(component.getName());
        ObjectNode schema = of(component.getGenericType(), word);
        schema.put("description", word.dutch());
        return schema;
    }

    private static ObjectNode of(Type type, Words.Word word) {
        if (type instanceof ParameterizedType many && many.getRawType() == List.class) {
            ObjectNode list = JSON.objectNode().put("type", "array");
            list.set("items", of(many.getActualTypeArguments()[0], word));
            return list;
        }
        ObjectNode schema = JSON.objectNode().put("type", jsonType(type));
        if (type == UUID.class) {
            schema.put("format", "uuid");
        } else if (type == LocalDate.class) {
            schema.put("format", "date");
        } else if (!word.codes().isEmpty()) {
            ArrayNode codes = schema.putArray("enum");
            word.codes().forEach(codes::add);
        } else {
            word.pattern().ifPresent(pattern -> schema.put("pattern", pattern));
        }
        return schema;
    }

    private static String jsonType(Type type) {
        if (Arrays.asList(String.class, UUID.class, LocalDate.class).contains(type)) {
            return "string";
        }
        if (Arrays.asList(int.class, Integer.class).contains(type)) {
            return "integer";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        throw new IllegalArgumentException("No published value is of the type " + type);
    }
}
