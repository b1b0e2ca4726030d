-- What a verklaring was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    verklaring_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region            text      not null,
    reference         text,
    trajectory_id     uuid      not null,
    candidate_id      uuid      not null,
    school_id         text      not null,
    leerbedrijf_id    uuid      not null,
    crebo             text      not null,
    level             int       not null,
    regime            text      not null,
    state             text      not null,
    werkprocessen     text[]    not null,
    lines             jsonb     not null,
    drafted_on        date      not null,
    signed_on         date,
    approved_on       date,
    approved_by       text,
    decision_ref      text,
    issued_on         date,
    document_no       text,
    manner            text,
    ceremony_id       uuid,
    ended_on          date,
    end_ground        text,
    end_decided_by    text,
    replaced_by       uuid,
    -- whether the one who approved it confirmed one of its werkprocessen
    approved_by_confirmer boolean  not null generated always as (
        coalesce(jsonb_exists(jsonb_path_query_array(lines, '$[*].schoolCoachId'), approved_by), false)) stored,
    exclude using gist (verklaring_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment, and what ceremonies tell of it; a period that something entered later closes
create unique index on ${table} (verklaring_id, known_until, holds_until)
    include (holds_from, known_from, region, reference, trajectory_id, state);
-- What held in a region on a day, as known at a moment: quicker to read and to keep than a gist index of the ranges. The
-- end comes first, because what holds today is what has not ended, while nearly everything has begun. It also has what
-- lists are narrowed and sorted by, so that a page is found out of the index alone.
create index on ${table} (region, known_until, holds_until, holds_from, known_from)
    include (row_id, verklaring_id, trajectory_id, leerbedrijf_id, school_id, reference, state, drafted_on, approved_on,
             issued_on, document_no, ceremony_id, approved_by_confirmer);
create index on ${table} (trajectory_id, known_until, holds_until);
-- how many of those that are known now have not ended: the planner would take it for a multiple
create statistics on known_until, holds_until from ${table};
