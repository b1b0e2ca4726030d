package nl.leerspoor.query.question;

import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.Cursor;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Paging;

/**
 * What one request asks of a list.
 *
 * @param filters    the given ones, each with its value
 * @param descending whether the order was asked the other way round
 */
record ListAsked(
        TwoClocks clocks, long minPosition, Map<Filter, Object> filters, Sort sort, boolean descending, Paging paging) {

    static final Filter REGION =
            Filter.codes("region", Described.REGION.replace(".", ""), CodeList.REGIONS, "region = any(:region)");

    private static final Set<String> OF_PAGES = Set.of(Paging.CURSOR, Paging.LIMIT);
    private static final Set<String> OF_DATED_LISTS = Set.of("validOn", "knownOn");
    private static final Set<String> OF_EVERY_LIST = Set.of("minPosition", "sort");

    /** Reads the parameters of a request, and ends it with all faults at once. */
    static ListAsked read(ListQuestion<?> list, ListFormat format, Map<String, String[]> parameters, Clock clock) {
        var given = new TreeMap<String, String>();
        parameters.forEach((name, values) -> given.put(name, String.join(",", values)));
        var reading = new Reading();
        reading.refuseUnknown(given.keySet(), known(list, format));
        TwoClocks clocks = reading.twoClocks(given.get("validOn"), given.get("knownOn"), clock);
        long minPosition = reading.minPosition(given.get("minPosition"));
        Map<Filter, Object> filters = filters(reading, list, given);
        Optional<String> wanted = reading.oneOf("sort", given.get("sort"), orders(list));
        String order = wanted.orElse(list.sorts().getFirst().name());
        Paging paging = format.isFile()
                ? new Paging(Optional.empty(), 0)
                : reading.paging(given.get(Paging.CURSOR), given.get(Paging.LIMIT));
        boolean descending = order.startsWith("-");
        Sort sort = sort(list, descending ? order.substring(1) : order);
        var asked = new ListAsked(clocks, minPosition, filters, sort, descending, paging);
        boolean ordered = wanted.isPresent() || !given.containsKey("sort");
        if (ordered && !paging.cursor().stream().allMatch(cursor -> asked.made(list, cursor))) {
            reading.refuse(InputFault.INVALID_CURSOR.in(Paging.CURSOR));
        }
        reading.check();
        return asked;
    }

    /** All values that {@code sort} can have. */
    static List<String> orders(ListQuestion<?> list) {
        return list.sorts().stream()
                .flatMap(sort -> Stream.of(sort.name(), "-" + sort.name()))
                .toList();
    }

    /** The filters of a list, with the one that all have. */
    static List<Filter> filters(ListQuestion<?> list) {
        List<Filter> filters = new ArrayList<>(List.of(REGION));
        filters.addAll(list.filters());
        return filters;
    }

    /** The key of a row in a cursor; it says of which list and order it is, so that no other takes it. */
    String[] key(ListQuestion<?> list, String value, String id) {
        return new String[] {list.name(), order(), value, id};
    }

    /** The order as it is asked for. */
    String order() {
        return (descending ? "-" : "") + sort.name();
    }

    private boolean made(ListQuestion<?> list, Cursor cursor) {
        List<String> key = cursor.key();
        try {
            return key.size() == 4
                    && key.get(0).equals(list.name())
                    && key.get(1).equals(order())
                    && sort.kind().reads(key.get(2))
                    && Sort.Kind.ID.reads(key.get(3));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return false;
        }
    }

    private static Set<String> known(ListQuestion<?> list, ListFormat format) {
        return Stream.of(
                        OF_EVERY_LIST.stream(),
                        list.dated() ? OF_DATED_LISTS.stream() : Stream.<String>empty(),
                        format.isFile() ? Stream.<String>empty() : OF_PAGES.stream(),
                        filters(list).stream().map(Filter::name))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static Map<Filter, Object> filters(Reading reading, ListQuestion<?> list, Map<String, String> given) {
        Map<Filter, Object> values = new LinkedHashMap<>();
        filters(list)
                .forEach(filter -> filter.form()
                        .parse()
                        .value(reading, filter.name(), given.get(filter.name()))
                        .ifPresent(value -> values.put(filter, value)));
        return values;
    }

    private static Sort sort(ListQuestion<?> list, String name) {
        return list.sorts().stream()
                .filter(sort -> sort.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
