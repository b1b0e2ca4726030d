-- Copies that the reading side made for people, by the request that each was made for, so that no other is said to have been
-- handed over. It alone hands that in, before a copy leaves; there is nothing of a person in it.
create table command.told_export
(
    export_id       uuid primary key,
    privacy_case_id uuid        not null,
    told_at         timestamptz not null default now()
);

grant select on command.told_export to leerspoor_command;
grant select, insert on command.told_export to leerspoor_projector;
