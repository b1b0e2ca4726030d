-- Who entered what and when: one row per event, told by its envelope and by what it says of earlier events. The rows are
-- taken from the store in commit order and say nothing that the store doesn't: one that is removed is taken anew.
create table query.entry
(
    position       bigint      primary key,
    event_id       uuid        not null unique,
    stream_id      uuid        not null,
    version        bigint      not null,
    name           text        not null,
    region         text,
    effective_on   date,
    recorded_at    timestamptz not null,
    recorded_on    date        not null,
    days_late      int         not null,
    author         text        not null,
    role           text        not null,
    organisation   text        not null,
    source         text        not null,
    correlation_id text        not null,
    undoes         text        check (undoes in ('CORRECTION', 'RETRACTION')),
    undone         uuid[]      not null,
    reason         text,
    authorised_by  text,
    unreadable     boolean     not null
);

-- what came late; what the program itself records because of an entry does not
create index on query.entry (region, position) where days_late > 0 and source <> 'SYSTEM';
create index on query.entry (author, position) where days_late > 0 and source <> 'SYSTEM';
create index on query.entry (name, position) where days_late > 0 and source <> 'SYSTEM';
-- what undoes something, which is rare
create index on query.entry (position) where undoes is not null;
create index on query.entry (stream_id);
create index on query.entry (correlation_id, position);

grant select, insert, delete on query.entry to leerspoor_projector;
grant select on query.entry to leerspoor_query;
