-- Where in the events it stands who a candidate was during some days, as known during some time. Nothing here tells who
-- that is: the events are sealed, and words of names are keyed hashes.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    candidate_id      uuid      not null,
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
    details_event_id  uuid,
    name_words        text[]    not null,
    duplicate_key     text,
    note_event_ids    uuid[]    not null,
    erased_on         date,
    merged_into       uuid,
    exclude using gist (candidate_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment; a period that something entered later closes
create unique index on ${table} (candidate_id, known_until, holds_until);
-- the candidates of a person who was transferred
create index on ${table} (person_id);
-- by name, and those with one name and birthday
create index on ${table} using gin (name_words) where known_until = 'infinity';
create index on ${table} (duplicate_key) where known_until = 'infinity' and duplicate_key is not null;
