package nl.leerspoor.query.retention;

import java.util.List;
import nl.leerspoor.query.projection.Views;

/**
 * Whose data were kept for longer than the regions want to, on the day that is asked about. It looks at people: somebody's
 * data are due when the last of everything of them is due, in whatever region, as whatever they are known, and under
 * whatever id they were before they turned out to be who they are. So it reads all regions, and tells of somebody where they
 * were last. Nobody is due as long as
 * <ul>
 *   <li>a period of theirs did not begin, or a region where they are holds to no rule about it,
 *   <li>a request of theirs is open, or its region keeps to {@code PRIVACY_CASES} and that period of one runs.
 * </ul>
 */
final class Overdue {

    /** The views that it reads. */
    static final List<String> VIEWS = List.of(
            Views.RETENTION_RULES,
            Views.CANDIDATE_DETAILS,
            Views.CANDIDATES,
            Views.TRAJECTORIES,
            Views.SUPERVISORS,
            Views.LEERBEDRIJVEN,
            Views.PRIVACY_CASES);

    /**
     * A period of a candidate begins when the last trajectory ended, or at the registration where there never was one, and
     * not as long as one is open.
     */
    private static final String CANDIDATES = """
            select d.row_id, 'CANDIDATE' as subject_kind, d.candidate_id as subject_id, d.registered_as as person,
                   case when d.merged_into is not null then d.person_id end as turned_out, d.region, d.reference,
                   'CANDIDATE_DETAILS' as rule,
                   d.details_event_id is not null or cardinality(d.note_event_ids) > 0 as is_known,
                   case when t.is_open is not true then coalesce(t.ended_on, c.registered_on) end as since
              from query.candidate_details_period d
              join query.candidate_period c on c.candidate_id = d.candidate_id and hold(c)
              left join (select t.candidate_id, max(t.ended_on) as ended_on, bool_or(t.ended_on is null) as is_open
                           from query.trajectory_period t where hold(t) group by t.candidate_id) t
                   on t.candidate_id = d.candidate_id
             where hold(d) and d.erased_on is null""";

    /**
     * That of a supervisor begins when the last trajectory ended that they guided, or when it was last recorded who they are
     * where that is later, and not as long as they guide somebody.
     */
    private static final String SUPERVISORS = """
            select s.row_id, 'SUPERVISOR', s.supervisor_id, s.supervisor_id, cast(null as uuid), s.region, s.reference,
                   'SUPERVISOR_DETAILS', true,
                   case when s.reserved = 0 and t.is_open is not true then greatest(t.ended_on, s.details_on) end
              from query.supervisor_period s
              left join (select t.supervisor_id, max(t.ended_on) as ended_on, bool_or(t.ended_on is null) as is_open
                           from query.trajectory_period t
                          where hold(t) and t.supervisor_id is not null group by t.supervisor_id) t
                   on t.supervisor_id = s.supervisor_id
             where hold(s) and s.details_on is not null""";

    /**
     * That of a contact person begins when somebody else was named, or the leerbedrijf left or declined, and not as long as
     * they speak for one.
     */
    private static final String CONTACT_PERSONS = """
            select l.row_id, 'CONTACT_PERSON', l.leerbedrijf_id, one."personId", cast(null as uuid), l.region, l.reference,
                   'CONTACT_PERSON_DETAILS', true,
                   least(one.until, l.left_on, case when l.state = 'DECLINED' then (l.declines -> -1 ->> 'on')::date end)
              from query.leerbedrijf_period l
             cross join jsonb_to_recordset(l.speakers) as one ("personId" uuid, until date)
             where hold(l)""";

    /** For each person and each place where it stands who they are: whether requests are open, and until when others count. */
    private static final String CASES = """
            select p.subject_kind, p.subject_id, p.person_id,
                   bool_or(p.state in ('OPEN', 'GRANTED', 'PARTLY_GRANTED') or p.to_inform) as asks,
                   max(coalesce(p.carried_out_on, p.decided_on) + make_interval(months => r.months))::date as kept_until
              from query.privacy_case_period p
              left join query.retention_rule_period r
                   on r.region = p.region and r.rule = 'PRIVACY_CASES' and r.in_force and hold(r)
             where hold(p) and p.requested_by <> 'RETENTION'
             group by p.subject_kind, p.subject_id, p.person_id""";

    /**
     * A SELECT of a row for each person, with {@code region}, {@code rule}, {@code since} and {@code due_on}: the day on which
     * everything of them is due, if {@code is_over}, and nothing holds that up, if not {@code is_asked}.
     */
    static final String KEPT = """
                with recursive piece as materialized (
                    select k.*, (k.since + make_interval(months => r.months))::date as due_on, q.asks, q.kept_until
                      from (%s union all %s union all %s) k
                      left join query.retention_rule_period r
                           on r.region = k.region and r.rule = k.rule and r.in_force and hold(r)
                      left join (%s) q on q.subject_kind = k.subject_kind and q.subject_id = k.subject_id
                           and (k.subject_kind <> 'CONTACT_PERSON' or q.person_id = k.person)),
                merged (person, turned_out) as materialized (
                    select distinct person, turned_out from piece where turned_out is not null),
                known_as (root, person) as (
                    select distinct person, person from piece where person not in (select person from merged)
                     union
                    select known_as.root, merged.person from merged join known_as on merged.turned_out = known_as.person)
                select distinct on (known_as.root) piece.row_id, piece.subject_kind, piece.subject_id,
                       known_as.root as person_id, piece.region, piece.reference, piece.rule,
                       first_value(piece.since) over (partition by known_as.root
                                                      order by piece.due_on desc, piece.subject_id) as since,
                       greatest(max(piece.due_on) over whole, max(piece.kept_until) over whole) as due_on,
                       bool_and(piece.due_on is not null) over whole as is_over,
                       bool_or(piece.asks) over whole is true as is_asked,
                       bool_or(piece.is_known) over whole as is_known
                  from known_as join piece on piece.person = known_as.person
                window whole as (partition by known_as.root)
                 order by known_as.root, piece.person = known_as.root desc, piece.due_on desc, piece.subject_id""".formatted(CANDIDATES, SUPERVISORS, CONTACT_PERSONS, CASES);

    /** The same for those who are due. */
    static final String PEOPLE = "select o.* from (" + KEPT
            + ") o where o.is_over and o.is_known and not o.is_asked and o.due_on <= :validOn";

    /** The same with how far the proposal is: {@code PROPOSED}, or the state of the newest case that was opened on it. */
    static final String PROPOSALS = """
            select o.*, coalesce(p.state, 'PROPOSED') as state, p.privacy_case_id from (%s) o
              left join (select distinct on (p.person_id) p.person_id, p.state, p.privacy_case_id
                           from query.privacy_case_period p
                          where hold(p) and p.requested_by = 'RETENTION'
                          order by p.person_id, p.received_on desc, p.row_id desc) p
                   on p.person_id = o.person_id""".formatted(PEOPLE);

    private Overdue() {}
}
