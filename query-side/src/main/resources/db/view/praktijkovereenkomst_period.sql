-- What a praktijkovereenkomst was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    praktijkovereenkomst_id uuid      not null,
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
    leerbedrijf_id    uuid      not null,
    supervisor_id     uuid,
    school_id         text      not null,
    crebo             text      not null,
    leerweg           text      not null,
    state             text      not null,
    starts_on         date      not null,
    ends_on           date      not null,
    hours_per_week    int       not null,
    signed_by         text[]    not null,
    signatures        jsonb     not null,
    missing_signatures text[]   not null,
    activated_on      date,
    ended_on          date,
    end_ground        text,
    exclude using gist (praktijkovereenkomst_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment; a period that something entered later closes
create unique index on ${table} (praktijkovereenkomst_id, known_until, holds_until);
-- What held in a region on a day, as known at a moment: quicker to read and to keep than a gist index of the ranges. The
-- end comes first, because what holds today is what has not ended, while nearly everything has begun. It also has what
-- lists are narrowed and sorted by, so that a page is found out of the index alone.
create index on ${table} (region, known_until, holds_until, holds_from, known_from)
    include (row_id, praktijkovereenkomst_id, trajectory_id, leerbedrijf_id, school_id, reference, state, starts_on, ends_on,
             activated_on, ended_on, missing_signatures);
create index on ${table} (trajectory_id, known_until, holds_until);
-- what was in force when somebody started
create index on ${table} (trajectory_id, known_until, starts_on, praktijkovereenkomst_id)
    include (holds_from, holds_until, ends_on, known_from, region, leerbedrijf_id, crebo) where state = 'ACTIVE';
-- how many of those that are known now have not ended: the planner would take it for a multiple
create statistics on known_until, holds_until from ${table};
