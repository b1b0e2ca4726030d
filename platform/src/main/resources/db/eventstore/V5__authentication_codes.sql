-- A code over each event by a key that is not in the database: who can write here but does not have the key can't add an
-- event that looks genuine. Written in the transaction of the event. Events from before this table have none.

create table eventstore.event_mac
(
    event_id uuid primary key,
    mac      bytea not null check (octet_length(mac) = 32)
);

comment on table eventstore.event_mac is 'HMAC-SHA256 over each event without its position; see docs/audit-proof.md';

create trigger refuse_change
    before update or delete
    on eventstore.event_mac
    for each statement
execute function eventstore.refuse_change();

create trigger refuse_truncate
    before truncate
    on eventstore.event_mac
    for each statement
execute function eventstore.refuse_change();

alter table eventstore.event_mac
    enable always trigger refuse_change;
alter table eventstore.event_mac
    enable always trigger refuse_truncate;

grant insert on eventstore.event_mac to leerspoor_command;
grant select on eventstore.event_mac to leerspoor_projector;
