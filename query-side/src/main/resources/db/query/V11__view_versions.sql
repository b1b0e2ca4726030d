-- Views come in versions, each with a table of its own that the projector makes from its template in db/view. What was
-- kept until now can be made again from the events.
drop table query.pilot_period_v1, query.candidate_period_v1, query.trajectory_period_v1, query.supervisor_period_v1,
    query.training_period_v1, query.leerbedrijf_period_v1, query.praktijkovereenkomst_period_v1,
    query.verklaring_period_v1;

truncate query.applied, query.applied_stream;
delete from query.token_entry where processor_name <> '__config';

grant create on schema query to leerspoor_projector;

create table query.view_version
(
    view       text        not null,
    number     int         not null,
    shape      text        not null,
    state      text        not null check (state in ('BUILDING', 'SERVING', 'RETIRED')),
    made_at    timestamptz not null default now(),
    served_at  timestamptz,
    retired_at timestamptz,
    primary key (view, number)
);
create unique index one_version_serves on query.view_version (view) where state = 'SERVING';

-- the exclusive or of the first halves of the ids of all events that are applied, to compare with the store
alter table query.applied_stream
    add column ids bigint not null;

-- Events that a version of a view could not take, and those that wait behind them.
create table query.parked_event
(
    view       text        not null,
    position   bigint      not null,
    stream_id  uuid        not null,
    event_id   uuid        not null,
    event_name text        not null,
    cause      text,
    sql_state  text,
    attempts   int         not null,
    parked_at  timestamptz not null default now(),
    primary key (view, position)
);
create index parked_of_stream on query.parked_event (view, stream_id);

grant select, insert, update, delete on query.view_version, query.parked_event to leerspoor_projector;
grant select on query.view_version, query.parked_event to leerspoor_query;
