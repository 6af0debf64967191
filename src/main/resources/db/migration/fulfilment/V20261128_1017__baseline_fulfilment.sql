-- Shipments that the warehouse is instructed to send, parcels and their tracking, and the calendar of deliveries.

create sequence shipment_number_seq;
comment on sequence shipment_number_seq is 'Numbers of shipments.';

create table shipment (
    shipment_number         text        not null,
    version                 bigint      not null,
    status                  text        not null,
    status_since            timestamptz not null,
    warehouse               text        not null,
    carrier                 text        not null,
    service                 text        not null,
    cool_service            text        not null,
    customer_number         text        not null,
    name                    text        not null,
    kana                    text        not null,
    phone                   text        not null,
    postal_code             text        not null,
    prefecture              text        not null,
    city                    text        not null,
    line1                   text        not null,
    line2                   text        not null,
    ship_date               date        not null,
    requested_delivery_date date,
    requested_time_slot     text,
    payment_kind            text        not null,
    cod_amount              bigint      not null,
    cod_tax                 bigint      not null,
    note                    text        not null default '',
    revision                int         not null,
    reject_code             text,
    reject_text             text,
    tracking_number         text,
    shipped_at              timestamptz,
    delivered_at            timestamptz,
    cancel_request_id       text,
    cancel_attempts         int         not null default 0,
    cancel_reason           text,
    cancelled_for_orders    text[]      not null default '{}',
    cancel_result           text,
    delivery_exception      text,
    delivery_exception_at   timestamptz,
    result_complete         boolean     not null default false,
    created_at              timestamptz not null,
    due_at                  timestamptz,
    constraint shipment_pk primary key (shipment_number)
);
create index shipment_by_status on shipment (status, ship_date);
create index shipment_due on shipment (due_at) where due_at is not null;
create index shipment_by_customer on shipment (customer_number);
-- The list of shipments begins with those that leave last; the day's figures count by day.
create index shipment_by_ship_date on shipment (ship_date, shipment_number) include (status, shipped_at);
create index shipment_to_deliver on shipment (requested_delivery_date) where delivered_at is null;
-- The beginning of a number needs an index of its own: the key's serves it in some collations only.
create index shipment_by_beginning on shipment (shipment_number text_pattern_ops);
-- A row changes a dozen times in its life.
alter table shipment set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
comment on table shipment is 'What the warehouse is instructed to send to one recipient: goods of one or more orders, and inserts.';
comment on column shipment.version is 'Optimistic lock.';
comment on column shipment.service is 'Service of the carrier.';
comment on column shipment.cool_service is 'Temperature: NONE, CHILLED or FROZEN.';
comment on column shipment.name is 'Recipient; likewise the columns that follow.';
comment on column shipment.requested_delivery_date is 'Requested delivery date.';
comment on column shipment.requested_time_slot is 'Requested delivery time slot, by the carrier''s code.';
comment on column shipment.payment_kind is 'PREPAID or COD (cash on delivery).';
comment on column shipment.cod_amount is 'Yen that the carrier collects.';
comment on column shipment.cod_tax is 'Tax included in it, in yen.';
comment on column shipment.note is 'For the warehouse and the slip.';
comment on column shipment.revision is 'Of the instruction, from 1; a corrected instruction has a higher one.';
comment on column shipment.reject_code is 'Why the warehouse rejected the instruction.';
comment on column shipment.tracking_number is 'Of the first parcel.';
comment on column shipment.cancel_request_id is 'Our request to the warehouse to cancel; its answer names it.';
comment on column shipment.cancelled_for_orders is 'Orders whose change or cancellation made us ask.';
comment on column shipment.cancel_result is 'What the warehouse answered.';
comment on column shipment.delivery_exception is 'Delivery exception: the carrier''s event.';
comment on column shipment.delivery_exception_at is 'When the delivery exception happened that staff saw last: the same again is no news.';
comment on column shipment.result_complete is 'Whether the warehouse has reported all it will ship.';
comment on column shipment.due_at is 'When the current step is overdue; null where nothing is awaited.';

create table shipment_line (
    shipment_number text not null,
    line_no         int  not null,
    kind            text not null,
    order_number    text not null,
    order_line_no   int  not null,
    sku             text not null,
    quantity        int  not null,
    pieces_per_unit int  not null,
    shipped         int  not null default 0,
    lot             text,
    expiry          date,
    insert_rule     text,
    constraint shipment_line_pk primary key (shipment_number, line_no),
    constraint shipment_line_shipment foreign key (shipment_number) references shipment,
    constraint shipment_line_kind check (kind in ('GOODS', 'INSERT')),
    constraint shipment_line_quantity check (quantity > 0),
    constraint shipment_line_not_over_shipped check (shipped between 0 and quantity)
);
create index shipment_line_by_order on shipment_line (order_number);
comment on table shipment_line is 'Contents of a shipment.';
comment on column shipment_line.order_line_no is 'Line of the order; 0 for an insert.';
comment on column shipment_line.pieces_per_unit is 'Pieces of this SKU in one piece of the order line; more than one in sets.';
comment on column shipment_line.shipped is 'Pieces that have left.';
comment on column shipment_line.expiry is 'Best-before date of the lot.';
comment on column shipment_line.insert_rule is 'Insert rule that put it in; null for goods.';

create table parcel (
    tracking_number text        not null,
    shipment_number text        not null,
    carrier         text        not null,
    state           text        not null,
    state_at        timestamptz not null,
    constraint parcel_pk primary key (tracking_number),
    constraint parcel_shipment foreign key (shipment_number) references shipment
);
create index parcel_by_shipment on parcel (shipment_number);
create index parcel_by_tracking_prefix on parcel (tracking_number text_pattern_ops);
comment on table parcel is 'What the carrier carries: each has a tracking number. A shipment may be sent in several.';
comment on column parcel.state is 'Latest event of the carrier that counts.';

create table shipment_result (
    shipment_number text        not null,
    result_no       text        not null,
    tracking_number text        not null,
    at              timestamptz not null,
    constraint shipment_result_pk primary key (shipment_number, result_no, tracking_number),
    constraint shipment_result_shipment foreign key (shipment_number) references shipment
);
comment on table shipment_result is 'Results that the warehouse reported, so that each is booked once.';
comment on column shipment_result.result_no is 'The warehouse''s number of the result.';

create table tracking_event (
    tracking_number text        not null,
    event           text        not null,
    at              timestamptz not null,
    office          text        not null,
    constraint tracking_event_pk primary key (tracking_number, event, at, office)
);
comment on table tracking_event is 'Events that the carrier reported, also of parcels not yet known.';

create table lead_time (
    prefecture    text not null,
    valid_from    date not null,
    days          int  not null,
    earliest_slot text not null default 'AM',
    constraint lead_time_pk primary key (prefecture, valid_from),
    constraint lead_time_days check (days between 1 and 30),
    constraint lead_time_earliest_slot check (earliest_slot in ('AM', '1416', '1618', '1820', '1921'))
);
insert into lead_time (prefecture, valid_from, days, earliest_slot)
values ('', '2000-01-01', 1, 'AM'),
       ('北海道', '2000-01-01', 2, '1416'),
       ('愛媛県', '2000-01-01', 2, 'AM'),
       ('高知県', '2000-01-01', 2, 'AM'),
       ('福岡県', '2000-01-01', 2, 'AM'),
       ('佐賀県', '2000-01-01', 2, 'AM'),
       ('長崎県', '2000-01-01', 2, 'AM'),
       ('熊本県', '2000-01-01', 2, 'AM'),
       ('大分県', '2000-01-01', 2, 'AM'),
       ('宮崎県', '2000-01-01', 2, '1416'),
       ('鹿児島県', '2000-01-01', 2, '1416'),
       ('沖縄県', '2000-01-01', 3, '1416');
comment on table lead_time is 'Dated days from the warehouse to the recipient, by prefecture.';
comment on column lead_time.prefecture is 'Empty: every prefecture without a row of its own on that day.';
comment on column lead_time.earliest_slot is 'Earliest time slot on the first day on which a parcel can arrive.';

create table closed_weekday (
    party   text not null,
    weekday int  not null,
    constraint closed_weekday_pk primary key (party, weekday),
    constraint closed_weekday_party check (party in ('WAREHOUSE', 'CARRIER')),
    constraint closed_weekday_iso check (weekday between 1 and 7)
);
insert into closed_weekday (party, weekday) values ('WAREHOUSE', 7);
comment on table closed_weekday is 'Days of the week on which the warehouse does not ship or the carrier does not deliver.';
comment on column closed_weekday.weekday is 'ISO: 1 is Monday.';

create table closed_day (
    party text not null,
    day   date not null,
    constraint closed_day_pk primary key (party, day),
    constraint closed_day_party check (party in ('WAREHOUSE', 'CARRIER'))
);
insert into closed_day (party, day)
select 'WAREHOUSE', make_date(y, 1, d) from generate_series(2026, 2035) y, generate_series(1, 3) d
union all
select 'WAREHOUSE', make_date(y, 12, 31) from generate_series(2026, 2035) y
union all
select 'CARRIER', make_date(y, 1, 1) from generate_series(2026, 2035) y;
comment on table closed_day is 'Single days on which the warehouse does not ship or the carrier does not deliver.';

create table shipping_cutoff (
    valid_from  date not null,
    cutoff_time time not null,
    constraint shipping_cutoff_pk primary key (valid_from)
);
insert into shipping_cutoff (valid_from, cutoff_time) values ('2000-01-01', '15:00');
comment on table shipping_cutoff is 'Dated terms of shipping.';
comment on column shipping_cutoff.cutoff_time is 'Orders that are ready by then can leave the same day.';

-- Published views: what other modules may read.

create view fulfilment_shipment_view as
select shipment_number, status, status_since, carrier, name, ship_date, requested_delivery_date, tracking_number, shipped_at, delivered_at,
       delivery_exception, revision, created_at
  from shipment;
comment on view fulfilment_shipment_view is 'Shipments.';

create view fulfilment_shipment_line_view as
select shipment_number, line_no, kind, order_number, order_line_no, sku, quantity, shipped from shipment_line;
comment on view fulfilment_shipment_line_view is 'Contents of shipments.';

create view fulfilment_parcel_view as
select tracking_number, shipment_number, carrier, state, state_at from parcel;
comment on view fulfilment_parcel_view is 'Parcels.';

create view fulfilment_tracking_event_view as
select tracking_number, event, at from tracking_event;
comment on view fulfilment_tracking_event_view is 'Events that the carrier reported.';

create view fulfilment_lead_time_view as
select prefecture, valid_from, days, earliest_slot from lead_time;
comment on view fulfilment_lead_time_view is 'Dated days from the warehouse to the recipient; the prefecture is empty for every other one.';

create view fulfilment_closed_weekday_view as
select party, weekday from closed_weekday;
comment on view fulfilment_closed_weekday_view is 'Days of the week (ISO) on which the warehouse does not ship or the carrier does not deliver.';

create view fulfilment_closed_day_view as
select party, day from closed_day;
comment on view fulfilment_closed_day_view is 'Single days on which the warehouse does not ship or the carrier does not deliver.';

create view fulfilment_case_value_view as
select shipment_number as business_key, sum(yen)::bigint as yen
  from (select s.shipment_number, max(l.unit_price * (s.quantity / greatest(s.pieces_per_unit, 1))) as yen
          from shipment_line s
          join orders_line_view l on l.order_number = s.order_number and l.line_no = s.order_line_no
         where s.kind = 'GOODS'
         group by s.shipment_number, s.order_number, s.order_line_no) line
 group by shipment_number;
comment on view fulfilment_case_value_view is 'Value of a shipment''s case in yen, for the maps of the processes. Ask by key.';
