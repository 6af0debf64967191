-- Everything exchanged with partners: the log of messages, quarantined records, the outbox, and what is expected.

create sequence partner_file_seq;
comment on sequence partner_file_seq is 'Numbers in the names of outgoing files.';

create table partner_message (
    id              bigint generated always as identity,
    direction       text        not null,
    partner         text        not null,
    type            text        not null,
    file_name       text        not null,
    content         bytea       not null,
    sha256          text        not null,
    business_date   date        not null,
    state           text        not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz,
    record_count    int         not null default 0,
    next_record     int         not null default 0,
    error           text,
    note            text,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    acknowledged_at timestamptz,
    processed_at    timestamptz,
    constraint partner_message_pk primary key (id),
    constraint partner_message_direction check (direction in ('IN', 'OUT')),
    constraint partner_message_state check (
        (direction = 'OUT' and state in ('READY', 'SENT', 'ACKNOWLEDGED', 'REJECTED'))
        or (direction = 'IN' and state in ('RECEIVED', 'DONE', 'REFUSED')))
);
-- The same content twice in a day is one message.
create unique index partner_message_received_once
    on partner_message (partner, sha256, business_date) where direction = 'IN';
create unique index partner_message_out_name on partner_message (partner, file_name) where direction = 'OUT';
create index partner_message_in_name on partner_message (partner, file_name) where direction = 'IN';
create index partner_message_ready on partner_message (partner, id) where state = 'READY';
create index partner_message_received on partner_message (partner, id) where state = 'RECEIVED';
create index partner_message_latest on partner_message (partner, id desc);
-- The partners page counts what came and went today and in thirty days.
create index partner_message_by_day on partner_message (partner, direction, created_at);
-- Which file of a type came last.
create index partner_message_by_type on partner_message (partner, type, created_at desc) where direction = 'IN';
create index partner_message_unbooked on partner_message (id)
    where direction = 'IN' and (state = 'RECEIVED' or (state = 'DONE' and next_record < record_count));
comment on table partner_message is 'Log of everything exchanged with partners, with its bytes, whether file, call or mail.';
comment on column partner_message.partner is 'Code of the partner, such as warehouse.';
comment on column partner_message.type is 'Code of the format, such as STOCK.';
comment on column partner_message.business_date is 'Business day on which it came or was made.';
comment on column partner_message.attempts is 'How often sending or booking was tried.';
comment on column partner_message.record_count is 'Records in the file.';
comment on column partner_message.next_record is 'First record not yet booked: where booking resumes.';
comment on column partner_message.error is 'Why the last attempt failed, or why the file was refused.';
comment on column partner_message.note is 'For staff, such as the answer of an interface.';

create table partner_message_reference (
    reference  text   not null,
    message_id bigint not null,
    constraint partner_message_reference_pk primary key (reference, message_id),
    constraint partner_message_reference_message foreign key (message_id) references partner_message (id)
);
create index partner_message_reference_by_message on partner_message_reference (message_id);
comment on table partner_message_reference is 'Numbers by which a message is found.';
comment on column partner_message_reference.reference is 'Number of an order, shipment or parcel.';

create table quarantined_record (
    id          bigint generated always as identity,
    message_id  bigint      not null,
    line        int         not null,
    field       text        not null,
    code        text        not null,
    message     text        not null,
    raw         text        not null,
    state       text        not null,
    created_at  timestamptz not null,
    resolved_at timestamptz,
    constraint quarantined_record_pk primary key (id),
    constraint quarantined_record_once unique (message_id, line),
    constraint quarantined_record_message foreign key (message_id) references partner_message (id),
    constraint quarantined_record_state check (state in ('OPEN', 'TAKEN', 'DISMISSED'))
);
create index quarantined_record_open on quarantined_record (message_id) where state = 'OPEN';
comment on table quarantined_record is 'Quarantine: records of a sound file that could not be booked.';
comment on column quarantined_record.line is 'Line in the file.';
comment on column quarantined_record.field is 'Field in error; empty when it is the record as a whole.';
comment on column quarantined_record.code is 'Code of the mistake.';
comment on column quarantined_record.raw is 'The record as it came.';

create table outbox_message (
    id              bigint generated always as identity,
    partner         text        not null,
    type            text        not null,
    key             text        not null,
    reference       text,
    payload         jsonb       not null,
    state           text        not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    error           text,
    message_id      bigint,
    created_at      timestamptz not null,
    done_at         timestamptz,
    constraint outbox_message_pk primary key (id),
    constraint outbox_message_once unique (key),
    constraint outbox_message_message foreign key (message_id) references partner_message (id),
    constraint outbox_message_state check (state in ('WAITING', 'SEALED', 'DONE', 'DROPPED'))
);
create index outbox_message_waiting on outbox_message (partner, id) where state = 'WAITING';
create index outbox_message_by_message on outbox_message (message_id);
-- What is under way is little among all that was ever sent; the watchdog looks at nothing else.
create index outbox_message_open on outbox_message (id) where done_at is null;
comment on table outbox_message is 'Transactional outbox: what partners are to be sent, recorded in the transaction that wants it sent.';
comment on column outbox_message.key is 'Names what is to be sent for good: the same key again changes nothing.';
comment on column outbox_message.reference is 'Shipment, order or call it is about.';
comment on column outbox_message.state is 'WAITING, SEALED (in a file that is ready to be sent), DONE or DROPPED.';
comment on column outbox_message.next_attempt_at is 'Not before this business time.';
comment on column outbox_message.message_id is 'Message that carried it.';

create table expected_exchange (
    id         bigint generated always as identity,
    kind       text    not null,
    partner    text    not null,
    type       text    not null,
    weekdays   int[]   not null,
    from_time  time    not null,
    until_time time    not null,
    calendar   text    not null default '',
    group_name text    not null,
    active     boolean not null,
    since      timestamptz,
    constraint expected_exchange_pk primary key (id),
    constraint expected_exchange_kind check (kind in ('FILE', 'RUN')),
    constraint expected_exchange_weekdays check (cardinality(weekdays) > 0 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
    constraint expected_exchange_calendar check (calendar ~ '^[A-Z_]*$'),
    constraint expected_exchange_group check (group_name in ('orders', 'shipping', 'accounting', 'marketing', 'operations')),
    constraint expected_exchange_window check (from_time < until_time)
);
insert into expected_exchange (kind, partner, type, weekdays, from_time, until_time, calendar, group_name, active)
values ('RUN', '', 'ship-wave', '{1,2,3,4,5,6,7}', '08:00', '08:30', '', 'operations', true),
       ('RUN', '', 'ship-wave', '{1,2,3,4,5,6,7}', '11:00', '11:30', '', 'operations', true),
       ('RUN', '', 'ship-wave', '{1,2,3,4,5,6,7}', '15:00', '15:30', '', 'operations', true);
comment on table expected_exchange is 'Timetable of what has to come by itself: partners'' files, and runs of our processes. Managers edit it.';
comment on column expected_exchange.type is 'Type of the file, or process definition key of the run.';
comment on column expected_exchange.weekdays is 'ISO: 1 is Monday.';
comment on column expected_exchange.calendar is 'Whose closed days are left out; empty for nobody''s.';
comment on column expected_exchange.group_name is 'Staff group that is alerted.';
comment on column expected_exchange.since is 'Only what is due after this counts.';

create table partner_timetable (
    partner text not null,
    constraint partner_timetable_pk primary key (partner)
);
comment on table partner_timetable is 'Partners whose own timetable was entered into expected_exchange once; from then on it is the managers''.';
