package nl.leerspoor.query.retention;

import java.util.List;
import nl.leerspoor.query.projection.Views;

/**
 * Whose data a region kept for longer than it wants to, on the day that is asked about. The period of who a candidate is
 * begins when the last trajectory ended, or on the registration where there never was one; as long as one is open it
 * doesn't begin. Of who was transferred the region decides that took them over: to erase is to erase in all regions.
 */
final class Overdue {

    /** The views that it reads. */
    static final List<String> VIEWS = List.of(
            Views.RETENTION_RULES, Views.CANDIDATE_DETAILS, Views.CANDIDATES, Views.TRAJECTORIES, Views.PRIVACY_CASES);

    /** A SELECT of a row for each candidate, with {@code region}, {@code rule}, {@code since} and {@code due_on}. */
    static final String CANDIDATES = """
            select d.row_id, d.candidate_id, d.person_id, d.region, d.reference, r.rule, r.months,
                   coalesce(t.ended_on, c.registered_on) as since,
                   (coalesce(t.ended_on, c.registered_on) + make_interval(months => r.months))::date as due_on
              from query.candidate_details_period d
              join query.candidate_period c on c.candidate_id = d.candidate_id and hold(c)
              join query.retention_rule_period r
                   on r.region = d.region and r.rule = 'CANDIDATE_DETAILS' and r.in_force and hold(r)
              left join (select t.candidate_id, max(t.ended_on) as ended_on, bool_or(t.ended_on is null) as is_open,
                                bool_or(t.status = 'TRANSFERRED_OUT') as moved
                           from query.trajectory_period t where hold(t) group by t.candidate_id) t
                   on t.candidate_id = d.candidate_id
             where hold(d) and d.erased_on is null and d.merged_into is null
               and (d.details_event_id is not null or cardinality(d.note_event_ids) > 0)
               and t.is_open is not true and t.moved is not true
               and coalesce(t.ended_on, c.registered_on) + make_interval(months => r.months) <= :validOn""";

    private Overdue() {}
}
