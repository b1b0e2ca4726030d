package nl.leerspoor.query.stream.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leerspoor.platform.http.CitizenServiceNumber;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request, read member by member. Faults are gathered, and told all at once; no value is repeated. */
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode object;
    private final List<InputError> errors = new ArrayList<>();

    /**
     * @param members those that there may be
     * @throws ProblemException 400 when it is no JSON object
     */
    Body(byte[] bytes, Set<String> members) {
        this.object = object(bytes);
        object.propertyNames().stream()
                .filter(name -> !members.contains(name))
                .forEach(name -> errors.add(InputFault.UNKNOWN_FIELD.at("#")));
    }

    Optional<String> text(String name) {
        return member(name).flatMap(value -> {
            Optional<String> text = value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
            if (text.isEmpty()) {
                errors.add(InputFault.WRONG_TYPE.at("#/" + name));
            } else if (CitizenServiceNumber.isIn(text.get())) {
                errors.add(InputFault.BSN_NOT_ALLOWED.at("#/" + name));
            }
            return text;
        });
    }

    Optional<List<String>> texts(String name) {
        return member(name).flatMap(value -> {
            if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
                errors.add(InputFault.WRONG_TYPE.at("#/" + name));
                return Optional.empty();
            }
            return Optional.of(value.valueStream().map(JsonNode::stringValue).toList());
        });
    }

    Optional<Long> number(String name, long least, long most) {
        return member(name).flatMap(value -> {
            if (!value.isIntegralNumber()) {
                errors.add(InputFault.WRONG_TYPE.at("#/" + name));
                return Optional.empty();
            }
            if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
                errors.add(InputFault.OUT_OF_RANGE.at("#/" + name));
                return Optional.empty();
            }
            return Optional.of(value.longValue());
        });
    }

    boolean isTrue(String name) {
        return member(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        errors.add(InputFault.WRONG_TYPE.at("#/" + name));
                    }
                    return value.asBoolean(false);
                })
                .orElse(false);
    }

    void require(String name) {
        if (member(name).isEmpty()) {
            errors.add(InputFault.REQUIRED.at("#/" + name));
        }
    }

    void refuse(InputError error) {
        errors.add(error);
    }

    /** Ends the request with a problem when something was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** What is null isn't there. */
    private Optional<JsonNode> member(String name) {
        return Optional.of(object.path(name)).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    private static ObjectNode object(byte[] bytes) {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException unreadable) {
            throw ProblemException.invalid(List.of(InputFault.NOT_JSON.at("#")));
        }
        throw ProblemException.invalid(List.of(InputFault.NOT_AN_OBJECT.at("#")));
    }
}
