-- What a leerbedrijf was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    leerbedrijf_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region            text      not null,
    reference         text,
    name              text      not null,
    company_number    text,
    sector            text,
    state             text      not null,
    approached_on     date      not null,
    interested_on     date,
    joined_on         date,
    decline_reasons   text[]    not null,
    decline_sectors   text[]    not null,
    would_reconsider_if text,
    erkende_crebos    text[]    not null,
    declines          jsonb     not null,
    erkenningen       jsonb     not null,
    reassess_from     date,
    offers            jsonb     not null,
    suspended_since   date,
    suspended_cause   text,
    left_on           date,
    left_reason       text,
    speakers          jsonb     not null,
    exclude using gist (leerbedrijf_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment; a period that something entered later closes
create unique index on ${table} (leerbedrijf_id, known_until, holds_until);
-- what held in a region on a day, as known at a moment: quicker to read and to keep than a gist index of the ranges. The
-- end comes first, because what holds today is what has not ended, while nearly everything has begun.
create index on ${table} (region, known_until, holds_until, holds_from, known_from);
