-- What a training of supervisors was during some days, as known during some time. A scheduled one runs from its start on.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    training_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region            text      not null,
    reference         text,
    training_kind     text      not null,
    sector            text,
    state             text      not null,
    starts_on         date      not null,
    ends_on           date      not null,
    places            int       not null,
    suspended_since   date,
    suspended_cause   text,
    expected_resume_on date,
    days_suspended    int       not null,
    exclude using gist (training_id with =, valid with &&, known with &&)
);

-- one subject as known now; a period that something entered later closes
create unique index on ${table} (training_id, holds_from) where known_until = 'infinity';
-- what held in a region on a day, as known at a moment: quicker to read and to keep than a gist index of the ranges. The
-- end comes first, because what holds today is what has not ended, while nearly everything has begun.
create index on ${table} (region, known_until, holds_until, holds_from, known_from);
