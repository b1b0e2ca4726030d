-- What a duty was during some days, as known during some time.
create table ${table}
(
    row_id                  bigint generated always as identity primary key,
    duty_id                 uuid      not null,
    valid                   daterange not null check (not isempty(valid)),
    known                   tstzrange not null check (not isempty(known)),
    applied_position        bigint    not null,
    region                  text      not null,
    kind                    text      not null,
    for_role                text      not null,
    state                   text      not null,
    raised_on               date      not null,
    due_on                  date      not null,
    missed                  boolean   not null,
    cause_event_id          uuid      not null,
    cause                   text      not null,
    trajectory_id           uuid,
    candidate_id            uuid,
    leerbedrijf_id          uuid,
    supervisor_id           uuid,
    training_id             uuid,
    praktijkovereenkomst_id uuid,
    crebo                   text,
    moment                  text,
    reminded_on             date,
    escalated_to            text,
    discharged_on           date,
    discharge_ground        text,
    discharge_reason        text,
    exclude using gist (duty_id with =, valid with &&, known with &&)
);

-- for the usual order of the list
create index on ${table} (due_on, duty_id);
