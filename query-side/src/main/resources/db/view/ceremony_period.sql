-- What a ceremony was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    ceremony_id       uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    region            text      not null,
    reference         text,
    place             text      not null,
    state             text      not null,
    on_day            date      not null,
    moves             jsonb     not null,
    nominated         uuid[]    not null,
    present           uuid[]    not null,
    absent            uuid[]    not null,
    exclude using gist (ceremony_id with =, valid with &&, known with &&)
);
