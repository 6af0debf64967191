-- What has to come by itself: a partner's file, or a run of a process of ours. Managers edit it.
create table expected_exchange (
    id         bigint generated always as identity constraint expected_exchange_pk primary key,
    kind       text    not null constraint expected_exchange_kind check (kind in ('FILE', 'RUN')),
    partner    text    not null,
    type       text    not null,
    weekdays   int[]   not null constraint expected_exchange_weekdays
               check (cardinality(weekdays) > 0 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
    from_time  time    not null,
    until_time time    not null,
    calendar   text    not null default '' constraint expected_exchange_calendar check (calendar in ('', 'WAREHOUSE', 'CARRIER')),
    group_name text    not null constraint expected_exchange_group
               check (group_name in ('orders', 'shipping', 'accounting', 'marketing', 'operations')),
    active     boolean not null,
    -- Only what is due after this counts: nobody promised anything for the time before.
    since      timestamptz,
    constraint expected_exchange_window check (from_time < until_time)
);
insert into expected_exchange (kind, partner, type, weekdays, from_time, until_time, calendar, group_name, active)
values ('RUN', '', 'ship-wave', '{1,2,3,4,5,6,7}', '08:00', '08:30', '', 'operations', true),
       ('RUN', '', 'ship-wave', '{1,2,3,4,5,6,7}', '11:00', '11:30', '', 'operations', true),
       ('RUN', '', 'ship-wave', '{1,2,3,4,5,6,7}', '15:00', '15:30', '', 'operations', true),
       ('FILE', 'warehouse', 'STOCK', '{1,2,3,4,5,6,7}', '20:00', '23:55', '', 'shipping', true),
       ('FILE', 'bank', 'FURIKOMI', '{1,2,3,4,5}', '08:00', '11:00', '', 'accounting', false),
       ('FILE', 'carrier', 'TRACKING', '{1,2,3,4,5,6,7}', '06:00', '22:00', 'CARRIER', 'shipping', false);

-- What is under way or astray is few among all that was ever sent; the watchdog looks at nothing else.
create index outbox_message_open on outbox_message (id) where done_at is null;
create index partner_message_unbooked on partner_message (id)
    where direction = 'IN' and (state = 'RECEIVED' or (state = 'DONE' and next_record < record_count));
-- Which file of a kind came last.
create index partner_message_by_type on partner_message (partner, type, created_at desc) where direction = 'IN';
