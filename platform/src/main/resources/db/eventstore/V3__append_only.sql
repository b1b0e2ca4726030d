-- Events are for ever. The refusal holds for the owner and for a superuser too, until one disables the trigger.

create function eventstore.refuse_change() returns trigger
    language plpgsql
    set search_path = ''
as
$$
begin
    raise exception 'events are append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
        using errcode = '42501';
end
$$;

create trigger refuse_change
    before update or delete
    on eventstore.domain_event_entry
    for each statement
execute function eventstore.refuse_change();

create trigger refuse_truncate
    before truncate
    on eventstore.domain_event_entry
    for each statement
execute function eventstore.refuse_change();

alter table eventstore.domain_event_entry
    enable always trigger refuse_change;
alter table eventstore.domain_event_entry
    enable always trigger refuse_truncate;

grant usage on schema eventstore to leerspoor_command, leerspoor_projector;
grant select, insert on eventstore.domain_event_entry to leerspoor_command;
grant select on eventstore.domain_event_entry to leerspoor_projector;
grant select on eventstore.snapshot_event_entry to leerspoor_command;
grant select on sequence eventstore.domain_event_entry_global_index_seq to leerspoor_command;
