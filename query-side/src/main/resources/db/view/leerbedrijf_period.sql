-- What a leerbedrijf was during some days, as known during some time.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    leerbedrijf_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    region            text      not null,
    reference         text,
    name              text      not null,
    sector            text,
    state             text      not null,
    approached_on     date      not null,
    interested_on     date,
    joined_on         date,
    decline_reasons   text[]    not null,
    decline_sectors   text[]    not null,
    would_reconsider_if text,
    erkende_crebos    text[]    not null,
    exclude using gist (leerbedrijf_id with =, valid with &&, known with &&)
);
