package nl.leerspoor.query.figures;

import java.util.Optional;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What the figures are asked of: a region or the country, on two clocks.
 *
 * @param region empty for everything, in which each person counts once
 */
record Question(JdbcClient jdbc, Optional<String> region, TwoClocks clocks) {

    /** A statement over the rows of this question, with its parameters. */
    StatementSpec sql(String statement) {
        StatementSpec dated = clocks.bind(jdbc.sql(statement));
        return region.map(code -> dated.param("region", code)).orElse(dated);
    }

    /** The rows of one table of periods, under an alias. */
    String rows(String table, String alias) {
        return "from query.%s %s where %s%s".formatted(table, alias, clocks.hold(alias), ofRegion(alias));
    }

    private String ofRegion(String alias) {
        return region.isPresent() ? " and " + alias + ".region = :region" : "";
    }

    /** The candidates, each with its trajectories. */
    String candidates() {
        return """
                select c.*, t.sector
                  from (select c.* %s) c
                  left join query.trajectory_period t on t.candidate_id = c.candidate_id and %s
                """.formatted(rows("candidate_period", "c"), clocks.hold("t"));
    }

    /** The trajectories, each with its person and the dates of its first paper. */
    String trajectories() {
        return """
                select t.*, coalesce(c.person_id, t.candidate_id) as person_id, c.target_group,
                       v.approved_on, v.issued_on, coalesce(v.drafted, false) as has_paper
                  from (select t.* %s) t
                  left join query.candidate_period c on c.candidate_id = t.candidate_id and %s
                  left join (select v.trajectory_id, min(v.approved_on) as approved_on, min(v.issued_on) as issued_on,
                                    bool_or(v.state not in ('WITHDRAWN', 'REFUSED')) as drafted
                               from query.verklaring_period v
                              where %s
                              group by v.trajectory_id) v on v.trajectory_id = t.trajectory_id
                """.formatted(rows("trajectory_period", "t"), clocks.hold("c"), clocks.hold("v"));
    }

    /** The papers or agreements of a table, each with the sector of its trajectory. */
    String ofTrajectories(String table) {
        return """
                select d.*, t.sector
                  from (select d.* %s) d
                  left join query.trajectory_period t on t.trajectory_id = d.trajectory_id and %s
                """.formatted(rows(table, "d"), clocks.hold("t"));
    }

    /** The supervisors; a training that has run out counts no more, without an event that says so. */
    String supervisors() {
        return """
                select s.*, s.state = 'TRAINED' and coalesce(s.valid_until >= cast(:validOn as date), true) as trained,
                       s.state = 'EXPIRED' or s.state = 'TRAINED' and s.valid_until < cast(:validOn as date) as expired,
                       greatest(0, s.max_candidates - s.reserved) as free
                  %s""".formatted(rows("supervisor_period", "s"));
    }

    /** The trainings; a scheduled one runs from its start on, without an event that says so. */
    String trainings() {
        return """
                select t.*, case when t.state = 'SCHEDULED' and t.starts_on <= cast(:validOn as date) then 'RUNNING'
                                 else t.state end as phase,
                       t.days_suspended + coalesce(cast(:validOn as date) - t.suspended_since, 0) as days_still
                  %s""".formatted(rows("training_period", "t"));
    }

    String leerbedrijven() {
        return "select l.* " + rows("leerbedrijf_period", "l");
    }

    String pilots() {
        return "select p.* " + rows("pilot_period", "p");
    }

    /** How people are counted: in a region by trajectory, in the country once each (rule B31). */
    String people() {
        return region.isPresent() ? "count(*)" : "count(distinct person_id)";
    }
}
