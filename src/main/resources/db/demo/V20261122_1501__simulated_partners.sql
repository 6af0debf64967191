-- What the simulated partners of a demo know. None of this exists in production.

create table sim_fault (
    partner text not null,
    fault   text not null,
    constraint sim_fault_pk primary key (partner, fault)
);

-- Everything a simulated partner is going to do.
create table sim_event (
    id      bigint generated always as identity,
    partner text not null,
    kind    text not null,
    subject text not null,
    amount  bigint not null default 0,
    due_at  timestamptz not null,
    constraint sim_event_pk primary key (id),
    constraint sim_event_once unique (kind, subject)
);
create index sim_event_due on sim_event (kind, due_at);

-- Files on their way to Otodoke: the right content, and what became of it.
create table sim_file (
    id          bigint generated always as identity,
    partner     text not null,
    type        text not null,
    content     bytea,
    lay_at      timestamptz not null,
    state       text not null default 'WAITING',
    fault       text,
    asked_again boolean not null default false,
    laid_as     text,
    constraint sim_file_pk primary key (id),
    constraint sim_file_state check (state in ('WAITING', 'HELD', 'WRONG', 'LAID'))
);
create index sim_file_open on sim_file (state, lay_at) where state <> 'LAID';
create sequence sim_file_seq;

-- Files taken from out/, so that the same one again is known as a question asked again.
create table sim_read_file (
    partner text not null,
    name    text not null,
    sha256  text not null,
    constraint sim_read_file_pk primary key (partner, name),
    constraint sim_read_file_content unique (partner, sha256)
);

create table sim_parcel (
    ship_no       text not null,
    revision      integer not null,
    ship_date     date not null,
    carrier       text not null,
    delivery_date date,
    time_slot     text not null,
    prefecture    text not null,
    state         text not null,
    tracking_no   text,
    shipped_at    timestamptz,
    result_file   bigint,
    absences      integer not null default 0,
    constraint sim_parcel_pk primary key (ship_no),
    constraint sim_parcel_tracking unique (tracking_no),
    constraint sim_parcel_state check (state in ('ACCEPTED', 'CANCELLED', 'SHIPPED'))
);
create sequence sim_tracking_seq;

create table sim_parcel_line (
    ship_no   text not null,
    line_no   integer not null,
    item_code text not null,
    quantity  integer not null,
    kind      text not null,
    constraint sim_parcel_line_pk primary key (ship_no, line_no)
);

-- A cancellation may overtake its instruction.
create table sim_unknown_cancel (
    ship_no    text not null,
    request_id text not null,
    constraint sim_unknown_cancel_pk primary key (ship_no, request_id)
);

-- The warehouse's own count of what left it, beside what had left before it took over.
create table sim_stock (
    item_code      text not null,
    shipped_before bigint not null,
    shipped        bigint not null default 0,
    constraint sim_stock_pk primary key (item_code)
);

create table sim_card (
    transaction_no text not null,
    id             text not null,
    status         text not null,
    amount         bigint not null,
    token          text not null,
    code           text,
    constraint sim_card_pk primary key (transaction_no)
);

create table sim_card_call (
    idempotency_key text not null,
    request         text not null,
    http_status     integer not null default 200,
    constraint sim_card_call_pk primary key (idempotency_key)
);

-- What a customer was asked for, and what she has transferred.
create table sim_transfer (
    order_number text not null,
    asked        bigint not null,
    paid         bigint not null default 0,
    constraint sim_transfer_pk primary key (order_number)
);
create sequence sim_inquiry_seq;
create sequence sim_shop_order_seq;

-- Our ledger as the warehouse may know it: what left it, and what else came and went.
create view sim_ledger as
select sku                                                                  as item_code,
       coalesce(-sum(quantity) filter (where kind = 'SHIPMENT'), 0)::bigint as shipped,
       coalesce(sum(quantity) filter (where kind <> 'SHIPMENT'), 0)::bigint as otherwise
from stock_movement
group by sku;

-- What the shop may sell.
create view sim_goods as
select p.sku, (select amount from product_price x where x.sku = p.sku order by valid_from desc limit 1) as price
from product p
where p.kind = 'GOODS' and p.active;
