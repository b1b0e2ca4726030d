-- Makes the roles and schemas of Leerspoor in an empty database. Run once by a superuser, connected to that database.
-- Roles get no password here: set one with ALTER ROLE where the server asks for it.

do $$
declare
    wanted text;
begin
    foreach wanted in array array ['leerspoor_owner', 'leerspoor_command', 'leerspoor_projector', 'leerspoor_query',
                                   'leerspoor_sealer', 'leerspoor_keys', 'leerspoor_webhook']
        loop
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I login nosuperuser nocreatedb nocreaterole noinherit', wanted);
            end if;
        end loop;
end
$$;

-- A frozen node must not hold the ordering lock or a segment of a view, a stuck statement must not hold a request.
alter role leerspoor_command set idle_in_transaction_session_timeout = '5s';
-- Whoever waits gives up before a frozen holder loses its lock: else another transaction of the frozen node would be next.
alter role leerspoor_command set lock_timeout = '4s';
alter role leerspoor_command set statement_timeout = '15s';
alter role leerspoor_keys set idle_in_transaction_session_timeout = '5s';
-- A command waits for it, and may not be idle for longer than five seconds.
alter role leerspoor_keys set lock_timeout = '2s';
alter role leerspoor_keys set statement_timeout = '15s';
alter role leerspoor_projector set idle_in_transaction_session_timeout = '10s';
alter role leerspoor_query set idle_in_transaction_session_timeout = '5s';
alter role leerspoor_query set lock_timeout = '5s';
alter role leerspoor_query set statement_timeout = '15s';
-- Reads the whole log at times, so its statements may take long; but it must not keep others from sealing when it freezes.
alter role leerspoor_sealer set idle_in_transaction_session_timeout = '10s';
alter role leerspoor_sealer set lock_timeout = '5s';
alter role leerspoor_webhook set idle_in_transaction_session_timeout = '5s';
alter role leerspoor_webhook set lock_timeout = '5s';
alter role leerspoor_webhook set statement_timeout = '15s';

-- Views lie in memory, where no page is further away than another and it is rows that take the time.
alter role leerspoor_query set seq_page_cost = 0.1;
alter role leerspoor_query set random_page_cost = 0.11;
alter role leerspoor_query set cpu_tuple_cost = 0.03;
-- Questions are short: to compile them, or to start a worker for them, would take longer than to answer them.
alter role leerspoor_query set jit = off;
alter role leerspoor_query set max_parallel_workers_per_gather = 0;

-- Views and their tokens commit together and can be made again from the events, so their commits need not wait for disk.
alter role leerspoor_projector set synchronous_commit = off;

alter role leerspoor_owner set search_path = '';
alter role leerspoor_command set search_path = '';
alter role leerspoor_keys set search_path = '';
alter role leerspoor_projector set search_path = '';
alter role leerspoor_query set search_path = '';
alter role leerspoor_sealer set search_path = '';
alter role leerspoor_webhook set search_path = '';

revoke all on schema public from public;

-- Lets a constraint say: no two rows for one subject that overlap in both times.
create extension if not exists btree_gist with schema public;

create schema if not exists keys authorization leerspoor_owner;
create schema if not exists eventstore authorization leerspoor_owner;
create schema if not exists command authorization leerspoor_owner;
create schema if not exists query authorization leerspoor_owner;

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to leerspoor_owner, leerspoor_command, leerspoor_projector, leerspoor_query, '
                       'leerspoor_sealer, leerspoor_keys, leerspoor_webhook', current_database());
end
$$;
