package nl.leerspoor.query.question;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.Cursor;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.platform.http.ParameterNames;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.question.TwoClocks.Known;

/** Reads the query parameters of a question, one by one. Faults are gathered, and told all at once by {@link #check}. */
public final class Reading {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);
    private static final int LONGEST_TEXT = 40;

    private final List<InputError> errors = new ArrayList<>();

    /** {@code validOn} and {@code knownOn}: today and everything by default. */
    public TwoClocks twoClocks(String validOn, String knownOn, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(TwoClocks.ZONE));
        return new TwoClocks(
                read("validOn", validOn, InputFault.INVALID_DATE, Reading::date).orElse(today), known(knownOn));
    }

    /** {@code knownOn}: a date, to its end in the Netherlands, or a moment. */
    public Optional<Known> known(String knownOn) {
        return known("knownOn", knownOn);
    }

    /** A knowledge date under another name. */
    public Optional<Known> known(String name, String value) {
        return read(name, value, InputFault.INVALID_DATE, Reading::moment);
    }

    /** A knowledge date that can't be left out. */
    public Optional<Known> requiredKnown(String name, String value) {
        require(name, value);
        return known(name, value);
    }

    /** A day of the years that the administration knows. */
    public Optional<LocalDate> day(String name, String value) {
        return read(name, value, InputFault.INVALID_DATE, Reading::date);
    }

    /** A day that can't be left out. */
    public Optional<LocalDate> requiredDay(String name, String value) {
        require(name, value);
        return day(name, value);
    }

    /** The first day of a period, which can't lie after its last. */
    public Optional<LocalDate> firstDay(String name, String value, LocalDate last) {
        Optional<LocalDate> first = day(name, value);
        if (first.isPresent() && first.get().isAfter(last)) {
            errors.add(InputFault.OUT_OF_RANGE.in(name));
        }
        return first;
    }

    /** {@code minPosition}: the position that the answer must have seen; 0 by default. */
    public long minPosition(String minPosition) {
        return read("minPosition", minPosition, InputFault.INVALID_VALUE, text -> number(text, 18))
                .orElse(0L);
    }

    /** How large something was: a whole number from 0 on. */
    public Optional<Long> size(String name, String value) {
        return read(name, value, InputFault.OUT_OF_RANGE, text -> number(text, 18));
    }

    /** A size that can't be left out. */
    public Optional<Long> requiredSize(String name, String value) {
        require(name, value);
        return size(name, value);
    }

    /** {@code cursor} and {@code limit}. */
    public Paging paging(String cursor, String limit) {
        return new Paging(
                read(
                        "cursor",
                        cursor,
                        InputFault.INVALID_CURSOR,
                        text -> Cursor.parse(text).orElse(null)),
                read("limit", limit, InputFault.OUT_OF_RANGE, Reading::size).orElse(Paging.DEFAULT_LIMIT));
    }

    /** A code that the list has or once had. */
    public Optional<String> code(String name, String value, CodeList list) {
        return oneOf(
                name, value, list.entries().stream().map(CodeList.Entry::code).toList(), InputFault.UNKNOWN_CODE);
    }

    /** A code that can't be left out. */
    public Optional<String> requiredCode(String name, String value, CodeList list) {
        require(name, value);
        return code(name, value, list);
    }

    /** A value of a closed set. */
    public Optional<String> oneOf(String name, String value, Collection<String> values) {
        return oneOf(name, value, values, InputFault.INVALID_VALUE);
    }

    /** Values of a closed set, with commas between them. */
    public Optional<Set<String>> someOf(String name, String value, Collection<String> values) {
        return read(name, value, InputFault.INVALID_VALUE, text -> {
            Set<String> members = new HashSet<>(Arrays.asList(text.split(",", -1)));
            return values.containsAll(members) ? members : null;
        });
    }

    /** A reference or pseudonymous id. */
    public Optional<String> text(String name, String value) {
        return read(
                name,
                value,
                InputFault.WRONG_SIZE,
                text -> text.isBlank() || text.length() > LONGEST_TEXT ? null : text);
    }

    /** A whole number from 0 on. */
    public Optional<Integer> number(String name, String value) {
        return read(name, value, InputFault.OUT_OF_RANGE, text -> number(text, 6))
                .map(Math::toIntExact);
    }

    /** A whole number within bounds. */
    public Optional<Integer> number(String name, String value, int least, int most) {
        return read(name, value, InputFault.OUT_OF_RANGE, text -> number(text, 6))
                .map(Math::toIntExact)
                .filter(number -> {
                    boolean within = number >= least && number <= most;
                    if (!within) {
                        errors.add(InputFault.OUT_OF_RANGE.in(name));
                    }
                    return within;
                });
    }

    public Optional<UUID> id(String name, String value) {
        return read(name, value, InputFault.INVALID_ID, text -> text.length() == 36 ? UUID.fromString(text) : null);
    }

    public Optional<Boolean> yesOrNo(String name, String value) {
        return oneOf(name, value, List.of("true", "false")).map(Boolean::valueOf);
    }

    /** Refuses parameters that are not among the known ones. */
    void refuseUnknown(Collection<String> given, Collection<String> known) {
        given.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(InputFault.UNKNOWN_PARAMETER.in(ParameterNames.repeatable(name))));
    }

    /** Adds a fault that shows only from several values together. */
    public void refuse(InputError error) {
        errors.add(error);
    }

    /** Whether something was wrong so far. */
    public boolean isFaulty() {
        return !errors.isEmpty();
    }

    /** Ends the request with a problem when something was wrong. */
    public void check() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private void require(String name, String value) {
        if (value == null) {
            errors.add(InputFault.REQUIRED.in(name));
        }
    }

    private Optional<String> oneOf(String name, String value, Collection<String> values, InputFault fault) {
        return read(name, value, fault, text -> values.contains(text) ? text : null);
    }

    private <T> Optional<T> read(String name, String value, InputFault fault, Function<String, T> reading) {
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> read = attempt(value, reading);
        if (read.isEmpty()) {
            errors.add(fault.in(name));
        }
        return read;
    }

    private static <T> Optional<T> attempt(String value, Function<String, T> reading) {
        try {
            return Optional.ofNullable(reading.apply(value));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static LocalDate date(String text) {
        LocalDate day = LocalDate.parse(text);
        return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? null : day;
    }

    private static Known moment(String text) {
        if (!text.contains("T")) {
            LocalDate day = date(text);
            return day == null ? null : Known.on(day);
        }
        Instant moment = OffsetDateTime.parse(text).toInstant();
        LocalDate day = LocalDate.ofInstant(moment, TwoClocks.ZONE);
        return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? null : Known.at(moment);
    }

    private static Integer size(String text) {
        Long size = number(text, 6);
        return size == null || size < 1 || size > Paging.MOST ? null : Math.toIntExact(size);
    }

    private static Long number(String text, int digits) {
        return text.matches("\\d{1," + digits + "}") ? Long.valueOf(text) : null;
    }
}
