-- The query nodes that there are, so that each knows its share of the segments. A node tells every few seconds that it is
-- there.
create table query.node
(
    name    varchar(255) primary key,
    seen_at timestamptz not null
);

grant select, insert, update, delete on query.node to leerspoor_projector;
