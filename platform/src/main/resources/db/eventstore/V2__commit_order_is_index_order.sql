-- A reader that asks for "everything after position p" must never miss an event. An index is drawn at insert and seen
-- at commit, so two overlapping appends could become visible in the wrong order. The lock is taken before the first
-- row of a statement draws its index and is held until commit; appends therefore commit in the order of their indexes.

create function eventstore.lock_append() returns trigger
    language plpgsql
    set search_path = ''
as
$$
begin
    perform pg_catalog.pg_advisory_xact_lock(4763902581);
    return null;
end
$$;

create trigger lock_append
    before insert
    on eventstore.domain_event_entry
    for each statement
execute function eventstore.lock_append();

alter table eventstore.domain_event_entry
    enable always trigger lock_append;
