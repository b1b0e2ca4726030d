-- Figures that the reading side told as the draft of a report, in canonical JSON (RFC 8785) under their SHA-256. It alone
-- hands them in; the writing side only reads them, so that nobody can publish what was not told.
create table command.told_figures
(
    hash    text primary key check (hash = encode(sha256(convert_to(report, 'UTF8')), 'hex')),
    report  text        not null,
    told_at timestamptz not null default now()
);

create index on command.told_figures (told_at);

grant select on command.told_figures to leerspoor_command;
grant usage on schema command to leerspoor_projector;
grant select, insert, delete on command.told_figures to leerspoor_projector;
