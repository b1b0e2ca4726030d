-- What a cohort was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    cohort_id         uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    region            text      not null,
    reference         text,
    name              text      not null,
    created_on        date      not null,
    members           uuid[]    not null,
    actions           jsonb     not null,
    exclude using gist (cohort_id with =, valid with &&, known with &&)
);
