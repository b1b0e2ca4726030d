-- Transactions are numbered by a server. A log that was moved to another one by dump and restore has lines with numbers of
-- both, so each says on which it was written: those of one server are chained in the order of its transactions. What was
-- written before this has 0. The index takes a second for each million lines, in which nobody reads personal data.
create function query.this_server() returns bigint
    language sql
    stable
    set search_path = ''
as
$$
select system_identifier from pg_catalog.pg_control_system()
$$;

alter table query.processing_log
    add column written_on bigint not null default 0;
alter table query.processing_log
    alter column written_on set default query.this_server();

create index on query.processing_log (written_on, written_in, row_id);
drop index query.processing_log_written_in_row_id_idx;

-- Links of the second format have the server and the moment of chaining under their head.
alter table query.processing_log_link
    add column written_on bigint   not null default 0,
    add column format     smallint not null default 1;
alter table query.processing_log_link
    alter column written_on drop default,
    alter column format drop default;

create index on query.processing_log_link (written_on, number desc);

-- As before, and tells of each month that it could not make a table for, and why, as an SQL state.
drop function query.prepare_processing_log(date, int);

create function query.prepare_processing_log(first_month date, months int) returns table (missing date, sql_state text)
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
                    -- another node made it
                    when duplicate_table then null;
                    -- lines of the month stand beside already, or somebody is in the way
                    when check_violation or lock_not_available then
                        missing := month;
                        sql_state := sqlstate;
                        return next;
                end;
            end if;
        end loop;
end
$$;

revoke execute on function query.prepare_processing_log(date, int) from public;
grant execute on function query.prepare_processing_log(date, int) to leerspoor_projector;
