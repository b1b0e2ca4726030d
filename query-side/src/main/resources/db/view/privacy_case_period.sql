-- How far a request about somebody's own data was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    privacy_case_id   uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region            text      not null,
    kind              text      not null,
    subject_kind      text      not null,
    subject_id        uuid      not null,
    person_id         uuid      not null,
    requested_by      text      not null,
    received_on       date      not null,
    due_on            date      not null,
    state             text      not null,
    ground            text,
    refused_ground    text,
    withheld          text[]    not null,
    decided_on        date,
    carried_out_on    date,
    export_id         uuid,
    processings       text[]    not null,
    ended_processings text[]    not null,
    to_inform         boolean   not null,
    recipients        text[]    not null,
    exclude using gist (privacy_case_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment; a period that something entered later closes
create unique index on ${table} (privacy_case_id, known_until, holds_until);
-- those of a region
create index on ${table} (region, known_until, holds_until, holds_from, known_from);
-- those of a person
create index on ${table} (person_id) where known_until = 'infinity';
