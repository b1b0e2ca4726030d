-- What a supervisor was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    supervisor_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    region            text      not null,
    reference         text,
    leerbedrijf_id    uuid      not null,
    sector            text      not null,
    state             text      not null,
    trained_on        date,
    valid_until       date,
    training_id       uuid,
    max_candidates    int       not null,
    reserved          int       not null,
    reserved_for      uuid[]    not null,
    unavailable_since date,
    unavailable_cause text,
    exclude using gist (supervisor_id with =, valid with &&, known with &&)
);
