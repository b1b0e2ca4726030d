-- What a published report was during some days, as known during some time: its figures never change, whether it stands does.
create table ${table}
(
    row_id             bigint generated always as identity primary key,
    snapshot_id        uuid        not null,
    valid              daterange   not null check (not isempty(valid)),
    known              tstzrange   not null check (not isempty(known)),
    applied_position   bigint      not null,
    holds_from         date        not null generated always as (lower(valid)) stored,
    holds_until        date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from         timestamptz not null generated always as (lower(known)) stored,
    known_until        timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region             text        not null,
    valid_on           date        not null,
    known_on           date        not null,
    known_at           timestamptz not null,
    definition_version int         not null,
    figures            jsonb       not null,
    hash               text        not null,
    event_id           uuid        not null,
    published_on       date        not null,
    published_at       timestamptz not null,
    published_by       text        not null,
    superseded_by      uuid,
    superseded_on      date,
    superseding_reason text,
    exclude using gist (snapshot_id with =, valid with &&, known with &&)
);

-- one report as it is known now; a period that something entered later closes
create unique index on ${table} (snapshot_id, known_until, holds_until);
-- behind which reports an entry falls
create index on ${table} (region, valid_on, known_at) where known_until = 'infinity' and holds_until = 'infinity';
