-- What a trajectory was during some days, as known during some time. The last period of an ended one has no end.
create table ${table}
(
    row_id            bigint generated always as identity primary key,
    trajectory_id uuid      not null,
    valid             daterange not null check (not isempty(valid)),
    known             tstzrange not null check (not isempty(known)),
    applied_position  bigint    not null,
    holds_from        date        not null generated always as (lower(valid)) stored,
    holds_until       date        not null generated always as (coalesce(upper(valid), 'infinity')) stored,
    known_from        timestamptz not null generated always as (lower(known)) stored,
    known_until       timestamptz not null generated always as (coalesce(upper(known), 'infinity')) stored,
    candidate_id                 uuid      not null,
    region                       text      not null,
    reference                    text,
    goal                         text      not null,
    sector                       text      not null,
    level                        int       not null,
    werkcoach_id                 text,
    transferred_from_id          uuid,
    status                       text      not null,
    status_since                 date      not null,
    end_reason                   text,
    opened_on                    date      not null,
    suitable_on                  date,
    matched_on                   date,
    contracted_on                date,
    started_on                   date,
    ended_on                     date,
    hold_since                   date,
    hold_cause                   text,
    hold_phase                   text check ((hold_phase is null) = (hold_since is null)),
    hold_cohort_id               uuid,
    hold_expected_resume_on      date,
    days_on_hold                 int       not null,
    waiting_since                date,
    waiting_entered_at           timestamptz check ((waiting_entered_at is null) = (waiting_since is null)),
    waiting_cause                text,
    waiting_leerbedrijf_id       uuid,
    planned_start                date,
    postponement_causes          text[]    not null,
    postponement_days            int[]     not null,
    leerbedrijf_id               uuid,
    supervisor_id                uuid,
    school_id                    text,
    crebo                        text,
    dossier_version              text,
    in_preferred_sector          boolean,
    praktijkovereenkomst_id      uuid,
    werkprocessen_agreed         text[]    not null,
    werkprocessen_judged         text[]    not null,
    werkprocessen_mastered       text[]    not null,
    werkprocessen_confirmed      text[]    not null,
    werkprocessen_carried        text[]    not null,
    progression_advised_on       date,
    progression_advised_to       text,
    progression_started_on       date,
    progression_started_to       text,
    -- what lists are narrowed by, where it takes lists to tell
    start_moved                  boolean   not null generated always as (cardinality(postponement_days) > 0) stored,
    waits_for_confirmation       boolean   not null generated always as (
        not (werkprocessen_mastered <@ werkprocessen_confirmed)) stored,
    waits_for_judgement          boolean   not null generated always as (
        ended_on is null and not (werkprocessen_agreed <@ (werkprocessen_mastered || werkprocessen_confirmed))) stored,
    exclude using gist (trajectory_id with =, valid with &&, known with &&)
);

-- one subject on a day, as known at a moment; a period that something entered later closes
create unique index on ${table} (trajectory_id, known_until, holds_until);
-- What held in a region on a day, as known at a moment. The end comes first, because what holds today is what has not
-- ended, while nearly everything has begun. It also has what lists are narrowed and sorted by: so a page is found among
-- 20,000 trajectories out of the index alone, in whatever order, and an index for each of all those orders is spared.
create index on ${table} (region, known_until, holds_until, holds_from, known_from)
    include (row_id, trajectory_id, candidate_id, reference, sector, werkcoach_id, transferred_from_id, status, status_since,
             opened_on, suitable_on, planned_start, started_on, ended_on, hold_since, hold_cause, waiting_since,
             waiting_entered_at, waiting_cause, leerbedrijf_id, waiting_leerbedrijf_id, crebo, progression_advised_to,
             progression_started_on, start_moved, waits_for_confirmation, waits_for_judgement);
-- how many of those that are known now have not ended: the planner would take it for a multiple
create statistics on known_until, holds_until from ${table};
-- those of a werkcoach
create index on ${table} (werkcoach_id, holds_from, holds_until) where known_until = 'infinity';
-- who waits, everywhere and for one leerbedrijf: few, whose queues are told out of the index alone
create index on ${table} (waiting_leerbedrijf_id, known_until, holds_until)
    include (holds_from, known_from, row_id, trajectory_id, region, reference, sector, werkcoach_id, hold_since,
             waiting_since, waiting_entered_at, waiting_cause, planned_start)
    where waiting_since is not null;
-- who is or was placed at a leerbedrijf, to be counted out of the index alone
create index on ${table} (leerbedrijf_id, known_until, holds_until)
    include (holds_from, known_from, region, trajectory_id, candidate_id, status) where leerbedrijf_id is not null;
