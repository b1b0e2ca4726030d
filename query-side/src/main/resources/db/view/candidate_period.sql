-- What a candidate was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    candidate_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region            text      not null,
    reference         text,
    person_id         uuid      not null,
    registered_on     date      not null,
    target_group      text      not null,
    labour_status     text,
    income_kind       text,
    referrer          text,
    preferred_sector  text,
    confidence_first  int,
    confidence_last   int,
    outcomes          text[]    not null,
    outcome_moments   text[]    not null,
    outcome_trajectories uuid[] not null,
    outcome_same_leerbedrijf boolean[] not null,
    exclude using gist (candidate_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment; a period that something entered later closes
create unique index on ${table} (candidate_id, known_until, holds_until);
-- what held in a region on a day, as known at a moment: quicker to read and to keep than a gist index of the ranges. The
-- end comes first, because what holds today is what has not ended, while nearly everything has begun.
create index on ${table} (region, known_until, holds_until, holds_from, known_from);
-- who told to work at the leerbedrijf of a trajectory
create index on ${table} (candidate_id, known_until, holds_until) where true = any(outcome_same_leerbedrijf);
-- how many of those that are known now have not ended: the planner would take it for a multiple
create statistics on known_until, holds_until from ${table};
-- by what people know a person whose figures changed
create index on ${table} (person_id) where known_until = 'infinity';
