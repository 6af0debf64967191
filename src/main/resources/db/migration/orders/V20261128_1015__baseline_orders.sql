-- Orders from receipt to completion, their timeline, and what is read out before an order by telephone is final.

create sequence order_number_seq;
comment on sequence order_number_seq is 'Numbers of orders.';

create table orders (
    order_number      text        not null,
    version           bigint      not null,
    channel           text        not null,
    channel_order_id  text,
    content_hash      text,
    customer_number   text        not null,
    buyer_name        text        not null,
    buyer_kana        text        not null,
    buyer_phone       text        not null,
    buyer_email       text,
    ordered_at        timestamptz not null,
    received_at       timestamptz not null,
    media_code        text,
    payment_method    text        not null,
    shop_payment      text        not null,
    priced_by_shop    boolean     not null,
    progress          text        not null,
    on_hold           boolean     not null default false,
    hold_reason       text,
    status            text        not null,
    status_since      timestamptz not null,
    check_passed      boolean     not null default false,
    note              text        not null default '',
    goods             bigint      not null,
    shipping          bigint      not null,
    fee               bigint      not null,
    wrapping          bigint      not null default 0,
    discount          bigint      not null,
    points            bigint      not null,
    tax               bigint      not null,
    total             bigint      not null,
    planned_ship_date date,
    source_message_id bigint,
    source_file       text,
    source_line       int,
    cancel_reason     text,
    cancel_reason_en  text,
    cancel_cause      text,
    constraint orders_pk primary key (order_number),
    constraint order_channel_number_once unique (channel, channel_order_id),
    constraint order_total_adds_up check (total = goods + shipping + fee - discount - points),
    constraint order_wrapping_is_part_of_the_fee check (wrapping between 0 and fee)
);
create index orders_by_status on orders (status, ordered_at);
create index orders_by_customer on orders (customer_number, ordered_at desc);
create index orders_by_time on orders (ordered_at desc);
create index orders_ready on orders (planned_ship_date) where progress = 'READY';
create index orders_by_phone on orders (buyer_phone text_pattern_ops);
create index orders_by_channel_number on orders (channel_order_id text_pattern_ops);
-- The beginning of a number needs an index of its own: the key's serves it in some collations only.
create index orders_by_beginning on orders (order_number text_pattern_ops);
comment on table orders is 'Orders. Amounts in yen including tax.';
comment on column orders.version is 'Optimistic lock.';
comment on column orders.channel is 'Where the order came from: PHONE, FAX, … or the code of a shop.';
comment on column orders.channel_order_id is 'The order''s number in a shop.';
comment on column orders.content_hash is 'Fingerprint of what a shop sent, to recognise repeats and changes.';
comment on column orders.buyer_name is 'The customer''s data as it was when the order was placed; likewise the other buyer columns.';
comment on column orders.media_code is 'Advertisement that brought the order.';
comment on column orders.shop_payment is 'What the shop''s own payment service has done: NONE, AUTHORISED or PAID.';
comment on column orders.priced_by_shop is 'Whether the amounts are the shop''s and not calculated here.';
comment on column orders.progress is 'How far the process has come; the status shown is this unless the order is on hold or its parcels say more.';
comment on column orders.status is 'Where the order stands, as staff and outsiders see it.';
comment on column orders.check_passed is 'Whether the order needs no review, by itself or after one.';
comment on column orders.note is 'Internal remark.';
comment on column orders.goods is 'Sum of the lines.';
comment on column orders.shipping is 'Charge for shipping.';
comment on column orders.fee is 'Other charges: cash on delivery and wrapping.';
comment on column orders.wrapping is 'The part of the fee that is for wrapping.';
comment on column orders.points is 'Paid with a shop''s points.';
comment on column orders.tax is 'Consumption tax included in the total.';
comment on column orders.total is 'What the customer pays.';
comment on column orders.planned_ship_date is 'Planned ship date.';
comment on column orders.source_message_id is 'Partner message that brought the order; likewise its file and line.';
comment on column orders.cancel_reason is 'Why the order was cancelled, as staff wrote it; not for customers.';
comment on column orders.cancel_cause is 'What a customer may be told of why the order was cancelled.';

create table order_destination (
    order_number            text    not null,
    dest_no                 int     not null,
    name                    text    not null,
    kana                    text    not null,
    phone                   text    not null,
    postal_code             text    not null,
    prefecture              text    not null,
    city                    text    not null,
    line1                   text    not null,
    line2                   text    not null,
    address_key             text    not null,
    requested_delivery_date date,
    requested_time_slot     text,
    gift_wrap               boolean not null default false,
    noshi                   text    not null default '',
    noshi_title             text    not null default '',
    noshi_name              text    not null default '',
    message_card            text    not null default '',
    warehouse_note          text    not null default '',
    slip_note               text    not null default '',
    constraint order_destination_pk primary key (order_number, dest_no),
    constraint order_destination_order foreign key (order_number) references orders,
    constraint order_destination_noshi check (noshi in
        ('', 'RED_WHITE_BOW', 'RED_WHITE_KNOT', 'BLACK_WHITE_KNOT', 'YELLOW_WHITE_KNOT', 'PLAIN'))
);
-- Orders and shipments are found by any part of the recipient's name, like customers.
create index order_destination_name_parts on order_destination
    using gin (name_grams(replace(name, ' ', ''), replace(kana, ' ', '')));
create index order_destination_phone on order_destination (phone text_pattern_ops);
comment on table order_destination is 'Recipients of an order''s goods, with requested delivery, packing and labels.';
comment on column order_destination.dest_no is 'From 1.';
comment on column order_destination.address_key is 'The address as it is compared: goods for equal keys travel together.';
comment on column order_destination.requested_delivery_date is 'Requested delivery date.';
comment on column order_destination.requested_time_slot is 'Requested delivery time slot, by the carrier''s code.';
comment on column order_destination.noshi is 'Decoration strip for gifts (のし); empty for none.';
comment on column order_destination.noshi_title is 'Upper inscription of the noshi (表書き).';
comment on column order_destination.noshi_name is 'Lower inscription of the noshi (名入れ).';
comment on column order_destination.warehouse_note is 'For those who pack.';
comment on column order_destination.slip_note is 'Printed on the delivery slip, for the carrier.';

create table order_line (
    order_number text   not null,
    line_no      int    not null,
    dest_no      int    not null,
    sku          text   not null,
    name         text   not null,
    quantity     int    not null,
    open         int    not null,
    shipped      int    not null,
    cancelled    int    not null,
    unit_price   bigint not null,
    tax_rate     int    not null,
    amount       bigint not null,
    constraint order_line_pk primary key (order_number, line_no),
    constraint order_line_order foreign key (order_number) references orders,
    constraint order_line_quantity_positive check (quantity > 0),
    constraint order_line_open check (open >= 0),
    constraint order_line_shipped check (shipped >= 0),
    constraint order_line_cancelled check (cancelled >= 0),
    constraint order_line_quantities_add_up check (quantity = open + shipped + cancelled)
);
create index order_line_by_sku on order_line (sku);
comment on table order_line is 'Articles of an order. Ordered pieces are open, shipped or cancelled.';
comment on column order_line.dest_no is 'Destination that the pieces go to.';
comment on column order_line.name is 'Name of the product when it was ordered.';
comment on column order_line.unit_price is 'Yen including tax.';
comment on column order_line.tax_rate is 'Per cent.';
comment on column order_line.amount is 'Yen including tax.';

create table order_review_reason (
    order_number text not null,
    code         text not null,
    detail       text not null,
    detail_en    text not null,
    about        text not null default '',
    constraint order_review_reason_pk primary key (order_number, code),
    constraint order_review_reason_order foreign key (order_number) references orders
);
comment on table order_review_reason is 'Reasons why a person has to review an order.';
comment on column order_review_reason.about is 'What exactly is in question (the address, the remark, the sum, the other order): the same once more needs nobody.';

create table order_accepted_review_reason (
    order_number text not null,
    code         text not null,
    about        text not null,
    constraint order_accepted_review_reason_order foreign key (order_number) references orders
);
create unique index order_accepted_review_reason_once on order_accepted_review_reason (order_number, code, md5(about));
comment on table order_accepted_review_reason is 'Reasons for review that a person has approved.';

create table order_event (
    id           bigint generated always as identity,
    order_number text        not null,
    at           timestamptz not null,
    event        text        not null,
    text         text        not null,
    text_en      text,
    actor        text        not null,
    constraint order_event_pk primary key (id)
);
create index order_event_by_order on order_event (order_number, id);
create trigger order_event_append_only before update or delete on order_event
    for each row execute function refuse_change();
comment on table order_event is 'Timelines of orders. Append-only.';
comment on column order_event.event is 'Code of what happened.';
comment on column order_event.text is 'What happened, in Japanese.';

create table confirmation_script (
    version    int         not null,
    body       text        not null,
    written_at timestamptz not null,
    written_by text        not null,
    constraint confirmation_script_pk primary key (version)
);
create trigger confirmation_script_append_only before update or delete on confirmation_script
    for each row execute function refuse_change();
comment on table confirmation_script is 'Scripts that are read out before an order by telephone is final. A changed script is a new version. Append-only.';
comment on column confirmation_script.body is 'Text with {placeholders}.';

insert into confirmation_script (version, body, written_at, written_by) values (1,
'ご注文の内容を確認いたします。
{customer} 様、ご注文の商品は次のとおりです。
{lines}
お届け先とお届け日は次のとおりです。
{destinations}
{gifts}
商品代金は{goods}、送料は{shipping}、手数料は{fee}、お支払いいただく合計は税込みで{total}です。{taxes}
お支払い方法は{method}です。{payWhen}
{shipWhen}
ご注文の変更とキャンセルは、出荷の準備に入る前まで、お電話で承ります。
お届けした商品に不良や間違いがあったときは、到着後8日以内にご連絡ください。送料は当社負担でお取り替えまたは返金いたします。
お客様のご都合による返品は、未開封に限り、到着後8日以内にご連絡のうえ承ります。返送料はお客様のご負担です。
今回は1回限りのご注文で、定期購入ではありません。
以上の内容でご注文を確定してよろしいでしょうか。', '2026-11-26 00:00:00+09', 'system');

create table order_confirmation (
    id           bigint generated always as identity,
    order_number text        not null,
    version      int         not null,
    body         text        not null,
    read_at      timestamptz not null,
    read_by      text        not null,
    constraint order_confirmation_pk primary key (id),
    constraint order_confirmation_order foreign key (order_number) references orders,
    constraint order_confirmation_script foreign key (version) references confirmation_script
);
create index order_confirmation_by_order on order_confirmation (order_number, id);
create trigger order_confirmation_append_only before update or delete on order_confirmation
    for each row execute function refuse_change();
comment on table order_confirmation is 'What was read out to customers, word for word. Append-only.';
comment on column order_confirmation.version is 'Version of the script.';
comment on column order_confirmation.read_by is 'Operator.';

-- Published views: what other modules may read.

create view orders_order_view as
select order_number, version, channel, channel_order_id, customer_number, buyer_name, buyer_kana, buyer_phone, ordered_at, received_at,
       payment_method, progress, on_hold, status, status_since, total, planned_ship_date
  from orders;
comment on view orders_order_view is 'Orders.';

create view orders_line_view as
select order_number, line_no, dest_no, sku, name, quantity, open, shipped, cancelled, unit_price, amount from order_line;
comment on view orders_line_view is 'Lines of orders. Amounts in yen including tax.';

create view orders_destination_view as
select order_number, dest_no, name, kana, phone, postal_code, prefecture, city, line1, line2, address_key, requested_delivery_date, requested_time_slot
  from order_destination;
comment on view orders_destination_view is 'Recipients of orders'' goods.';

create view orders_event_view as
select id, order_number, at, event from order_event;
comment on view orders_event_view is 'Events in the timelines of orders.';
