-- Signatures of witnesses below checkpoints (c2sp.org/tlog-cosignature), each checked before it is kept.
create table query.checkpoint_cosignature
(
    origin      varchar(255) not null,
    size        bigint       not null,
    -- the label of its key
    witness     text         not null,
    -- as the witness says
    signed_at   timestamptz  not null,
    line        text         not null,
    received_at timestamptz  not null default now(),
    primary key (origin, size, witness)
);

comment on table query.checkpoint_cosignature is 'Who saw the log at which size, and when; see docs/audit-proof.md';

create function query.refuse_change_of_cosignature() returns trigger
    language plpgsql
    set search_path = ''
as
$$
begin
    raise exception 'cosignatures are only added: % is refused', tg_op using errcode = '42501';
end
$$;

create trigger refuse_change
    before update or delete or truncate
    on query.checkpoint_cosignature
    for each statement
execute function query.refuse_change_of_cosignature();

alter table query.checkpoint_cosignature
    enable always trigger refuse_change;

grant select, insert on query.checkpoint_cosignature to leerspoor_projector;
