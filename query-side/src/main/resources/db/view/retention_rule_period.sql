-- For how long a region kept something of people during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    retention_rule_id   uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    region            text      not null,
    rule              text      not null,
    months            int       not null,
    in_force          boolean   not null,
    exclude using gist (retention_rule_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment; a period that something entered later closes
create unique index on ${table} (retention_rule_id, known_until, holds_until);
-- those of a region
create index on ${table} (region, known_until, holds_until, holds_from, known_from);
