package nl.leerspoor.query.proof.dossier;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.PersonalData;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schemas (draft 2020-12) of payloads as they are stored, made of the records of the events: personal data are
 * sealed there. Records are of the present revision, so an earlier one has no schema.
 */
final class PayloadSchemas {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PayloadSchemas() {}

    /** The schema of an event as it was stored, if it was in the present revision. */
    static Optional<byte[]> of(String name, String revision) {
        Class<?> type = Catalogue.typeOf(name);
        if (!String.valueOf(Catalogue.revisionOf(type)).equals(revision)) {
            return Optional.empty();
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:leerspoor:event:" + name + ":" + revision);
        schema.put("title", name);
        schema.putAll(object(type));
        return Optional.of(
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> object(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Map<String, Object> value =
                    component.isAnnotationPresent(PersonalData.class) ? sealed() : value(component.getGenericType());
            properties.put(component.getName(), component.getType().isPrimitive() ? value : orNull(value));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", List.copyOf(properties.keySet()));
        return object;
    }

    /** A value under the key of a person. */
    private static Map<String, Object> sealed() {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("type", "object");
        envelope.put("description", "sealed: s is the person, k their key, c the ciphertext");
        envelope.put(
                "properties",
                Map.of(
                        "pd", Map.of("const", 1),
                        "s", Map.of("type", "string", "format", "uuid"),
                        "k", Map.of("type", "integer", "minimum", 0),
                        "c", Map.of("type", "string", "contentEncoding", "base64")));
        envelope.put("required", List.of("pd", "s", "k", "c"));
        return envelope;
    }

    private static Map<String, Object> value(Type type) {
        return switch (type) {
            case ParameterizedType list -> {
                Map<String, Object> array = new LinkedHashMap<>();
                array.put("type", "array");
                array.put("items", value(list.getActualTypeArguments()[0]));
                yield array;
            }
            case Class<?> simple when simple.isRecord() -> object(simple);
            case Class<?> simple when simple.isEnum() -> constants(simple);
            case Class<?> simple -> new LinkedHashMap<>(simple(simple));
            default -> throw new IllegalStateException("No event has a component of type " + type);
        };
    }

    private static Map<String, Object> constants(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        constants.put("type", "string");
        constants.put(
                "enum",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList());
        return constants;
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == UUID.class) {
            return Map.of("type", "string", "format", "uuid");
        } else if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        } else if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        } else if (type == String.class) {
            return Map.of("type", "string");
        } else if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        } else if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return Map.of("type", "number");
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Map.of("type", "integer");
        }
        throw new IllegalStateException("No event has a component of type " + type);
    }

    /** What is not there is stored as null. */
    private static Map<String, Object> orNull(Map<String, Object> value) {
        Map<String, Object> either = new LinkedHashMap<>(value);
        if (value.get("enum") instanceof List<?> constants) {
            List<Object> more = new ArrayList<>(constants);
            more.add(null);
            either.put("enum", more);
        }
        either.put("type", List.of(value.get("type"), "null"));
        return either;
    }
}
