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
    lines             jsonb     not null,
    drafted_on        date      not null,
    signed_on         date,
    approved_on       date,
    approved_by       text,
    decision_ref      text,
    issued_on         date,
    document_no       text,
    manner            text,
    ceremony_id       uuid,
    ended_on          date,
    end_ground        text,
    end_decided_by    text,
    replaced_by       uuid,
    exclude using gist (verklaring_id with =, valid with &&, known with &&)
);

-- for what held in a region on a day, as known at a moment
create index on ${table} using gist (region, valid, known);
create index on ${table} (trajectory_id);
