-- The tree over all events, in full tiles (c2sp.org/tlog-tiles), and how large it was when (c2sp.org/tlog-checkpoint). What
-- is not a full tile yet is made from the tiles below it and from the newest events.

create table eventstore.log_tile
(
    level          smallint not null check (level >= 0),
    index          bigint   not null check (index >= 0),
    -- of the events of a tile of level 0
    first_position bigint,
    last_position  bigint,
    root           bytea    not null check (octet_length(root) = 32),
    hashes         bytea    not null check (octet_length(hashes) = 256 * 32),
    primary key (level, index),
    check ((level = 0) = (first_position is not null) and (level = 0) = (last_position is not null))
);

alter table eventstore.log_tile
    alter column hashes set storage external;

create index log_tile_position on eventstore.log_tile (last_position) where level = 0;

create table eventstore.log_checkpoint
(
    number        bigint generated always as identity primary key,
    origin        varchar(255) not null,
    size          bigint       not null check (size >= 0),
    root          bytea        not null check (octet_length(root) = 32),
    -- of the last event in it
    last_position bigint       not null,
    note          text         not null,
    sealed_at     timestamptz  not null default now(),
    unique (origin, size)
);

create table eventstore.log_key
(
    key        text primary key,
    first_used timestamptz not null default now()
);

comment on table eventstore.log_tile is 'Hashes over 256 events each, and over 256 such tiles';
comment on table eventstore.log_checkpoint is 'Signed sizes and roots of the log, the newest last';
comment on table eventstore.log_key is 'The public keys that checkpoints were signed with';

do $$
declare
    sealed text;
begin
    foreach sealed in array array ['log_tile', 'log_checkpoint', 'log_key']
        loop
            execute format('create trigger refuse_change before update or delete on eventstore.%I
                                for each statement execute function eventstore.refuse_change()', sealed);
            execute format('create trigger refuse_truncate before truncate on eventstore.%I
                                for each statement execute function eventstore.refuse_change()', sealed);
            execute format('alter table eventstore.%I enable always trigger refuse_change', sealed);
            execute format('alter table eventstore.%I enable always trigger refuse_truncate', sealed);
            execute format('grant select, insert on eventstore.%I to leerspoor_sealer', sealed);
            execute format('grant select on eventstore.%I to leerspoor_projector', sealed);
        end loop;
end
$$;

grant usage on schema eventstore to leerspoor_sealer;
grant select on eventstore.domain_event_entry, eventstore.event_mac to leerspoor_sealer;
