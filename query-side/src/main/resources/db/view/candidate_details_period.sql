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
    -- the person that was registered, whoever it turned out to be
    registered_as     uuid      not null,
    registered_by     text      not null,
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
-- those with one name and birthday
create index on ${table} (duplicate_key) where known_until = 'infinity' and duplicate_key is not null;

-- What is found by a word of a name or by a birthday, of the rows that are known now. A GIN index on the words is of no use
-- where regions are kept apart: their rows have to be sorted out before any operator that might tell of others, and of
-- those for arrays nobody vouches that they don't.
create table ${table}_word
(
    region  text   not null,
    word    text   not null,
    row_id  bigint not null references ${table} on delete cascade,
    primary key (region, word, row_id)
);
create index on ${table}_word (row_id);
create trigger keep_words after insert or update on ${table} for each row execute function query.keep_words();

-- as in db/policy/regions.sql
alter table ${table}_word enable row level security;
alter table ${table}_word force row level security;
create policy reading on ${table}_word for select to leerspoor_query
    using (region = any ((select string_to_array(nullif(current_setting('app.regions', true), ''), ','))::text[]));
create policy projecting on ${table}_word to leerspoor_projector using (true) with check (true);
grant select on ${table}_word to leerspoor_query;
