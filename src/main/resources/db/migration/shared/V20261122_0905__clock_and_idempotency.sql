-- One row: how far the business time lies ahead of the real time. Every node reads it.
create table business_clock (
    one_row boolean constraint business_clock_pk primary key default true,
    offset_millis bigint not null,
    constraint business_clock_one_row check (one_row)
);

-- What was answered to a POST with an Idempotency-Key, for whoever asks the same again.
create table idempotent_request (
    client text not null,
    idempotency_key text not null,
    request_hash text not null,
    created_at timestamptz not null,
    status integer,
    location text,
    content_type text,
    body bytea,
    constraint idempotent_request_pk primary key (client, idempotency_key)
);
create index idempotent_request_age on idempotent_request (created_at);
