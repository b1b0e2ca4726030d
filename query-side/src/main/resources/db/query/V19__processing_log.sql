-- Who read personal data of whom, written before they got the answer. The columns are those of a line of the Logboek
-- Dataverwerkingen (Logius): an operation is a request, a resource the address of what was asked for, without anything
-- that was searched by. One line for each person that an answer tells of.
create table query.processing_log
(
    row_id                 bigint generated always as identity primary key,
    log_id                 uuid        not null default gen_random_uuid() unique,
    trace_id               text        not null,
    operation_id           text        not null,
    name                   text        not null,
    status_code            text        not null check (status_code in ('UNSET', 'OK', 'ERROR')),
    start_time             timestamptz not null,
    end_time               timestamptz not null check (end_time >= start_time),
    resource               text        not null,
    processing_activity_id text        not null,
    data_subject_id        uuid        not null,
    region                 text        not null,
    read_by                text        not null,
    roles                  text[]      not null,
    organisation           text        not null
);

comment on table query.processing_log is 'Every reading of personal data; what is in it stays as it is';

create index on query.processing_log (data_subject_id, row_id);
create index on query.processing_log (region, row_id);
create index on query.processing_log (read_by, row_id);

-- Holds for the owner and for a superuser too, until one disables the trigger.
create function query.refuse_change_of_log() returns trigger
    language plpgsql
    set search_path = ''
as
$$
begin
    raise exception 'the processing log only grows: % is refused', tg_op using errcode = '42501';
end
$$;

create trigger refuse_change
    before update or delete or truncate
    on query.processing_log
    for each statement
execute function query.refuse_change_of_log();

alter table query.processing_log
    enable always trigger refuse_change;

grant select, insert on query.processing_log to leerspoor_projector;
grant select on query.processing_log to leerspoor_query;

-- As in db/policy/regions.sql.
alter table query.processing_log enable row level security;
alter table query.processing_log force row level security;
create policy reading on query.processing_log for select to leerspoor_query
    using (region = any ((select string_to_array(nullif(current_setting('app.regions', true), ''), ','))::text[]));
create policy writing on query.processing_log to leerspoor_projector using (true) with check (true);
