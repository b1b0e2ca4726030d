-- A key per person, wrapped by a key-encryption key that is not in this database. To erase a person is to destroy the
-- key; the row stays as the sign that there was one and that there will never be another.

create table keys.person_key
(
    person_id    uuid        primary key,
    wrapped_key  bytea,
    wrapped_by   text        not null,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz,
    constraint kept_or_destroyed check ((wrapped_key is null) = (destroyed_at is not null))
);

comment on table keys.person_key is 'Whose personal data can be read, and whose never again';
comment on column keys.person_key.wrapped_by is 'The id of the key-encryption key: what its file is to hold';

create index person_key_by_wrapping on keys.person_key (wrapped_by) where wrapped_key is not null;

-- Holds for the owner and for a superuser too, until one disables the trigger.
create function keys.refuse_return() returns trigger
    language plpgsql
    set search_path = ''
as
$$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'keys of people are destroyed, not deleted: % is refused', tg_op using errcode = '42501';
    end if;
    if old.destroyed_at is not null then
        raise exception 'a destroyed key of a person never comes back' using errcode = '42501';
    end if;
    if new.person_id <> old.person_id or new.created_at <> old.created_at then
        raise exception 'the key of a person stays that of this person' using errcode = '42501';
    end if;
    -- to be wrapped anew is to be wrapped by another key; who may not write wrapped_by can only destroy
    if new.wrapped_key is not null and new.wrapped_by = old.wrapped_by then
        raise exception 'the key of a person is not replaced' using errcode = '42501';
    end if;
    return new;
end
$$;

create trigger refuse_return
    before update
    on keys.person_key
    for each row
execute function keys.refuse_return();

create trigger refuse_removal
    before delete or truncate
    on keys.person_key
    for each statement
execute function keys.refuse_return();

alter table keys.person_key
    enable always trigger refuse_return;
alter table keys.person_key
    enable always trigger refuse_removal;

grant usage on schema keys to leerspoor_keys, leerspoor_command, leerspoor_projector;
-- makes keys and wraps them anew
grant select on keys.person_key to leerspoor_keys;
grant insert (person_id, wrapped_key, wrapped_by) on keys.person_key to leerspoor_keys;
grant update (wrapped_key, wrapped_by) on keys.person_key to leerspoor_keys;
-- seals under keys, and destroys them together with the event that tells of it
grant select on keys.person_key to leerspoor_command;
grant update (wrapped_key, destroyed_at) on keys.person_key to leerspoor_command;
-- opens what is sealed in events
grant select on keys.person_key to leerspoor_projector;
