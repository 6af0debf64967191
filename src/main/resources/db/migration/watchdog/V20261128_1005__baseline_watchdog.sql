-- Findings of the watchdog's checks, who runs them and who is alerted.

create table watchdog_finding (
    id         bigint generated always as identity,
    kind       text        not null,
    subject    text        not null,
    group_name text        not null,
    href       text,
    facts      text[]      not null,
    state      text        not null,
    since      timestamptz not null,
    seen_at    timestamptz not null,
    opened_at  timestamptz,
    closed_at  timestamptz,
    notified   text,
    constraint watchdog_finding_pk primary key (id),
    constraint watchdog_finding_state check (state in ('SUSPECTED', 'OPEN', 'CLOSED')),
    constraint watchdog_finding_times check (
        (state = 'SUSPECTED') = (opened_at is null) and (state = 'CLOSED') = (closed_at is not null))
);
create unique index watchdog_finding_once on watchdog_finding (kind, subject) where state <> 'CLOSED';
create index watchdog_finding_latest on watchdog_finding (opened_at desc, id desc);
create index watchdog_finding_closed on watchdog_finding (closed_at desc) where state = 'CLOSED';
comment on table watchdog_finding is 'Stalled work that the watchdog has detected: suspected at first, open when seen again, closed when seen no more.';
comment on column watchdog_finding.kind is 'Name of the check.';
comment on column watchdog_finding.subject is 'Kind and key of what is stalled.';
comment on column watchdog_finding.group_name is 'Staff group that is alerted.';
comment on column watchdog_finding.href is 'Page on which to see it.';
comment on column watchdog_finding.facts is 'Arguments of the message that describes the finding.';
comment on column watchdog_finding.since is 'Since when the work has been stalled.';
comment on column watchdog_finding.seen_at is 'Last run that saw it.';
comment on column watchdog_finding.notified is 'Mail addresses that were alerted.';

create table watchdog_run (
    one_row                boolean not null default true,
    offset_millis          bigint,
    finished_at            timestamptz,
    finished_offset_millis bigint,
    constraint watchdog_run_pk primary key (one_row),
    constraint watchdog_run_one_row check (one_row)
);
insert into watchdog_run default values;
comment on table watchdog_run is 'One row: the last run of the checks.';
comment on column watchdog_run.one_row is 'Always true: allows a single row.';
comment on column watchdog_run.offset_millis is 'Offset of the business clock when the last run began, in milliseconds.';
comment on column watchdog_run.finished_at is 'Business time of the last run.';
comment on column watchdog_run.finished_offset_millis is 'Offset of the business clock in the last run, in milliseconds: after a move nothing is known until the next run has ended.';

create table alert_recipient (
    group_name text not null,
    address    text not null,
    constraint alert_recipient_pk primary key (group_name, address),
    constraint alert_recipient_group check (group_name in ('orders', 'shipping', 'accounting', 'marketing', 'operations'))
);
insert into alert_recipient (group_name, address)
values ('orders', 'orders@otodoke.example'),
       ('shipping', 'shipping@otodoke.example'),
       ('accounting', 'accounting@otodoke.example'),
       ('marketing', 'marketing@otodoke.example'),
       ('operations', 'operations@otodoke.example');
comment on table alert_recipient is 'Mail addresses that are alerted, by staff group.';
