-- Orders are released in waves, each worked on in slices by all nodes at once.

create table ship_wave (
    id         bigint generated always as identity,
    trigger    text        not null,
    begun_by   text        not null,
    begun_at   timestamptz not null,
    ship_date  date        not null,
    warehouse  text,
    carrier    text,
    orders_due int         not null,
    state      text        not null,
    ended_by   text,
    ended_at   timestamptz,
    constraint ship_wave_pk primary key (id),
    constraint ship_wave_trigger check (trigger in ('SCHEDULED', 'MANUAL')),
    constraint ship_wave_state check (state in ('RUNNING', 'STOPPED', 'DONE')),
    constraint ship_wave_ended check ((state = 'RUNNING') = (ended_at is null))
);
create index ship_wave_running on ship_wave (id) where state = 'RUNNING';
comment on table ship_wave is 'Waves: each releases the orders whose ship date has come.';
comment on column ship_wave.trigger is 'SCHEDULED by the process, or MANUAL.';
comment on column ship_wave.begun_by is 'Who started it; the system for a scheduled one.';
comment on column ship_wave.ship_date is 'Orders with this planned ship date or an earlier one are released.';
comment on column ship_wave.warehouse is 'Only orders that leave from this warehouse; null for any.';
comment on column ship_wave.carrier is 'Only orders that go with this carrier; null for any.';
comment on column ship_wave.orders_due is 'Orders due when it began.';
comment on column ship_wave.ended_by is 'Who stopped it; null if it ended by itself.';

create table ship_wave_slice (
    wave          bigint not null,
    slice         int    not null,
    to_customer   text   not null,
    cursor        text   not null,
    state         text   not null default 'RUNNING',
    released      int    not null default 0,
    shipments     int    not null default 0,
    passed_over   int    not null default 0,
    failed        int    not null default 0,
    constraint ship_wave_slice_pk primary key (wave, slice),
    constraint ship_wave_slice_wave foreign key (wave) references ship_wave,
    constraint ship_wave_slice_state check (state in ('RUNNING', 'STOPPED', 'DONE'))
);
create index ship_wave_slice_running on ship_wave_slice (wave, slice) where state = 'RUNNING';
comment on table ship_wave_slice is 'Ranges of customers whose orders a wave releases, chunk by chunk.';
comment on column ship_wave_slice.cursor is 'The last customer whose orders were released; at first the one before the slice, empty for none.';
comment on column ship_wave_slice.released is 'Orders released.';
comment on column ship_wave_slice.shipments is 'Shipments planned for them.';
comment on column ship_wave_slice.passed_over is 'Due orders of another warehouse or carrier.';
comment on column ship_wave_slice.failed is 'Orders that could not be released.';

create table ship_wave_exclusion (
    order_number text        not null,
    wave         bigint      not null,
    reason       text        not null,
    reason_en    text        not null,
    since        timestamptz not null,
    constraint ship_wave_exclusion_pk primary key (order_number),
    constraint ship_wave_exclusion_wave foreign key (wave) references ship_wave
);
comment on table ship_wave_exclusion is 'Orders that no wave releases until a person has decided or the order has changed.';
comment on column ship_wave_exclusion.wave is 'The wave that could not release it.';
