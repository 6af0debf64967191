create sequence shipment_number_seq;

create table shipment (
    shipment_number   text primary key,
    version           bigint not null,
    status            text not null,
    status_since      timestamptz not null,
    warehouse         text not null,
    carrier           text not null,
    service           text not null,
    cool              text not null,
    customer_number   text not null,
    name              text not null,
    kana              text not null,
    phone             text not null,
    postal_code       text not null,
    prefecture        text not null,
    city              text not null,
    line1             text not null,
    line2             text not null,
    ship_date         date not null,
    delivery_date     date,
    time_slot         text,
    payment_kind      text not null,
    cod_amount        bigint not null,
    cod_tax           bigint not null,
    note              text not null default '',
    revision          int not null,
    reject_code       text,
    reject_text       text,
    tracking_number   text,
    shipped_at        timestamptz,
    delivered_at      timestamptz,
    cancel_request_id text,
    cancel_attempts   int not null default 0,
    cancel_reason     text,
    cancel_by_order   text,
    cancel_result     text,
    trouble           text,
    result_final      boolean not null default false,
    created_at        timestamptz not null,
    due_at            timestamptz
);
create index shipment_by_status on shipment (status, ship_date);
create index shipment_due on shipment (due_at) where due_at is not null;
create index shipment_by_customer on shipment (customer_number);

create table shipment_line (
    shipment_number  text not null references shipment,
    line_no          int not null,
    kind             text not null constraint shipment_line_kind check (kind in ('GOODS', 'INSERT')),
    order_number     text not null,
    order_line_no    int not null,
    sku              text not null,
    quantity         int not null constraint shipment_line_quantity check (quantity > 0),
    per_piece        int not null,
    shipped          int not null default 0,
    lot              text,
    expiry           date,
    rule             text,
    primary key (shipment_number, line_no),
    constraint shipment_line_not_over_shipped check (shipped between 0 and quantity)
);
create index shipment_line_by_order on shipment_line (order_number);

create table parcel (
    tracking_number text primary key,
    shipment_number text not null references shipment,
    carrier         text not null,
    state           text not null,
    state_at        timestamptz not null
);
create index parcel_by_shipment on parcel (shipment_number);

create table ship_result (
    shipment_number text not null references shipment,
    result_no       text not null,
    tracking_number text not null,
    at              timestamptz not null,
    primary key (shipment_number, result_no, tracking_number)
);

create table tracking_event (
    tracking_number text not null,
    event           text not null,
    at              timestamptz not null,
    office          text not null,
    primary key (tracking_number, event, at, office)
);

-- Days from the warehouse's door to the customer's.
create table lead_time (
    prefecture text not null,
    valid_from date not null,
    days       int not null constraint lead_time_days check (days between 1 and 30),
    primary key (prefecture, valid_from)
);
insert into lead_time (prefecture, valid_from, days)
values ('', '2000-01-01', 1),
       ('北海道', '2000-01-01', 2), ('福岡県', '2000-01-01', 2), ('佐賀県', '2000-01-01', 2), ('長崎県', '2000-01-01', 2),
       ('熊本県', '2000-01-01', 2), ('大分県', '2000-01-01', 2), ('宮崎県', '2000-01-01', 2), ('鹿児島県', '2000-01-01', 2),
       ('高知県', '2000-01-01', 2), ('愛媛県', '2000-01-01', 2), ('沖縄県', '2000-01-01', 3);

create table closed_weekday (
    party   text not null constraint closed_weekday_party check (party in ('WAREHOUSE', 'CARRIER')),
    weekday int not null constraint closed_weekday_iso check (weekday between 1 and 7),
    primary key (party, weekday)
);
insert into closed_weekday (party, weekday) values ('WAREHOUSE', 7);

create table closed_day (
    party text not null constraint closed_day_party check (party in ('WAREHOUSE', 'CARRIER')),
    day   date not null,
    primary key (party, day)
);
insert into closed_day (party, day)
select 'WAREHOUSE', make_date(y, 1, d) from generate_series(2026, 2035) y, generate_series(1, 3) d
union all
select 'WAREHOUSE', make_date(y, 12, 31) from generate_series(2026, 2035) y
union all
select 'CARRIER', make_date(y, 1, 1) from generate_series(2026, 2035) y;

create table shipping_terms (
    valid_from   date primary key,
    closing_time time not null
);
insert into shipping_terms (valid_from, closing_time) values ('2000-01-01', '15:00');
