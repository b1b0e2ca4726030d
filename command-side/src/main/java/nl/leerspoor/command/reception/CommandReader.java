package nl.leerspoor.command.reception;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Ids;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.Problem.InputError;
import nl.leerspoor.platform.http.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a command from JSON, strictly, and says everything that is wrong with it at once: syntax, unknown members, wrong
 * types, missing values, limits, unknown codes, and citizen service numbers. Values are never repeated in an error.
 */
@Component
public class CommandReader {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_NUMBER_LENGTH = 100;

    private final Validator validator;
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addHandler(new Collecting())
            .build();

    CommandReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * Reads a command of a type.
     *
     * @param target the id from the path, or null for a command that makes a new thing
     * @throws ProblemException 400 with all errors
     */
    public <C extends Command> C read(Class<C> type, byte[] body, UUID target, Locale locale) {
        ObjectNode tree = tree(body, locale);
        String idComponent = type.getRecordComponents()[0].getName();
        List<InputError> errors = new ArrayList<>();
        if (Command.Creation.class.isAssignableFrom(type)) {
            if (tree.has(idComponent)) {
                errors.add(error("#/" + idComponent, "UNKNOWN_FIELD", locale));
            }
            JsonNode given = tree.remove("id");
            if (given == null) {
                tree.put(idComponent, Ids.next().toString());
            } else {
                tree.set(idComponent, given);
            }
        } else {
            if (tree.has(idComponent)) {
                errors.add(error("#/" + idComponent, "UNKNOWN_FIELD", locale));
            }
            tree.put(idComponent, target.toString());
        }
        C command = bind(type, tree, errors, locale);
        if (command != null) {
            validate(command, errors, locale);
            CitizenServiceNumber.find(command, pointer -> errors.add(error(pointer, "BSN_NOT_ALLOWED", locale)));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(invalid(errors));
        }
        return command;
    }

    private ObjectNode tree(byte[] body, Locale locale) {
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new ProblemException(invalid(List.of(error("#", "NOT_JSON", locale))));
        }
        throw new ProblemException(invalid(List.of(error("#", "NOT_AN_OBJECT", locale))));
    }

    private <C> C bind(Class<C> type, ObjectNode tree, List<InputError> errors, Locale locale) {
        List<Fault> faults = new ArrayList<>();
        try {
            return json.readerFor(type).withAttribute(Collecting.class, faults).readValue(tree);
        } catch (JacksonException e) {
            faults.add(new Fault(pointer(e), "WRONG_TYPE"));
            return null;
        } finally {
            faults.forEach(fault -> errors.add(error(fault.pointer(), fault.code(), locale)));
        }
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder("#");
        e.getPath()
                .forEach(reference -> pointer.append('/')
                        .append(
                                reference.getPropertyName() == null
                                        ? reference.getIndex()
                                        : reference.getPropertyName()));
        return pointer.toString();
    }

    private void validate(Command command, List<InputError> errors, Locale locale) {
        Set<String> reported = new HashSet<>();
        errors.forEach(error -> reported.add(error.pointer()));
        for (ConstraintViolation<Command> violation : validator.validate(command)) {
            String pointer = pointer(violation.getPropertyPath());
            if (reported.add(pointer)) {
                String constraint = violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
                errors.add(
                        new InputError(pointer, null, InputTexts.codeOf(constraint), InputTexts.of(violation, locale)));
            }
        }
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder("#");
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static InputError error(String pointer, String code, Locale locale) {
        return new InputError(pointer, null, code, InputTexts.of(code, locale));
    }

    private static Problem invalid(List<InputError> errors) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "INVALID_INPUT",
                "Het verzoek klopt niet.",
                "The request is not valid.",
                errors,
                java.util.Map.of());
    }

    private record Fault(String pointer, String code) {}

    /** Notes a fault where Jackson would stop at it, and goes on without the value. */
    private static final class Collecting extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> deserializer,
                Object beanOrClass,
                String name) {
            note(context, parser, "UNKNOWN_FIELD");
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String message) {
            note(context, context.getParser(), target == UUID.class ? "INVALID_ID" : "INVALID_VALUE");
            return null;
        }

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message) {
            note(context, parser, "WRONG_TYPE");
            parser.skipChildren();
            return primitive(target.getRawClass());
        }

        private static Object primitive(Class<?> type) {
            if (type == int.class) {
                return 0;
            }
            return type == boolean.class ? Boolean.FALSE : null;
        }

        @SuppressWarnings("unchecked")
        private static void note(DeserializationContext context, JsonParser parser, String code) {
            String path = parser.streamReadContext().pathAsPointer().toString();
            ((List<Fault>) context.getAttribute(Collecting.class)).add(new Fault("#" + path, code));
        }
    }
}
