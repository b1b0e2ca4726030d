-- What the pilot of a region was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    pilot_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    region            text      not null,
    reference         text,
    programme_id      text      not null,
    name              text      not null,
    state             text      not null,
    started_on        date      not null,
    planned_end       date      not null,
    target_in_view    int,
    sectors           text[]    not null,
    partners          jsonb     not null,
    targets           jsonb     not null,
    lessons           jsonb     not null,
    moves             jsonb     not null,
    completed_on      date,
    carried_over      uuid[]    not null,
    exclude using gist (pilot_id with =, valid with &&, known with &&)
);
