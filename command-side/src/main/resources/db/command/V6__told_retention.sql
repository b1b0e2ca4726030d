-- How many people the reading side would propose to erase in each region since their retention periods are over. It alone
-- hands that in; the writing side has the officer of the region told, and nothing else comes of it.
create table command.told_retention
(
    region    text primary key,
    proposals int         not null check (proposals >= 0),
    told_at   timestamptz not null
);

grant select on command.told_retention to leerspoor_command;
grant select, insert, update on command.told_retention to leerspoor_projector;
