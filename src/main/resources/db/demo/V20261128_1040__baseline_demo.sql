-- What the mail catcher has caught and what the simulated partners of a demo know. None of this exists in production.

create table caught_mail (
    id        bigint generated always as identity,
    caught_at timestamptz not null,
    recipient text        not null,
    subject   text        not null,
    body      text        not null,
    content   bytea       not null,
    constraint caught_mail_pk primary key (id)
);
comment on table caught_mail is 'Mail caught by the built-in mail server.';
comment on column caught_mail.body is 'The text, decoded.';
comment on column caught_mail.content is 'The mail as it was sent.';

create table sim_fault (
    partner text not null,
    fault   text not null,
    constraint sim_fault_pk primary key (partner, fault)
);
comment on table sim_fault is 'Faults that are switched on.';

create table sim_event (
    id      bigint generated always as identity,
    partner text        not null,
    kind    text        not null,
    subject text        not null,
    amount  bigint      not null default 0,
    due_at  timestamptz not null,
    constraint sim_event_pk primary key (id),
    constraint sim_event_once unique (kind, subject)
);
create index sim_event_due on sim_event (kind, due_at);
comment on table sim_event is 'Everything that simulated partners are going to do.';
comment on column sim_event.subject is 'Shipment, order or transaction it is about.';
comment on column sim_event.amount is 'Yen.';

create sequence sim_file_seq;

create table sim_file (
    id          bigint generated always as identity,
    partner     text        not null,
    type        text        not null,
    content     bytea,
    lay_at      timestamptz not null,
    state       text        not null default 'WAITING',
    fault       text,
    asked_again boolean     not null default false,
    laid_as     text,
    constraint sim_file_pk primary key (id),
    constraint sim_file_state check (state in ('WAITING', 'HELD', 'WRONG', 'LAID'))
);
create index sim_file_open on sim_file (state, lay_at) where state <> 'LAID';
comment on table sim_file is 'Files on their way to Otodoke: the right content, and what became of it.';
comment on column sim_file.lay_at is 'When it is to be delivered.';
comment on column sim_file.state is 'WAITING, HELD back, WRONG (delivered with a fault) or LAID (delivered).';
comment on column sim_file.laid_as is 'Name under which it was delivered.';

create table sim_read_file (
    partner text not null,
    name    text not null,
    sha256  text not null,
    constraint sim_read_file_pk primary key (partner, name),
    constraint sim_read_file_content unique (partner, sha256)
);
comment on table sim_read_file is 'Files taken from out/, so that the same one again is known as a repeated question.';

create sequence sim_tracking_seq;

create table sim_parcel (
    ship_no       text    not null,
    revision      integer not null,
    ship_date     date    not null,
    carrier       text    not null,
    delivery_date date,
    time_slot     text    not null,
    prefecture    text    not null,
    state         text    not null,
    tracking_no   text,
    shipped_at    timestamptz,
    result_file   bigint,
    absences      integer not null default 0,
    constraint sim_parcel_pk primary key (ship_no),
    constraint sim_parcel_tracking unique (tracking_no),
    constraint sim_parcel_state check (state in ('ACCEPTED', 'CANCELLED', 'SHIPPED'))
);
comment on table sim_parcel is 'Parcels as the simulated warehouse and carrier know them.';
comment on column sim_parcel.absences is 'How often nobody will be at home.';

create table sim_parcel_line (
    ship_no   text    not null,
    line_no   integer not null,
    item_code text    not null,
    quantity  integer not null,
    kind      text    not null,
    constraint sim_parcel_line_pk primary key (ship_no, line_no)
);
comment on table sim_parcel_line is 'Contents of the parcels.';

create table sim_unknown_cancel (
    ship_no    text not null,
    request_id text not null,
    constraint sim_unknown_cancel_pk primary key (ship_no, request_id)
);
comment on table sim_unknown_cancel is 'Cancellations that overtook their instruction.';

create table sim_stock (
    item_code      text   not null,
    shipped_before bigint not null,
    shipped        bigint not null default 0,
    constraint sim_stock_pk primary key (item_code)
);
comment on table sim_stock is 'The warehouse''s own count of the pieces that left it, beside what had left before it took over.';

-- Summing up the movements of all articles takes seconds where millions have left: what left is summed up once, when
-- the warehouse begins to count an article, and what else came and went is little beside it.
create function sim_otherwise(item text) returns bigint language sql stable as
$$ select coalesce(sum(quantity), 0)::bigint from inventory_movement_view where sku = item and kind <> 'SHIPMENT' $$;
create function sim_shipped(item text) returns bigint language sql stable as
$$ select coalesce(-sum(quantity), 0)::bigint from inventory_movement_view where sku = item and kind = 'SHIPMENT' $$;

create table sim_card (
    transaction_no text   not null,
    id             text   not null,
    status         text   not null,
    amount         bigint not null,
    token          text   not null,
    code           text,
    constraint sim_card_pk primary key (transaction_no)
);
comment on table sim_card is 'Transactions of the simulated card gateway.';

create table sim_card_call (
    idempotency_key text    not null,
    request         text    not null,
    http_status     integer not null default 200,
    constraint sim_card_call_pk primary key (idempotency_key)
);
comment on table sim_card_call is 'Calls that the simulated card gateway has answered.';

create table sim_transfer (
    order_number text   not null,
    asked        bigint not null,
    paid         bigint not null default 0,
    constraint sim_transfer_pk primary key (order_number)
);
comment on table sim_transfer is 'What customers were asked to transfer and have transferred, in yen.';

create sequence sim_inquiry_seq;
create sequence sim_shop_order_seq;

create view sim_goods as
select p.sku, (select amount from catalog_price_view x where x.sku = p.sku order by valid_from desc limit 1) as price
  from catalog_product_view p
 where p.kind = 'GOODS' and p.active;
comment on view sim_goods is 'What the simulated shop may sell, with prices in yen.';
