-- To which incarnation of this database the shred register was applied. A restored backup brings keys back of people who were
-- erased since, and with them rows of this table; so a row counts for one start of one server on one timeline, with one table
-- of keys: files that were put back, a backup that was replayed to a moment, a standby that took over and a dump that was read
-- in are each another one.
create function keys.incarnation() returns text
    language sql
    stable
    set search_path = ''
as
$$
select concat_ws('/', (select system_identifier from pg_catalog.pg_control_system()),
                 left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 8),
                 (select oid from pg_catalog.pg_class where oid = pg_catalog.to_regclass('keys.person_key')),
                 extract(epoch from pg_catalog.pg_postmaster_start_time()))
$$;

create table keys.register_applied
(
    incarnation text primary key,
    applied_at  timestamptz not null default now()
);

comment on table keys.register_applied is 'Where nobody is readable whom the shred register has; see docs/privacy.md';

grant select, insert on keys.register_applied to leerspoor_command;
grant select on keys.register_applied to leerspoor_projector;
