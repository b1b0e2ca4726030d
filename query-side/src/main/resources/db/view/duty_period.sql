-- What a duty was during some days, as known during some time.
create table ${table}
(
    row_id                  bigint generated always as identity primary key,
    duty_id                 uuid      not null,
    valid                   daterange not null check (not isempty(valid)),
    known                   tstzrange not null check (not isempty(known)),
    applied_position        bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region                  text      not null,
    kind                    text      not null,
    for_role                text      not null,
    state                   text      not null,
    raised_on               date      not null,
    due_on                  date      not null,
    missed                  boolean   not null,
    cause_event_id          uuid      not null,
    cause                   text      not null,
    trajectory_id           uuid,
    candidate_id            uuid,
    leerbedrijf_id          uuid,
    supervisor_id           uuid,
    training_id             uuid,
    praktijkovereenkomst_id uuid,
    crebo                   text,
    moment                  text,
    privacy_case_id         uuid,
    reminded_on             date,
    escalated_to            text,
    discharged_on           date,
    discharge_ground        text,
    discharge_reason        text,
    exclude using gist (duty_id with =, valid with &&, known with &&)
);

-- one subject as known now; a period that something entered later closes
create unique index on ${table} (duty_id, holds_from) where known_until = 'infinity';
-- what held in a region on a day, as known at a moment: quicker to read and to keep than a gist index of the ranges. The
-- end comes first, because what holds today is what has not ended, while nearly everything has begun.
create index on ${table} (region, known_until, holds_until, holds_from, known_from);
-- the usual order of the list
create index on ${table} (due_on, duty_id, region, holds_from, holds_until) where known_until = 'infinity';
