package nl.leerspoor.command.reception;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.command.CompanyNumber;

/**
 * Finds citizen service numbers (BSN), which may not be processed here (UAVG article 46, rule B33): nine digits in a
 * text whose weighted sum divides by eleven. The typed company number of SBB is exempt; one in eleven passes by chance.
 */
final class CitizenServiceNumber {

    private static final Pattern NINE_DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){8}(?!\\d)");

    private CitizenServiceNumber() {}

    /** Whether a text holds one. */
    static boolean isIn(String text) {
        Matcher matcher = NINE_DIGITS.matcher(text);
        while (matcher.find()) {
            if (passes(matcher.group().replaceAll("\\D", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(String digits) {
        int sum = -(digits.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0 && !digits.equals("000000000");
    }

    /** Tells the JSON pointer of every text of a record that holds one. */
    static void find(Object record, Consumer<String> found) {
        find((Record) record, "#", found);
    }

    private static void find(Record record, String pointer, Consumer<String> found) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!component.isAnnotationPresent(CompanyNumber.class)) {
                visit(valueOf(component, record), pointer + "/" + component.getName(), found);
            }
        }
    }

    private static void visit(Object value, String pointer, Consumer<String> found) {
        switch (value) {
            case String text when isIn(text) -> found.accept(pointer);
            case Record nested -> find(nested, pointer, found);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    visit(list.get(i), pointer + "/" + i, found);
                }
            }
            case null, default -> {}
        }
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record component can be read", e);
        }
    }
}
