-- Whether views have all that the store has; see Completeness.

-- What the store has of each stream: the name of the first event, how many there are, and the exclusive or of the first
-- halves of their ids. Counted in commit order up to completeness.counted.
create table query.stream_total
(
    stream_id  uuid primary key,
    event_name text   not null,
    events     bigint not null,
    ids        bigint not null,
    position   bigint not null
);
create index stream_total_by_event_name on query.stream_total (event_name);

-- How far the counting is, up to which stream the round of counting again is, and when views are to be checked.
create table query.completeness
(
    only_row       boolean primary key default true check (only_row),
    counted        bigint       not null default 0,
    counted_again  varchar(255) not null default '',
    due_at         timestamptz  not null default now()
);
insert into query.completeness default values;

-- Streams of which a version of a view was found to miss events or rows, until a later check finds it complete.
create table query.incomplete_stream
(
    view      text        not null,
    stream_id uuid        not null,
    found_at  timestamptz not null default now(),
    primary key (view, stream_id)
);

-- How many rows a version of a view has of the stream.
alter table query.applied_stream
    add column row_count bigint not null default 0;

grant select, insert, update, delete on query.stream_total, query.incomplete_stream to leerspoor_projector;
grant select, update on query.completeness to leerspoor_projector;
