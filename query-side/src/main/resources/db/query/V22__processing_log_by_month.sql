-- The processing log in a table for each month, so that a month can go as a whole when its period is over, and with what
-- is needed to chain its lines once they are committed. Lines of a month for which there is no table yet go to one beside:
-- no line is ever lost for that, and none refused.
alter table query.processing_log
    no force row level security;
alter table query.processing_log
    rename to processing_log_before;

create sequence query.processing_log_row;

create table query.processing_log
(
    row_id                 bigint      not null default nextval('query.processing_log_row'),
    log_id                 uuid        not null default gen_random_uuid(),
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
    organisation           text        not null,
    -- lines are committed in another order than they are numbered in; whoever chains them goes by this
    written_in             xid8        not null default pg_current_xact_id(),
    primary key (row_id, start_time)
) partition by range (start_time);

comment on table query.processing_log is 'Every reading of personal data; what is in it stays as it is';

create index on query.processing_log (data_subject_id, row_id);
create index on query.processing_log (region, row_id);
create index on query.processing_log (read_by, row_id);
create index on query.processing_log (written_in, row_id);

-- Every table of it is guarded by itself: a statement on a month does not pass by the whole.
create function query.guard_processing_log(month regclass) returns void
    language plpgsql
    set search_path = ''
as
$$
begin
    execute format('create trigger refuse_change before update or delete or truncate on %s for each statement'
                       ' execute function query.refuse_change_of_log()', month);
    execute format('alter table %s enable always trigger refuse_change', month);
    execute format('alter table %s enable row level security', month);
    execute format('alter table %s force row level security', month);
end
$$;

create table query.processing_log_other partition of query.processing_log default;

-- Makes the tables of some months. One whose lines stand beside already is left there; one that somebody is in the way of
-- is made the next time.
create function query.prepare_processing_log(first_month date, months int) returns void
    language plpgsql
    security definer
    set search_path = ''
    set lock_timeout = '2s'
as
$$
declare
    month date;
    named text;
begin
    for month in select (date_trunc('month', first_month::timestamp) + make_interval(months => n))::date
                   from generate_series(0, months - 1) n
        loop
            named := 'processing_log_' || to_char(month, 'YYYY_MM');
            if to_regclass('query.' || named) is null then
                begin
                    execute format('create table query.%I partition of query.processing_log for values from (%L) to (%L)',
                                   named, month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00');
                    perform query.guard_processing_log(format('query.%I', named)::regclass);
                exception
                    when check_violation or lock_not_available or duplicate_table then null;
                end;
            end if;
        end loop;
end
$$;

revoke execute on function query.guard_processing_log(regclass), query.prepare_processing_log(date, int) from public;
grant execute on function query.prepare_processing_log(date, int) to leerspoor_projector;

select query.guard_processing_log('query.processing_log_other');
select query.prepare_processing_log(coalesce((select min(start_time)::date from query.processing_log_before), current_date),
                                    (select (extract(year from age(now(), coalesce(min(start_time), now()))) * 12
                                        + extract(month from age(now(), coalesce(min(start_time), now()))))::int + 4
                                       from query.processing_log_before));

insert into query.processing_log (row_id, log_id, trace_id, operation_id, name, status_code, start_time, end_time, resource,
                                  processing_activity_id, data_subject_id, region, read_by, roles, organisation)
select row_id, log_id, trace_id, operation_id, name, status_code, start_time, end_time, resource,
       processing_activity_id, data_subject_id, region, read_by, roles, organisation
  from query.processing_log_before
 order by row_id;
select setval('query.processing_log_row', (select coalesce(max(row_id), 0) + 1 from query.processing_log_before), false);
drop table query.processing_log_before;
select query.guard_processing_log('query.processing_log');

-- The chain: each link has lines of one month between two points in the order of transactions, and a head over the one before.
create table query.processing_log_link
(
    number    bigint primary key,
    month     date        not null,
    lines     bigint      not null check (lines > 0),
    digest    bytea       not null,
    after_xid xid8        not null,
    after_row bigint      not null,
    to_xid    xid8        not null,
    to_row    bigint      not null,
    head      bytea       not null,
    made_at   timestamptz not null default now()
);

comment on table query.processing_log_link is 'The chain over the processing log; see docs/privacy.md for its bytes';

create index on query.processing_log_link (month, number);

create trigger refuse_change
    before update or delete or truncate
    on query.processing_log_link
    for each statement
execute function query.refuse_change_of_log();

alter table query.processing_log_link
    enable always trigger refuse_change;

grant usage on sequence query.processing_log_row to leerspoor_projector;
grant select, insert on query.processing_log, query.processing_log_link to leerspoor_projector;
grant select on query.processing_log to leerspoor_query;

-- As in db/policy/regions.sql.
create policy reading on query.processing_log for select to leerspoor_query
    using (region = any ((select string_to_array(nullif(current_setting('app.regions', true), ''), ','))::text[]));
create policy writing on query.processing_log to leerspoor_projector using (true) with check (true);
