package nl.leerspoor.query.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cells of records in a file for spreadsheets. A column is a component, one of a record within it is named with a dot
 * between ({@code hold.since}); the parts of a list or a map stand in one cell with {@code |} between them.
 * What answers leave out at times ({@link JsonInclude}) is of pages only, and has none.
 *
 * <p>A spreadsheet takes a text that begins with one of {@code = + - @}, a tab or a line break for a formula and may run
 * it; such a text gets an apostrophe before it, with which spreadsheets mark text.
 */
final class CsvCells {

    private static final String FORMULA = "(?s)[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*";

    private final List<Column> columns;
    private final char decimal;

    private CsvCells(List<Column> columns, char decimal) {
        this.columns = columns;
        this.decimal = decimal;
    }

    /** One column: the components that lead to it, from the outside in. */
    private record Column(String name, List<RecordComponent> path) {}

    /** The cells of a kind of records; numbers are written as the locale has them. */
    static CsvCells of(Class<?> record, Locale locale) {
        List<Column> columns = new ArrayList<>();
        collect(record, "", List.of(), columns);
        return new CsvCells(columns, DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    /** What separates cells where the locale is spoken: a comma, unless that stands in numbers. */
    static char separator(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',';
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    List<String> of(Object record) {
        return columns.stream().map(column -> cell(at(record, column.path()))).toList();
    }

    private String cell(Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> decimal(number.toString());
            case java.math.BigDecimal number -> decimal(number.toPlainString());
            case Number number -> number.toString();
            default -> harmless(text(value));
        };
    }

    private String decimal(String number) {
        return number.replace('.', decimal);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case List<?> parts -> parts.stream().map(CsvCells::text).collect(Collectors.joining(" | "));
            case Map<?, ?> members ->
                members.entrySet().stream()
                        .map(member -> member.getKey() + "=" + text(member.getValue()))
                        .collect(Collectors.joining(" | "));
            case Record record -> {
                List<Column> columns = new ArrayList<>();
                collect(record.getClass(), "", List.of(), columns);
                yield columns.stream()
                        .map(column -> text(at(record, column.path())))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
            }
            default -> value.toString();
        };
    }

    static String harmless(String text) {
        return text.matches(FORMULA) ? "'" + text : text;
    }

    private static void collect(Class<?> record, String prefix, List<RecordComponent> path, List<Column> columns) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                continue;
            }
            List<RecordComponent> longer = new ArrayList<>(path);
            longer.add(component);
            boolean unwrapped = component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
            String name = unwrapped ? prefix : prefix + component.getName();
            if (component.getType().isRecord()) {
                collect(component.getType(), unwrapped ? prefix : name + ".", longer, columns);
            } else {
                columns.add(new Column(name, longer));
            }
        }
    }

    private static Object at(Object record, List<RecordComponent> path) {
        Object value = record;
        for (RecordComponent component : path) {
            value = value == null ? null : read(value, component);
        }
        return value;
    }

    private static Object read(Object record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A component of a record can't be read: " + component, e);
        }
    }
}
