package nl.leerspoor.query.question;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leerspoor.events.reference.CodeList;

/**
 * A query parameter that narrows a list.
 *
 * @param name        of the parameter
 * @param description what it is, in Dutch
 * @param condition   in SQL on the columns of the list's source; the value is the parameter of the same name
 * @param form        what values it takes
 * @param joins       of what else the condition needs; see {@link #joining}
 */
public record Filter(String name, String description, String condition, Form form, List<String> joins) {

    private static final int LONGEST_SEARCH = 40;

    private Filter(String name, String description, String condition, Form form) {
        this(name, description, condition, form, List.of());
    }

    /** How a value is read, and how that is described. */
    record Form(Parse parse, Schema<?> schema) {}

    /** Reads a value; a fault is left with the reading. */
    interface Parse {

        Optional<?> value(Reading reading, String name, String text);
    }

    /** One or more codes, with commas between them, that the list has or once had: {@code sector = any(:sector)}. */
    public static Filter codes(String name, String description, CodeList list, String condition) {
        return someOf(name, description, codes(list), condition);
    }

    /** One or more values of a closed set, with commas between them: {@code status = any(:status)}. */
    public static Filter someOf(String name, String description, Collection<String> values, String condition) {
        return new Filter(
                name,
                description + ". Meer dan één kan, met komma's ertussen.",
                condition,
                new Form(
                        (reading, parameter, text) ->
                                reading.someOf(parameter, text, values).map(some -> some.toArray(String[]::new)),
                        text(1000).example(values.iterator().next())));
    }

    /** The names of an enum, as {@link #someOf} wants them. */
    public static Filter someOf(String name, String description, Enum<?>[] values, String condition) {
        return someOf(name, description, Stream.of(values).map(Enum::name).toList(), condition);
    }

    /** A reference or pseudonymous id, literally: {@code reference = :reference}. */
    public static Filter text(String name, String description, String condition) {
        return new Filter(name, description, condition, new Form(Reading::text, text(LONGEST_SEARCH)));
    }

    /** A part of a text, whatever its case: {@code reference ilike :q}. */
    public static Filter search(String name, String description, String condition) {
        return new Filter(
                name,
                description,
                condition,
                new Form(
                        (reading, parameter, text) ->
                                reading.text(parameter, text).map(Filter::pattern),
                        text(LONGEST_SEARCH)));
    }

    public static Filter id(String name, String description, String condition) {
        return new Filter(name, description, condition, new Form(Reading::id, text(36).format("uuid")));
    }

    public static Filter day(String name, String description, String condition) {
        return new Filter(name, description, condition, new Form(Reading::day, text(10).format("date")));
    }

    /** A whole number from 0 on: {@code days_in_status >= :daysInStatusMin}. */
    public static Filter number(String name, String description, String condition) {
        return new Filter(
                name,
                description,
                condition,
                new Form(Reading::number, new JsonSchema().typesItem("integer").format("int32")));
    }

    /** Whether something holds, which may be unknown: {@code (hold_since is not null) = :onHold}. */
    public static Filter yesOrNo(String name, String description, String condition) {
        return new Filter(
                name, description, condition, new Form(Reading::yesOrNo, new JsonSchema().typesItem("boolean")));
    }

    /**
     * The same filter, with a condition that needs more than the source has.
     *
     * @param joins in SQL to {@code page}, the rows of the source, each with at most one row for each of them and no column
     *              that is called as one of theirs; they are joined once, where several filters need them too
     */
    public Filter joining(String... joins) {
        return new Filter(name, description, condition, form, List.of(joins));
    }

    private static String pattern(String text) {
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static Collection<String> codes(CodeList list) {
        return list.entries().stream().map(CodeList.Entry::code).distinct().toList();
    }

    private static Schema<?> text(int longest) {
        return new JsonSchema().typesItem("string").maxLength(longest);
    }
}
