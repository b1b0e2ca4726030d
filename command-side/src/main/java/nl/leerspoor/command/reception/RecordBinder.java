package nl.leerspoor.command.reception;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.leerspoor.command.CompanyNumber;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.platform.http.CitizenServiceNumber;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.PlainText;
import nl.leerspoor.platform.http.Text;
import tools.jackson.databind.JsonNode;

/**
 * Makes records of JSON without guessing: a number is not a text, a date has one form, a member that the record does not
 * have is an error. It goes on after a fault, so that all of them are told at once; what is faulty becomes null, zero or
 * false.
 */
public final class RecordBinder {

    private static final Pattern UUID_FORM =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final Pattern MEMBER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final int MOST_DIGITS = 40;

    private static final Text TEXT = expected("een tekst", "a text");
    private static final Text WHOLE_NUMBER = expected("een heel getal", "a whole number");
    private static final Text NUMBER = expected("een getal", "a number");
    private static final Text BOOLEAN = expected("true of false", "true or false");
    private static final Text LIST = expected("een lijst", "a list");

    private final List<InputError> errors = new ArrayList<>();

    /** What is wrong so far, in the order of reading. */
    public List<InputError> errors() {
        return errors;
    }

    /**
     * Makes a record of an object.
     *
     * @param known components whose values come from elsewhere; they may not stand in the JSON
     * @return null when its constructor can't live with what is faulty
     */
    <R> R bind(Class<R> type, JsonNode object, String pointer, Map<String, ?> known) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        Set<String> members = new HashSet<>();
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            types[i] = components[i].getType();
            if (known.containsKey(name)) {
                values[i] = known.get(name);
            } else {
                members.add(name);
                values[i] = value(
                        components[i].getGenericType(), field(type, name), object.path(name), pointer + "/" + name);
            }
        }
        object.propertyNames().stream()
                .filter(name -> !members.contains(name))
                .forEach(name -> errors.add(InputFault.UNKNOWN_FIELD.at(pointerTo(name, pointer))));
        return construct(type, types, values, pointer);
    }

    /** Reads one value; {@code annotations} are those of the component that it belongs to. */
    public Object value(Type type, AnnotatedElement annotations, JsonNode node, String pointer) {
        if (type == int.class || type == boolean.class) {
            return primitive(type, node, pointer);
        }
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(list.getActualTypeArguments()[0], annotations, node, pointer);
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isRecord()) {
            return node.isObject()
                    ? bind(simple, node, pointer, Map.of())
                    : fault(InputFault.NOT_AN_OBJECT.at(pointer));
        }
        if (simple == Integer.class) {
            return integer(node, pointer);
        }
        if (simple == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : fault(InputFault.WRONG_TYPE.at(pointer, BOOLEAN));
        }
        if (simple == BigDecimal.class) {
            return decimal(node, pointer);
        }
        if (!node.isString()) {
            return fault(InputFault.WRONG_TYPE.at(pointer, TEXT));
        }
        return scalar(simple, annotations, node.stringValue(), pointer);
    }

    private Object scalar(Class<?> type, AnnotatedElement annotations, String text, String pointer) {
        if (type == String.class) {
            return text(annotations, text, pointer);
        }
        if (type == UUID.class) {
            return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : fault(InputFault.INVALID_ID.at(pointer));
        }
        if (type == LocalDate.class) {
            return date(text, pointer);
        }
        throw new IllegalStateException("A command has no components of " + type);
    }

    private Object primitive(Type type, JsonNode node, String pointer) {
        if (node.isMissingNode() || node.isNull()) {
            fault(InputFault.REQUIRED.at(pointer));
            return type == int.class ? (Object) 0 : Boolean.FALSE;
        }
        Object value = value(type == int.class ? Integer.class : Boolean.class, null, node, pointer);
        if (value != null) {
            return value;
        }
        return type == int.class ? (Object) 0 : Boolean.FALSE;
    }

    private Object integer(JsonNode node, String pointer) {
        if (!node.isIntegralNumber()) {
            return fault(InputFault.WRONG_TYPE.at(pointer, WHOLE_NUMBER));
        }
        return node.canConvertToInt() ? node.intValue() : fault(InputFault.OUT_OF_RANGE.at(pointer));
    }

    private Object decimal(JsonNode node, String pointer) {
        if (!node.isNumber()) {
            return fault(InputFault.WRONG_TYPE.at(pointer, NUMBER));
        }
        BigDecimal number = node.decimalValue();
        return number.precision() + Math.abs((long) number.scale()) <= MOST_DIGITS
                ? number
                : fault(InputFault.OUT_OF_RANGE.at(pointer));
    }

    private Object text(AnnotatedElement annotations, String text, String pointer) {
        if (!PlainText.is(text)) {
            return fault(InputFault.NOT_PLAIN_TEXT.at(pointer));
        }
        if (text.equals(PersonalData.ERASED) || text.equals(PersonalData.SEALED)) {
            return fault(InputFault.RESERVED_TEXT.at(pointer));
        }
        boolean exempt = annotations != null && annotations.isAnnotationPresent(CompanyNumber.class);
        if (!exempt && CitizenServiceNumber.isIn(text)) {
            return fault(InputFault.BSN_NOT_ALLOWED.at(pointer));
        }
        if (text.codePoints()
                .allMatch(character -> Character.isWhitespace(character) || Character.isSpaceChar(character))) {
            return fault(InputFault.REQUIRED.at(pointer));
        }
        return text.length() > CommandReader.LONGEST_TEXT ? fault(InputFault.WRONG_SIZE.at(pointer)) : text;
    }

    private Object date(String text, String pointer) {
        try {
            if (DATE_FORM.matcher(text).matches()) {
                LocalDate date = LocalDate.parse(text);
                return date.isBefore(EARLIEST) || date.isAfter(LATEST)
                        ? fault(InputFault.OUT_OF_RANGE.at(pointer))
                        : date;
            }
        } catch (DateTimeParseException e) {
            // no such day
        }
        return fault(InputFault.INVALID_DATE.at(pointer));
    }

    private Object list(Type elements, AnnotatedElement annotations, JsonNode node, String pointer) {
        if (!node.isArray()) {
            return fault(InputFault.WRONG_TYPE.at(pointer, LIST));
        }
        if (node.size() > CommandReader.LONGEST_LIST) {
            return fault(InputFault.WRONG_SIZE.at(pointer));
        }
        List<Object> values = new ArrayList<>();
        for (JsonNode element : node) {
            String place = pointer + "/" + values.size();
            if (element.isNull()) {
                fault(InputFault.REQUIRED.at(place));
            }
            values.add(value(elements, annotations, element, place));
        }
        return values;
    }

    private Object fault(InputError error) {
        errors.add(error);
        return null;
    }

    private <R> R construct(Class<R> type, Class<?>[] types, Object[] values, String pointer) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (errors.isEmpty()) {
                fault(InputFault.INVALID_VALUE.at(pointer));
            }
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record has a constructor of its components", e);
        }
    }

    private static AnnotatedElement field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A record has a field for each component", e);
        }
    }

    /** A name of the caller's own making is not repeated if it could be something else than a name. */
    public static String pointerTo(String name, String parent) {
        return MEMBER_NAME.matcher(name).matches() ? parent + "/" + name : parent;
    }

    private static Text expected(String dutch, String english) {
        return new Text("Hier hoort " + dutch + ".", "This should be " + english + ".");
    }
}
