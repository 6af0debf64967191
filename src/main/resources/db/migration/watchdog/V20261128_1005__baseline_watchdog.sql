-- Findings of the watchdog's checks, who runs them and who is alerted.

create table watch_finding (
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
    told_to    text,
    constraint watch_finding_pk primary key (id),
    constraint watch_finding_state check (state in ('SUSPECTED', 'OPEN', 'CLOSED')),
    constraint watch_finding_times check (
        (state = 'SUSPECTED') = (opened_at is null) and (state = 'CLOSED') = (closed_at is not null))
);
create unique index watch_finding_once on watch_finding (kind, subject) where state <> 'CLOSED';
create index watch_finding_latest on watch_finding (opened_at desc, id desc);
create index watch_finding_closed on watch_finding (closed_at desc) where state = 'CLOSED';
comment on table watch_finding is 'Stalled work that the watchdog has detected: suspected at first, open when seen again, closed when seen no more.';
comment on column watch_finding.kind is 'Name of the check.';
comment on column watch_finding.subject is 'Kind and key of what is stalled.';
comment on column watch_finding.group_name is 'Staff group that is alerted.';
comment on column watch_finding.href is 'Page on which to see it.';
comment on column watch_finding.facts is 'Arguments of the message that describes the finding.';
comment on column watch_finding.since is 'Since when the work has been stalled.';
comment on column watch_finding.seen_at is 'Last run that saw it.';
comment on column watch_finding.told_to is 'Mail addresses that were alerted.';

create table watch_round (
    one_row              boolean not null default true,
    offset_millis        bigint,
    looked_at            timestamptz,
    looked_offset_millis bigint,
    constraint watch_round_pk primary key (one_row),
    constraint watch_round_one_row check (one_row)
);
insert into watch_round default values;
comment on table watch_round is 'One row: the last run of the checks.';
comment on column watch_round.one_row is 'Always true: allows a single row.';
comment on column watch_round.offset_millis is 'Offset of the business clock when the last run began, in milliseconds.';
comment on column watch_round.looked_at is 'Business time of the last run.';
comment on column watch_round.looked_offset_millis is 'Offset of the business clock in the last run, in milliseconds: after a move nothing is known until the next run has ended.';

create table watch_recipient (
    group_name text not null,
    address    text not null,
    constraint watch_recipient_pk primary key (group_name, address),
    constraint watch_recipient_group check (group_name in ('orders', 'shipping', 'accounting', 'marketing', 'operations'))
);
insert into watch_recipient (group_name, address)
values ('orders', 'orders@otodoke.example'),
       ('shipping', 'shipping@otodoke.example'),
       ('accounting', 'accounting@otodoke.example'),
       ('marketing', 'marketing@otodoke.example'),
       ('operations', 'operations@otodoke.example');
comment on table watch_recipient is 'Mail addresses that are alerted, by staff group.';
