package nl.leerspoor.command.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.reception.CommandReader;
import nl.leerspoor.command.reception.RecordBinder;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads lines that are JSON objects of a {@code command} by its name, the {@code target} that it is about unless it makes
 * a new thing, and its {@code body} as it would be posted by itself.
 */
final class NdjsonReader extends LineReader {

    private static final String COMMAND = "command";
    private static final String TARGET = "target";
    private static final String BODY = "body";
    private static final Set<String> MEMBERS = Set.of(COMMAND, TARGET, BODY);

    private final CommandReader commands;
    private final ImportedCommands known;

    NdjsonReader(CommandReader commands, ImportedCommands known) {
        this.commands = commands;
        this.known = known;
    }

    @Override
    Reading.Asked asked(int number, String text) {
        ObjectNode line = commands.tree(text.getBytes(StandardCharsets.UTF_8));
        RecordBinder values = new RecordBinder();
        List<InputError> errors = new ArrayList<>();
        Optional<Class<? extends Command>> type = type(line, values, errors);
        UUID target = (UUID) values.value(UUID.class, null, line.path(TARGET), "#/" + TARGET);
        type.ifPresent(command -> checkTarget(command, line, errors));
        line.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> errors.add(InputFault.UNKNOWN_FIELD.at(RecordBinder.pointerTo(name, "#"))));
        errors.addAll(values.errors());
        if (!(line.path(BODY) instanceof ObjectNode body)) {
            errors.add((line.has(BODY) ? InputFault.NOT_AN_OBJECT : InputFault.REQUIRED).at("#/" + BODY));
            refuse(errors);
            throw new IllegalStateException("A line without a body is refused");
        }
        byte[] canonical = commands.canonical(body);
        Command command = type.map(known -> bind(known, body, target, errors)).orElse(null);
        refuse(errors);
        return new Reading.Asked(number, command, fingerprint(command.getClass(), target, canonical));
    }

    private Optional<Class<? extends Command>> type(ObjectNode line, RecordBinder values, List<InputError> errors) {
        JsonNode name = line.path(COMMAND);
        if (name.isMissingNode() || name.isNull()) {
            errors.add(InputFault.REQUIRED.at("#/" + COMMAND));
            return Optional.empty();
        }
        Object text = values.value(String.class, null, name, "#/" + COMMAND);
        Optional<Class<? extends Command>> type = text == null ? Optional.empty() : known.named(text.toString());
        if (text != null && type.isEmpty()) {
            errors.add(InputFault.UNKNOWN_COMMAND.at("#/" + COMMAND));
        }
        return type;
    }

    private static void checkTarget(Class<? extends Command> command, ObjectNode line, List<InputError> errors) {
        boolean creation = Command.Creation.class.isAssignableFrom(command);
        if (creation && line.has(TARGET)) {
            errors.add(InputFault.UNKNOWN_FIELD.at("#/" + TARGET));
        } else if (!creation && line.path(TARGET).isMissingNode()
                || line.path(TARGET).isNull()) {
            errors.add(InputFault.REQUIRED.at("#/" + TARGET));
        }
    }

    private Command bind(Class<? extends Command> type, ObjectNode body, UUID target, List<InputError> errors) {
        List<InputError> inBody = new ArrayList<>();
        Command command = commands.bind(type, body, target, inBody);
        inBody.forEach(error -> errors.add(
                new InputError("#/" + BODY + error.pointer().substring(1), null, error.code(), error.detail())));
        return command;
    }
}
