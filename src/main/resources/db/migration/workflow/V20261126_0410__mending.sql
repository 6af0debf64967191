-- What people did about steps that failed for good, who agreed, and what came of it.
create table mending (
    id           bigint generated always as identity primary key,
    incident     text not null,
    job          text not null,
    process      text not null,
    instance     text not null,
    business_key text not null,
    step         text not null,
    kind         text not null constraint mending_kind check (kind in ('RETRY', 'SKIP')),
    yen          bigint not null,
    reason       text not null default '',
    batch        text,
    state        text not null constraint mending_state
                 check (state in ('ASKED', 'REFUSED', 'ACTED', 'MOVED_ON', 'STUCK_AGAIN')),
    asked_by     text not null,
    asked_at     timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    check_at     timestamptz,
    outcome_at   timestamptz,
    outcome_step text,
    seen         boolean not null default false,
    constraint mending_by_two check (state <> 'REFUSED' or decided_by is not null)
);
create unique index mending_one_open_request on mending (incident) where state = 'ASKED';
create index mending_to_check on mending (check_at) where state = 'ACTED';
create index mending_by_incident on mending (incident);
create index mending_by_case on mending (business_key, id desc);
create index mending_unseen on mending (asked_by) where not seen and state in ('REFUSED', 'MOVED_ON', 'STUCK_AGAIN');
create index mending_by_batch on mending (batch) where batch is not null;

-- Above this sum a second person has to agree.
create table four_eyes (
    only_row   boolean primary key default true constraint four_eyes_one_row check (only_row),
    above_yen  bigint not null constraint four_eyes_not_negative check (above_yen >= 0),
    changed_by text not null,
    changed_at timestamptz not null
);
insert into four_eyes values (true, 100000, 'system', now());
