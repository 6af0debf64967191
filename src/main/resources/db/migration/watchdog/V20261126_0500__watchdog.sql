-- What the watchdog has found: suspected at the first look, open when seen again, closed when seen no more.
create table watch_finding (
    id         bigint generated always as identity constraint watch_finding_pk primary key,
    kind       text        not null,
    subject    text        not null,
    group_name text        not null,
    href       text,
    facts      text[]      not null,
    state      text        not null constraint watch_finding_state check (state in ('SUSPECTED', 'OPEN', 'CLOSED')),
    since      timestamptz not null,
    seen_at    timestamptz not null,
    opened_at  timestamptz,
    closed_at  timestamptz,
    told_to    text,
    constraint watch_finding_times check ((state = 'SUSPECTED') = (opened_at is null) and (state = 'CLOSED') = (closed_at is not null))
);
create unique index watch_finding_once on watch_finding (kind, subject) where state <> 'CLOSED';
create index watch_finding_latest on watch_finding (opened_at desc, id desc);
create index watch_finding_closed on watch_finding (closed_at desc) where state = 'CLOSED';

-- One node goes the rounds; another takes over when it is silent. Real time, and the clock's offset it last saw.
create table watch_round (
    one_row       boolean constraint watch_round_pk primary key default true,
    node          text,
    leased_until  timestamptz,
    offset_millis bigint,
    looked_at     timestamptz,
    constraint watch_round_one_row check (one_row)
);
insert into watch_round default values;

-- Who hears of findings by mail, by the group whose work it is.
create table watch_recipient (
    group_name text not null constraint watch_recipient_group
               check (group_name in ('orders', 'shipping', 'accounting', 'marketing', 'operations')),
    address    text not null,
    constraint watch_recipient_pk primary key (group_name, address)
);
insert into watch_recipient (group_name, address)
values ('orders', 'orders@otodoke.example'), ('shipping', 'shipping@otodoke.example'),
       ('accounting', 'accounting@otodoke.example'), ('marketing', 'marketing@otodoke.example'),
       ('operations', 'operations@otodoke.example');
