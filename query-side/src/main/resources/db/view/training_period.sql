-- What a training of supervisors was during some days, as known during some time. A scheduled one runs from its start on.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    training_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    region            text      not null,
    reference         text,
    training_kind     text      not null,
    sector            text,
    state             text      not null,
    starts_on         date      not null,
    ends_on           date      not null,
    places            int       not null,
    suspended_since   date,
    suspended_cause   text,
    expected_resume_on date,
    days_suspended    int       not null,
    exclude using gist (training_id with =, valid with &&, known with &&)
);
