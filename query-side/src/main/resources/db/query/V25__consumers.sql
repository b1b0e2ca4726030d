-- How far clients are that can't keep that themselves. What is kept here is of programs, not of people.
create table query.consumer
(
    owner   text        not null,
    name    text        not null,
    -- every type without, also those that come later
    types   text[] check (cardinality(types) > 0),
    regions text[]      not null check (cardinality(regions) > 0),
    subject uuid,
    made_at timestamptz not null default now(),
    primary key (owner, name)
);

comment on table query.consumer is 'What somebody receives from a place that is kept here';

-- The things that it is about are shared out over these by a hash; each has a place of its own, and one member at a time.
create table query.consumer_partition
(
    owner       text   not null,
    name        text   not null,
    number      int    not null check (number >= 0),
    position    bigint not null check (position >= 0),
    member      text,
    lease_until timestamptz,
    seen_at     timestamptz,
    primary key (owner, name, number),
    foreign key (owner, name) references query.consumer on delete cascade,
    check ((member is null) = (lease_until is null))
);

grant select, insert, delete on query.consumer to leerspoor_projector;
grant select, insert, update, delete on query.consumer_partition to leerspoor_projector;
