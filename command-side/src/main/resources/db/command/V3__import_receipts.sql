-- The answer to every line of an import that was decided, so that a file that is sent again goes on where it was.
create table command.import_receipt
(
    client      varchar(128) not null,
    key         varchar(128) not null,
    line        int          not null,
    fingerprint bytea        not null,
    created_at  timestamptz  not null default now(),
    status      int          not null,
    body        text         not null,
    primary key (client, key, line)
);

create index import_receipt_by_age on command.import_receipt (created_at);

grant select, insert, delete on command.import_receipt to leerspoor_command;
