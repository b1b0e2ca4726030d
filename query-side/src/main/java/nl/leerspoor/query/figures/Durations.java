package nl.leerspoor.query.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures in days: delays (F05), waiting (F04), lead times (F09), and papers that are due (F08). */
final class Durations {

    /** A stretch between two dates that a trajectory reached. */
    private record LeadTime(String name, String from, String to) {

        String days() {
            return "%s - %s".formatted(to, from);
        }
    }

    private static final List<LeadTime> LEAD_TIMES = List.of(
            new LeadTime("registeredToSuitable", "opened_on", "suitable_on"),
            new LeadTime("suitableToMatched", "suitable_on", "matched_on"),
            new LeadTime("matchedToContracted", "matched_on", "contracted_on"),
            new LeadTime("contractedToStarted", "contracted_on", "started_on"),
            new LeadTime("startedToCompleted", "started_on", "completed_on"),
            new LeadTime("completedToApproved", "completed_on", "approved_on"),
            new LeadTime("approvedToIssued", "approved_on", "issued_on"),
            new LeadTime("completedToIssued", "completed_on", "issued_on"));

    private Durations() {}

    static void fill(Sheet sheet, Question question) {
        postponements(sheet, question);
        leadTimes(sheet, question);
    }

    /** Days are summed per trajectory, then the median is taken; a trajectory with two causes counts in each. */
    private static void postponements(Sheet sheet, Question question) {
        sheet.number("postponed", "events", 0);
        sheet.number("postponed", "medianDays", (BigDecimal) null);
        sheet.split("postponed", "cause");
        String statement = """
                with delays as (
                    select trajectory_id, person_id, cause, sum(days) as days, count(*) as events
                      from (%s) t cross join lateral unnest(postponement_causes, postponement_days) p (cause, days)
                     group by grouping sets ((trajectory_id, person_id, cause), (trajectory_id, person_id)))
                select cause, %s as trajectories, sum(events) as events, %s as median
                  from delays group by cause""".formatted(question.trajectories(), question.people(), median("days"));
        question.sql(statement).query((ResultSet row) -> {
            postponement(sheet, row);
        });
    }

    private static void postponement(Sheet sheet, ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        if (cause == null) {
            sheet.number("postponed", "events", row.getLong("events"));
            sheet.number("postponed", "medianDays", row.getBigDecimal("median"));
        } else if (sheet.wants("cause")) {
            sheet.part("postponed", "cause", cause, row.getLong("trajectories"));
            sheet.nested("postponed", "eventsByCause").put(cause, row.getLong("events"));
            sheet.nested("postponed", "medianDaysByCause").put(cause, Sheet.rounded(row.getBigDecimal("median")));
        }
    }

    private static void leadTimes(Sheet sheet, Question question) {
        String columns = LEAD_TIMES.stream()
                .map(time -> "%s, count(%s)".formatted(median(time.days()), time.days()))
                .collect(Collectors.joining(", "));
        String statement = """
                select %s, %s, %s, max(%s)
                  from (select t.*, case when status = 'COMPLETED' then ended_on end as completed_on,
                               case when waiting_since is not null and hold_since is null
                                    then cast(:validOn as date) - waiting_since end as days_waiting,
                               case when status = 'COMPLETED' and issued_on is null
                                    then cast(:validOn as date) - ended_on end as days_due
                          from (%s) t) t""".formatted(
                        columns, median("days_waiting"), median("days_due"), "days_waiting", question.trajectories());
        question.sql(statement).query((ResultSet row) -> {
            int column = 1;
            for (LeadTime time : LEAD_TIMES) {
                Map<String, Object> numbers = new LinkedHashMap<>();
                numbers.put("medianDays", Sheet.rounded(row.getBigDecimal(column++)));
                numbers.put("n", row.getLong(column++));
                sheet.nested("leadTimes", time.name()).putAll(numbers);
            }
            sheet.number("waiting", "medianDays", row.getBigDecimal(column++));
            sheet.number("toBeIssued", "medianDaysSinceCompletion", row.getBigDecimal(column++));
            sheet.number("waiting", "maxDays", row.getLong(column));
        });
    }

    private static String median(String days) {
        return "percentile_cont(0.5) within group (order by %s)".formatted(days);
    }
}
