-- What a supervisor was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    supervisor_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region            text      not null,
    reference         text,
    leerbedrijf_id    uuid      not null,
    sector            text      not null,
    state             text      not null,
    trained_on        date,
    valid_until       date,
    training_id       uuid,
    max_candidates    int       not null,
    reserved          int       not null,
    places_left       int       not null generated always as (greatest(0, max_candidates - reserved)) stored,
    reserved_for      uuid[]    not null,
    unavailable_since date,
    unavailable_cause text,
    -- null when it is not known who they are, or not any more
    details_on        date,
    -- the last day on which this supervisor can guide somebody, as things are on these days
    guides_until      date      generated always as (
        case when state = 'TRAINED' and unavailable_since is null then coalesce(valid_until, date 'infinity') end) stored,
    exclude using gist (supervisor_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment; a period that something entered later closes
create unique index on ${table} (supervisor_id, known_until, holds_until);
-- what held in a region on a day, as known at a moment: quicker to read and to keep than a gist index of the ranges. The
-- end comes first, because what holds today is what has not ended, while nearly everything has begun.
create index on ${table} (region, known_until, holds_until, holds_from, known_from);
-- who guides at a leerbedrijf, and who takes part in a training
create index on ${table} (leerbedrijf_id, known_until, holds_until)
    include (holds_from, known_from, region, guides_until, places_left);
create index on ${table} (training_id, known_until, holds_until) where training_id is not null;
-- how many of those that are known now have not ended: the planner would take it for a multiple
create statistics on known_until, holds_until from ${table};
