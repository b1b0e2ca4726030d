-- A version that is built for an auditor to compare, and never serves unless an operator has it serve.
alter table query.view_version
    add column replay boolean not null default false;
