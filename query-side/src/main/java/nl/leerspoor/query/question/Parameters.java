package nl.leerspoor.query.question;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.Cursor;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.question.TwoClocks.Known;

/**
 * The query parameters of a question, read one by one. Faults are gathered and told all at once by {@link #check}, which
 * also refuses parameters that nobody asked for: a mistyped filter must not silently widen an answer.
 */
public final class Parameters {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Map<String, String[]> given;
    private final Set<String> asked = new HashSet<>();
    private final List<InputError> errors = new ArrayList<>();

    public Parameters(HttpServletRequest request) {
        this.given = request.getParameterMap();
    }

    /** {@code validOn} and {@code knownOn}: today and everything by default. */
    public TwoClocks twoClocks(Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(TwoClocks.ZONE));
        return new TwoClocks(read("validOn", Parameters::date).orElse(today), read("knownOn", Parameters::known));
    }

    /** Whether one of the two dates was given. */
    public boolean isDated() {
        return given.containsKey("validOn") || given.containsKey("knownOn");
    }

    /** {@code region}: a code of the list of regions. */
    public Optional<String> region() {
        return text(
                "region",
                code -> CodeList.REGIONS.entries().stream()
                        .anyMatch(entry -> entry.code().equals(code)));
    }

    /** {@code minPosition}: the position that the answer must have seen. */
    public OptionalLong minPosition() {
        return read("minPosition", text -> number(text, Long.MAX_VALUE))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** {@code cursor} and {@code limit}: which page of a list. */
    public Paging paging() {
        return new Paging(
                read(Paging.CURSOR, text -> Cursor.parse(text).orElse(null)),
                count(Paging.LIMIT, Paging.MOST).orElse(Paging.DEFAULT_LIMIT));
    }

    /** A text that meets a condition. */
    public Optional<String> text(String name, java.util.function.Predicate<String> allowed) {
        return read(name, text -> allowed.test(text) ? text : null);
    }

    public Optional<UUID> id(String name) {
        return read(name, text -> text.length() == 36 ? UUID.fromString(text) : null);
    }

    public Optional<Boolean> yesOrNo(String name) {
        return read(name, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    /** A whole number from 1 to a maximum. */
    public Optional<Integer> count(String name, int maximum) {
        return read(name, text -> number(text, maximum))
                .filter(n -> n > 0 || note(name))
                .map(Long::intValue);
    }

    /** A list with commas between its members; all members are from a closed set. */
    public Optional<Set<String>> list(String name, Collection<String> members) {
        return read(name, text -> {
            Set<String> wanted = Set.copyOf(new HashSet<>(Arrays.asList(text.split(",", -1))));
            return members.containsAll(wanted) ? wanted : null;
        });
    }

    /** Any other value; {@code reading} gives null or throws an unchecked date or argument exception when it is wrong. */
    public <T> Optional<T> read(String name, Function<String, T> reading) {
        asked.add(name);
        String[] values = given.get(name);
        if (values == null) {
            return Optional.empty();
        }
        try {
            T value = values.length == 1 ? reading.apply(values[0]) : null;
            if (value == null) {
                note(name);
            }
            return Optional.ofNullable(value);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            note(name);
            return Optional.empty();
        }
    }

    /** Ends the request with a problem when a parameter was wrong or unknown. */
    public void check() {
        given.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .map(name -> name.length() > 40 ? name.substring(0, 40) : name)
                .forEach(name -> errors.add(InputFault.UNKNOWN_PARAMETER.in(name)));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private boolean note(String name) {
        errors.add(InputFault.INVALID_VALUE.in(name));
        return false;
    }

    private static LocalDate date(String text) {
        LocalDate day = LocalDate.parse(text);
        return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? null : day;
    }

    private static Known known(String text) {
        if (text.length() == 10) {
            LocalDate day = date(text);
            return day == null ? null : Known.on(day);
        }
        Instant moment = OffsetDateTime.parse(text).toInstant();
        return date(moment.atZone(TwoClocks.ZONE).toLocalDate().toString()) == null ? null : Known.at(moment);
    }

    private static Long number(String text, long maximum) {
        return text.matches("\\d{1,18}") && Long.parseLong(text) <= maximum ? Long.valueOf(text) : null;
    }
}
