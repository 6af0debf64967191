-- Everything that was exchanged with a partner, with its bytes, whether file, call or mail.
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
create unique index partner_message_out_name
    on partner_message (partner, file_name) where direction = 'OUT';
create index partner_message_in_name on partner_message (partner, file_name) where direction = 'IN';
create index partner_message_ready on partner_message (partner, id) where state = 'READY';
create index partner_message_received on partner_message (partner, id) where state = 'RECEIVED';
create index partner_message_latest on partner_message (partner, id desc);

-- Numbers by which a message is found: orders, shipments, parcels.
create table partner_message_reference (
    reference  text   not null,
    message_id bigint not null,
    constraint partner_message_reference_pk primary key (reference, message_id),
    constraint partner_message_reference_message foreign key (message_id) references partner_message (id)
);
create index partner_message_reference_by_message on partner_message_reference (message_id);

-- Records of a good file that could not be taken.
create table partner_record (
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
    constraint partner_record_pk primary key (id),
    constraint partner_record_once unique (message_id, line),
    constraint partner_record_message foreign key (message_id) references partner_message (id),
    constraint partner_record_state check (state in ('OPEN', 'TAKEN', 'DISMISSED'))
);
create index partner_record_open on partner_record (message_id) where state = 'OPEN';

-- What is to be sent, recorded in the transaction that wants it sent.
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

create sequence partner_file_seq;
