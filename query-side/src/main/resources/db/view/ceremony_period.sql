-- What a ceremony was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    ceremony_id       uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region            text      not null,
    reference         text,
    place             text      not null,
    state             text      not null,
    on_day            date      not null,
    moves             jsonb     not null,
    nominated         uuid[]    not null,
    present           uuid[]    not null,
    absent            uuid[]    not null,
    exclude using gist (ceremony_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment; a period that something entered later closes
create unique index on ${table} (ceremony_id, known_until, holds_until);
-- what held in a region on a day, as known at a moment: quicker to read and to keep than a gist index of the ranges. The
-- end comes first, because what holds today is what has not ended, while nearly everything has begun.
create index on ${table} (region, known_until, holds_until, holds_from, known_from);
