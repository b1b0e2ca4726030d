package nl.leerspoor.command.imports;

import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.command.candidate.CandidateCommand.RegisterCandidate;
import nl.leerspoor.command.reception.CommandReader;
import nl.leerspoor.command.reception.RecordBinder;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Text;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads rows of candidates (RFC 4180). The header row names the columns as the JSON of the command does, in any order; an
 * empty cell is no value. Semicolons may stand between the cells, as Dutch spreadsheets have it, if the header has them.
 */
final class CsvReader extends LineReader {

    /** The components that a request has: all but the id. */
    private static final List<RecordComponent> COMPONENTS =
            List.of(RegisterCandidate.class.getRecordComponents()).stream()
                    .skip(1)
                    .toList();

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(CommandReader.ID), COMPONENTS.stream().map(RecordComponent::getName))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> YES_OR_NO = COMPONENTS.stream()
            .filter(component -> component.getType() == Boolean.class)
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Text TWICE = new Text("Deze kolom staat er twee keer.", "This column stands here twice.");

    private final CommandReader commands;
    private final char separator;
    private final List<String> columns;

    /**
     * Reads the header row.
     *
     * @throws nl.leerspoor.platform.http.ProblemException with everything that is wrong with it
     */
    CsvReader(CommandReader commands, String header) {
        this.commands = commands;
        this.separator = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
        this.columns = CsvRow.cells(header, separator);
        refuse(faults(columns));
    }

    @Override
    Reading.Asked asked(int line, String text) {
        List<String> cells = CsvRow.cells(text, separator);
        if (cells.size() != columns.size()) {
            refuse(List.of(InputFault.WRONG_SIZE.at(
                    "#",
                    new Text(
                            "Deze rij heeft " + cells.size() + " cellen; de kopregel " + columns.size() + ".",
                            "This row has " + cells.size() + " cells; the header " + columns.size() + "."))));
        }
        ObjectNode body = body(cells);
        byte[] canonical = commands.canonical(body);
        List<InputError> errors = new ArrayList<>();
        RegisterCandidate command = commands.bind(RegisterCandidate.class, body, null, errors);
        refuse(errors);
        return new Reading.Asked(line, command, fingerprint(RegisterCandidate.class, null, canonical));
    }

    private ObjectNode body(List<String> cells) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String name = columns.get(i);
            if (isYesOrNo(name, cell)) {
                body.put(name, Boolean.parseBoolean(cell));
            } else if (!cell.isEmpty()) {
                body.put(name, cell);
            }
        }
        return body;
    }

    private static boolean isYesOrNo(String column, String cell) {
        return YES_OR_NO.contains(column) && (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false"));
    }

    private static List<InputError> faults(List<String> columns) {
        List<InputError> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!NAMES.contains(column)) {
                faults.add(InputFault.UNKNOWN_FIELD.at(RecordBinder.pointerTo(column, "#")));
            } else if (!seen.add(column)) {
                faults.add(InputFault.INVALID_VALUE.at("#/" + column, TWICE));
            }
        }
        COMPONENTS.stream()
                .filter(component -> isRequired(component) && !seen.contains(component.getName()))
                .forEach(component -> faults.add(InputFault.REQUIRED.at("#/" + component.getName())));
        return faults;
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(NotNull.class);
    }
}
