-- When it was last tried to take the event.
alter table query.parked_event
    add column tried_at timestamptz not null default now();
