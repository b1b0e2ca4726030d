-- A version is built before a processor takes it over: stream by stream up to built_after, then what came meanwhile, up
-- to built_to. Dropped versions stay in the list, so that a number is never used twice.
alter table query.view_version
    add column streams_done bigint      not null default 0,
    add column built_after  varchar(255) not null default '',
    add column paged        boolean     not null default false,
    add column built_to     bigint      not null default 0,
    add column built_at     timestamptz,
    add column dropped_at   timestamptz,
    add column cleared_at   timestamptz,
    drop constraint view_version_state_check,
    add check (state in ('BUILDING', 'SERVING', 'RETIRED', 'DROPPED'));

-- these were filled by their processors from the first event on
update query.view_version set paged = true, built_at = made_at;
