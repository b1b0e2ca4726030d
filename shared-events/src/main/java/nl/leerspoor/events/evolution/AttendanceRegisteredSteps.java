package nl.leerspoor.events.evolution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours of presence had their week as one text, {@code 2020-W10}, before its year and number stood apart. */
final class AttendanceRegisteredSteps {

    static final List<Step> ALL =
            List.of(new Step("trajectory.AttendanceRegistered", 1, AttendanceRegisteredSteps::weekBesideItsYear));

    private static final Pattern WEEK = Pattern.compile("(?<year>\\d{4})-W(?<week>\\d{2})");

    private AttendanceRegisteredSteps() {}

    private static Map<String, Object> weekBesideItsYear(Map<String, Object> event) {
        Map<String, Object> next = new LinkedHashMap<>(event);
        Matcher isoWeek = WEEK.matcher(String.valueOf(next.remove("isoWeek")));
        if (!isoWeek.matches()) {
            throw new IllegalArgumentException("The attendance has no ISO week");
        }
        next.put("weekYear", Integer.valueOf(isoWeek.group("year")));
        next.put("week", Integer.valueOf(isoWeek.group("week")));
        return next;
    }
}
