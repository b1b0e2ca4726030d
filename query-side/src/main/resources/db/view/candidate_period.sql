-- What a candidate was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    candidate_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    region            text      not null,
    reference         text,
    person_id         uuid      not null,
    registered_on     date      not null,
    target_group      text      not null,
    labour_status     text,
    income_kind       text,
    referrer          text,
    preferred_sector  text,
    confidence_first  int,
    confidence_last   int,
    outcomes          text[]    not null,
    outcome_moments   text[]    not null,
    outcome_trajectories uuid[] not null,
    exclude using gist (candidate_id with =, valid with &&, known with &&)
);

-- for what held in a region on a day, as known at a moment
create index on ${table} using gist (region, valid, known);
