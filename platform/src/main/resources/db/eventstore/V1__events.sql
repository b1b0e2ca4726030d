-- The events of Axon's JPA storage engine. Append-only: by grant for the application, by trigger for everyone.

create table eventstore.domain_event_entry
(
    global_index         bigint generated always as identity primary key,
    event_identifier     varchar(255) not null unique,
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255) not null,
    payload              bytea        not null,
    meta_data            bytea        not null,
    time_stamp           varchar(255) not null,
    constraint one_event_per_version unique (aggregate_identifier, sequence_number)
);

comment on table eventstore.domain_event_entry is 'Every fact, in the order in which it was committed';

-- Axon asks for snapshots at every load; none are ever written.
create table eventstore.snapshot_event_entry
(
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255) not null,
    event_identifier     varchar(255) not null unique,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea,
    time_stamp           varchar(255) not null,
    primary key (aggregate_identifier, sequence_number, type)
);
