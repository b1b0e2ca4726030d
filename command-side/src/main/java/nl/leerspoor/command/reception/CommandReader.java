package nl.leerspoor.command.reception;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Ids;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.PlainText;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Text;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a command from JSON, strictly, and says everything that is wrong with it at once: syntax, unknown members, wrong
 * types, missing values, limits, unknown codes, and citizen service numbers. Values are never repeated in an error.
 */
@Component
public class CommandReader {

    /** The member by which a caller gives the id of a new thing. */
    public static final String ID = "id";

    /** Characters of a text that has no limit of its own. */
    public static final int LONGEST_TEXT = 1000;

    /** Elements of a list that has no limit of its own. */
    public static final int LONGEST_LIST = 10_000;

    /** What a text that has no form of its own consists of; the same as {@link PlainText}, without being blank. */
    public static final String PLAIN_TEXT = "^(?=[\\s\\S]*\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]+$";

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
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final JsonMapper sorted = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    CommandReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * What a request holds.
     *
     * @param canonical the same bytes for every way to write the same JSON
     */
    record Read<C extends Command>(C command, byte[] canonical) {}

    /**
     * Reads a command of a type.
     *
     * @param target the id from the path, or null for a command that makes a new thing
     * @throws ProblemException 400 with all errors
     */
    public <C extends Command> C read(Class<C> type, byte[] body, UUID target) {
        return readWithCanonical(type, body, target).command();
    }

    <C extends Command> Read<C> readWithCanonical(Class<C> type, byte[] body, UUID target) {
        ObjectNode tree = tree(body);
        byte[] canonical = canonical(tree);
        List<InputError> errors = new ArrayList<>();
        C command = bind(type, tree, target, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Read<>(command, canonical);
    }

    /**
     * Makes a command of a JSON object, and adds everything that is wrong with it; then the command is of no use.
     *
     * @param target the stream that decides, or null for a command that makes a new thing
     */
    public <C extends Command> C bind(Class<C> type, ObjectNode tree, UUID target, List<InputError> errors) {
        RecordBinder binder = new RecordBinder();
        UUID id = Command.Creation.class.isAssignableFrom(type) ? idOfNew(tree, binder) : target;
        String idComponent = type.getRecordComponents()[0].getName();
        C command = binder.bind(type, tree, "#", Collections.singletonMap(idComponent, id));
        errors.addAll(binder.errors());
        if (command != null) {
            errors.addAll(violations(command, binder.errors()));
        }
        return command;
    }

    private static UUID idOfNew(ObjectNode tree, RecordBinder binder) {
        Object given = tree.has(ID) ? binder.value(UUID.class, null, tree.get(ID), "#/" + ID) : null;
        tree.remove(ID);
        return given == null ? Ids.next() : (UUID) given;
    }

    /**
     * The JSON object that some bytes are.
     *
     * @throws ProblemException 400 when they are none
     */
    public ObjectNode tree(byte[] body) {
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw ProblemException.invalid(List.of(InputFault.NOT_JSON.at("#", place(e))));
        }
        throw ProblemException.invalid(List.of(InputFault.NOT_AN_OBJECT.at("#")));
    }

    /** The same bytes for every way to write the same JSON. */
    public byte[] canonical(ObjectNode tree) {
        return sorted.writeValueAsBytes(sorted.treeToValue(tree, Object.class));
    }

    /** The library's own message would repeat the text that it could not read. */
    private static Text place(JacksonException e) {
        if (e.getLocation() == null) {
            return InputFault.NOT_JSON.text();
        }
        int line = e.getLocation().getLineNr();
        int column = e.getLocation().getColumnNr();
        return new Text(
                "Geen geldige JSON, of een veld dat twee keer voorkomt, bij regel " + line + ", kolom " + column + ".",
                "No valid JSON, or a field that occurs twice, near line " + line + ", column " + column + ".");
    }

    /** What the limits of the command forbid, at places that are not at fault already. */
    private List<InputError> violations(Command command, List<InputError> before) {
        Set<String> reported = before.stream().map(InputError::pointer).collect(Collectors.toSet());
        List<InputError> errors = new ArrayList<>();
        validator.validate(command).stream()
                .map(Constraints::error)
                .filter(error -> reported.stream().noneMatch(place -> covers(place, error.pointer())))
                .sorted(Comparator.comparing(InputError::pointer))
                .filter(error ->
                        errors.stream().noneMatch(other -> other.pointer().equals(error.pointer())))
                .forEach(errors::add);
        return errors;
    }

    private static boolean covers(String reported, String pointer) {
        return pointer.equals(reported) || pointer.startsWith(reported + "/") && !reported.equals("#");
    }
}
