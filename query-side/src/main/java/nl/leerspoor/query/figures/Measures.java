package nl.leerspoor.query.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures that are more than a count: shortage, declines, werkprocessen, confidence, outcomes, targets. */
final class Measures {

    private static final int PLACES_PER_SUPERVISOR = 3;

    private Measures() {}

    static void fill(Sheet sheet, Question question) {
        target(sheet, question);
        shortage(sheet, question);
        declines(sheet, question);
        werkprocessen(sheet, question);
        confidence(sheet, question);
        outcomes(sheet, question);
        shares(sheet);
    }

    /** F01: what the pilots aim at. */
    private static void target(Sheet sheet, Question question) {
        question.sql("select sum(target_in_view) from (%s) p".formatted(question.pilots()))
                .query((ResultSet row) -> {
                    long target = row.getLong(1);
                    if (!row.wasNull()) {
                        sheet.number("inView", "target", target);
                    }
                });
    }

    /**
     * F11: places that are short at each leerbedrijf, then summed, since a free place elsewhere helps nobody. Who waits for
     * no leerbedrijf in particular is short of a place wholly.
     */
    private static void shortage(Sheet sheet, Question question) {
        sheet.number("shortage", "total", 0);
        sheet.number("shortage", "supervisors", 0);
        sheet.split("shortage", "sector");
        sheet.split("shortage", "leerbedrijf");
        String statement = """
                with waiting as (
                    select waiting_leerbedrijf_id as leerbedrijf, mode() within group (order by sector) as sector,
                           %s as people
                      from (%s) t where waiting_since is not null and hold_since is null group by 1),
                places as (
                    select leerbedrijf_id as leerbedrijf, sum(free) as free
                      from (%s) s where trained and unavailable_since is null group by 1),
                short as (
                    select coalesce(cast(leerbedrijf as text), 'NONE') as leerbedrijf, sector,
                           people - coalesce(free, 0) as places
                      from waiting left join places using (leerbedrijf))
                select leerbedrijf, sector, sum(places) as places, sum(ceil(places / %d.0)) as supervisors
                  from short where places > 0 group by grouping sets ((), (leerbedrijf), (sector))""".formatted(
                        question.people(), question.trajectories(), question.supervisors(), PLACES_PER_SUPERVISOR);
        question.sql(statement).query((ResultSet row) -> {
            long places = row.getLong("places");
            if (row.getString("leerbedrijf") != null) {
                sheet.part("shortage", "leerbedrijf", row.getString("leerbedrijf"), places);
            } else if (row.getString("sector") != null) {
                sheet.part("shortage", "sector", row.getString("sector"), places);
            } else {
                sheet.number("shortage", "total", places);
                sheet.number("shortage", "supervisors", row.getLong("supervisors"));
            }
        });
    }

    /** F13: employers that ever said no, by each reason and sector in which they did. */
    private static void declines(Sheet sheet, Question question) {
        sheet.split("employersDeclined", "reason");
        sheet.split("employersDeclined", "sector");
        String statement = """
                select reason, at, count(distinct leerbedrijf_id) as employers
                  from (select leerbedrijf_id, reason, coalesce(declined_for, sector) as at
                          from (%s) l
                         cross join lateral unnest(decline_reasons, decline_sectors) d (reason, declined_for)) declines
                 group by grouping sets ((reason), (at))""".formatted(question.leerbedrijven());
        question.sql(statement).query((ResultSet row) -> {
            if (row.getString("reason") != null) {
                sheet.part("employersDeclined", "reason", row.getString("reason"), row.getLong("employers"));
            } else if (row.getString("at") != null) {
                sheet.part("employersDeclined", "sector", row.getString("at"), row.getLong("employers"));
            }
        });
    }

    /** F14: werkprocessen agreed in the matches, judged by companies, confirmed by schools. */
    private static void werkprocessen(Sheet sheet, Question question) {
        sheet.split("werkprocessen", "crebo");
        String statement = """
                select crebo, grouping(crebo) as total, coalesce(sum(cardinality(werkprocessen_agreed)), 0) as agreed,
                       coalesce(sum(cardinality(werkprocessen_judged)), 0) as judged,
                       coalesce(sum(cardinality(werkprocessen_confirmed)), 0) as confirmed
                  from (%s) t group by grouping sets ((), (crebo))""".formatted(question.trajectories());
        question.sql(statement).query((ResultSet row) -> {
            Map<String, Object> numbers = new LinkedHashMap<>();
            numbers.put("agreed", row.getLong("agreed"));
            numbers.put("judged", row.getLong("judged"));
            numbers.put("confirmed", row.getLong("confirmed"));
            if (row.getInt("total") == 1) {
                sheet.numbers("werkprocessen", numbers);
            } else if (row.getString("crebo") != null) {
                sheet.part("werkprocessen", "crebo", row.getString("crebo"), numbers);
            }
        });
    }

    /** F15: growth from the first baseline to the last comparable score, of everyone who has both. */
    private static void confidence(Sheet sheet, Question question) {
        String statement = """
                select avg(last - first) as mean, count(*) as n
                  from (select distinct on (person_id) confidence_last as last, confidence_first as first
                          from (select c.* %s) c
                         where confidence_last is not null
                         order by person_id, registered_on desc) growth""".formatted(question.rows("candidate_period", "c"));
        question.sql(statement).query((ResultSet row) -> {
            sheet.number("confidenceGrowth", "mean", row.getBigDecimal("mean"));
            sheet.number("confidenceGrowth", "n", row.getLong("n"));
        });
    }

    /** F17 in part: what became of people, as far as it was recorded. */
    private static void outcomes(Sheet sheet, Question question) {
        sheet.number("outcomes", "total", 0);
        sheet.split("outcomes", "outcome");
        sheet.split("outcomes", "moment");
        String statement = """
                select outcome, moment, count(*) as n
                  from (select c.* %s) c cross join lateral unnest(outcomes, outcome_moments) o (outcome, moment)
                 group by grouping sets ((), (outcome), (moment))""".formatted(question.rows("candidate_period", "c"));
        question.sql(statement).query((ResultSet row) -> {
            if (row.getString("outcome") != null) {
                sheet.part("outcomes", "outcome", row.getString("outcome"), row.getLong("n"));
            } else if (row.getString("moment") != null) {
                sheet.part("outcomes", "moment", row.getString("moment"), row.getLong("n"));
            } else {
                sheet.number("outcomes", "total", row.getLong("n"));
            }
        });
    }

    private static void shares(Sheet sheet) {
        sheet.number("preferenceMet", "share", share(sheet, "preferenceMet", "total", "n"));
        sheet.number("employers", "conversion", share(sheet, "employers", "joined", "approached"));
    }

    private static BigDecimal share(Sheet sheet, String figure, String part, String whole) {
        Map<String, Object> numbers = sheet.figures().get(figure);
        BigDecimal of = BigDecimal.valueOf((long) numbers.get(whole));
        return of.signum() == 0
                ? null
                : BigDecimal.valueOf((long) numbers.get(part)).divide(of, 2, RoundingMode.HALF_UP);
    }
}
