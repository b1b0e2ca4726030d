-- How far each segment of a view is, events that the view has no use for included; written a moment after the fact, so
-- that a node which doesn't own the segment knows it.
create table query.applied
(
    view     text   not null,
    segment  int    not null,
    position bigint not null,
    primary key (view, segment)
);

-- Which version of each stream a view has applied: an event is applied once, and never past a gap.
create table query.applied_stream
(
    view             text   not null,
    stream_id        uuid   not null,
    version          bigint not null,
    applied_position bigint not null,
    primary key (view, stream_id)
);

grant select, insert, update, delete on query.applied, query.applied_stream to leerspoor_projector;
grant select on query.applied, query.applied_stream to leerspoor_query;
