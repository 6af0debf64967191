create sequence order_number_seq;

create table orders (
    order_number      text primary key,
    version           bigint not null,
    channel           text not null,
    channel_order_id  text,
    content_hash      text,
    customer_number   text not null,
    buyer_name        text not null,
    buyer_kana        text not null,
    buyer_phone       text not null,
    buyer_email       text,
    ordered_at        timestamptz not null,
    received_at       timestamptz not null,
    media_code        text,
    payment_method    text not null,
    shop_payment      text not null,
    priced_by_shop    boolean not null,
    progress          text not null,
    on_hold           boolean not null default false,
    hold_reason       text,
    status            text not null,
    status_since      timestamptz not null,
    checked           boolean not null default false,
    note              text not null default '',
    goods             bigint not null,
    shipping          bigint not null,
    fee               bigint not null,
    discount          bigint not null,
    points            bigint not null,
    tax               bigint not null,
    total             bigint not null,
    ship_day          date,
    source_message_id bigint,
    source_file       text,
    source_line       int,
    cancel_reason     text,
    constraint order_channel_number_once unique (channel, channel_order_id),
    constraint order_total_adds_up check (total = goods + shipping + fee - discount - points)
);
create index orders_by_status on orders (status, ordered_at);
create index orders_by_customer on orders (customer_number, ordered_at desc);
create index orders_by_time on orders (ordered_at desc);
create index orders_ready on orders (ship_day) where progress = 'READY';
create index orders_by_phone on orders (buyer_phone text_pattern_ops);
create index orders_by_channel_number on orders (channel_order_id text_pattern_ops);

create table order_destination (
    order_number  text not null references orders,
    dest_no       int not null,
    name          text not null,
    kana          text not null,
    phone         text not null,
    postal_code   text not null,
    prefecture    text not null,
    city          text not null,
    line1         text not null,
    line2         text not null,
    door_key      text not null,
    delivery_date date,
    time_slot     text,
    primary key (order_number, dest_no)
);

create table order_line (
    order_number text not null references orders,
    line_no      int not null,
    dest_no      int not null,
    sku          text not null,
    name         text not null,
    quantity     int not null constraint order_line_quantity_positive check (quantity > 0),
    open         int not null constraint order_line_open check (open >= 0),
    shipped      int not null constraint order_line_shipped check (shipped >= 0),
    cancelled    int not null constraint order_line_cancelled check (cancelled >= 0),
    unit_price   bigint not null,
    tax_rate     int not null,
    amount       bigint not null,
    primary key (order_number, line_no),
    constraint order_line_quantities_add_up check (quantity = open + shipped + cancelled)
);
create index order_line_by_sku on order_line (sku);

create table order_doubt (
    order_number text not null references orders,
    code         text not null,
    detail       text not null,
    primary key (order_number, code)
);

create table order_event (
    id           bigint generated always as identity primary key,
    order_number text not null,
    at           timestamptz not null,
    event        text not null,
    text         text not null,
    by_whom      text not null
);
create index order_event_by_order on order_event (order_number, id);
create trigger order_event_append_only before update or delete on order_event
    for each row execute function refuse_change();
