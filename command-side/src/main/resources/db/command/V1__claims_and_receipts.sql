-- What only one of a set may have at a time; see ClaimedKeys.
create table command.claimed_key
(
    scope      varchar(120) not null,
    key        varchar(120) not null,
    holder     uuid         not null,
    claimed_at timestamptz  not null default now(),
    primary key (scope, key)
);

-- The answer to every command that was decided, kept so that a repeat gets the same one; see Receipts.
create table command.receipt
(
    client       varchar(128) not null,
    key          varchar(128) not null,
    fingerprint  bytea        not null,
    created_at   timestamptz  not null default now(),
    status       int,
    content_type varchar(60),
    body         text,
    etag         varchar(40),
    location     varchar(300),
    language     varchar(10),
    primary key (client, key)
);

create index receipt_by_age on command.receipt (created_at);

grant usage on schema command to leerspoor_command;
grant select, insert, delete on command.claimed_key to leerspoor_command;
grant select, insert, update, delete on command.receipt to leerspoor_command;
