-- Who is called when something is published, and how far each has been told. What is kept here is of programs, not of
-- people: addresses, positions and ids.
create table query.webhook_subscription
(
    id              uuid primary key,
    owner           text        not null,
    url             text        not null check (length(url) <= 2000),
    description     text        not null,
    -- every type without
    types           text[],
    regions         text[]      not null check (cardinality(regions) > 0),
    subject         uuid,
    position        bigint      not null check (position >= 0),
    standing        text        not null check (standing in ('ACTIVE', 'PAUSED', 'RIGHTS_NOT_SHOWN', 'RIGHTS_LOST',
                                                             'TOO_MANY_PARKED', 'GONE', 'FAILED_TOO_LONG')),
    rate_per_minute int check (rate_per_minute > 0),
    made_at         timestamptz not null default now(),
    -- when its owner last showed a token with the rights that it lives by
    rights_shown_at timestamptz not null default now(),
    failing_since   timestamptz,
    quiet_until     timestamptz,
    delivered_at    timestamptz,
    -- what a node that is telling it has to look at again
    revision        bigint      not null default 0,
    lease_owner     text,
    lease_until     timestamptz
);

comment on table query.webhook_subscription is 'Who is called when something is published, and up to where they were told';

create index on query.webhook_subscription (owner, id);

-- Of these two at the most sign at a time: the newest, and during a rotation the one before it.
create table query.webhook_secret
(
    id              uuid primary key,
    subscription_id uuid        not null references query.webhook_subscription on delete cascade,
    sealed          bytea       not null,
    sealed_by       text        not null,
    made_at         timestamptz not null default now(),
    ends_at         timestamptz
);

create index on query.webhook_secret (subscription_id);

-- Things of which a message could not be told. Their later messages wait behind it; those of other things go on.
create table query.webhook_parked
(
    subscription_id uuid        not null references query.webhook_subscription on delete cascade,
    subject         uuid        not null,
    -- up to where this thing was told
    told            bigint      not null,
    -- the message that is to be told next, as it was sent: a repeat has the same bytes
    position        bigint,
    previous        bigint,
    message_id      uuid,
    type            text,
    body            bytea,
    attempts        int         not null default 0,
    parked_at       timestamptz not null default now(),
    -- not before somebody asks for it
    next_at         timestamptz,
    status          int,
    cause           text,
    primary key (subscription_id, subject)
);

create table query.webhook_attempt
(
    id              bigint generated always as identity primary key,
    subscription_id uuid        not null references query.webhook_subscription on delete cascade,
    position        bigint,
    message_id      text        not null,
    type            text        not null,
    subject         uuid,
    attempt         int         not null,
    at              timestamptz not null,
    millis          int         not null,
    outcome         text        not null,
    status          int,
    cause           text
);

create index on query.webhook_attempt (subscription_id, id);
create index on query.webhook_attempt (at);

-- Who did what with a subscription, and when. It stays when the subscription goes.
create table query.webhook_change
(
    id              bigint generated always as identity primary key,
    subscription_id uuid        not null,
    at              timestamptz not null default now(),
    done_by         text        not null,
    done            text        not null,
    detail          text        not null
);

create index on query.webhook_change (subscription_id, id);

-- The nodes that there are, so that each knows its share.
create table query.webhook_node
(
    name    text primary key,
    seen_at timestamptz not null
);

grant usage on schema query to leerspoor_webhook;
grant select, insert, update, delete on query.webhook_subscription, query.webhook_secret, query.webhook_parked,
    query.webhook_node to leerspoor_webhook;
grant select, insert, delete on query.webhook_attempt to leerspoor_webhook;
grant select, insert on query.webhook_change to leerspoor_webhook;
