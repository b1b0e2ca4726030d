-- Up to which position events were followed or parked. The token tells the processor where to go on; this tells what was
-- done, so that an event which comes again changes nothing. Its row is locked while somebody follows.
create table command.followed
(
    follower text primary key,
    position bigint not null
);

-- Events from which nothing could be made to follow, and those that wait behind them in their stream. The cause is the
-- class of the error, null for those that wait behind.
create table command.parked_event
(
    follower   text        not null,
    position   bigint      not null,
    stream_id  uuid        not null,
    event_id   uuid        not null,
    event_name text        not null,
    cause      text,
    sql_state  text,
    attempts   int         not null,
    parked_at  timestamptz not null default now(),
    tried_at   timestamptz not null default now(),
    primary key (follower, position)
);

create index parked_of_stream on command.parked_event (follower, stream_id);

grant select, insert, update, delete on command.followed, command.parked_event to leerspoor_command;
