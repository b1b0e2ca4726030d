-- What a verklaring was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    verklaring_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    region            text      not null,
    reference         text,
    trajectory_id     uuid      not null,
    candidate_id      uuid      not null,
    school_id         text      not null,
    leerbedrijf_id    uuid      not null,
    crebo             text      not null,
    level             int       not null,
    regime            text      not null,
    state             text      not null,
    werkprocessen     text[]    not null,
    drafted_on        date      not null,
    approved_on       date,
    issued_on         date,
    document_no       text,
    manner            text,
    ceremony_id       uuid,
    exclude using gist (verklaring_id with =, valid with &&, known with &&)
);
