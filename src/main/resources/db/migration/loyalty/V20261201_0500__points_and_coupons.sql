-- Points: lots that expire, and every movement of them.

create table point_rate (
    id           bigint generated always as identity,
    name         text not null,
    per_mille    int  not null,
    valid_from   date not null,
    valid_until  date,
    valid_months int  not null,
    constraint point_rate_pk primary key (id),
    constraint point_rate_per_mille check (per_mille between 0 and 1000),
    constraint point_rate_period check (valid_until is null or valid_until >= valid_from),
    constraint point_rate_months check (valid_months between 1 and 120)
);
comment on table point_rate is 'How many points goods earn; the highest rate of the day counts.';
comment on column point_rate.per_mille is 'Points for 1,000 yen paid for goods, tax included.';
comment on column point_rate.valid_until is 'The last day on which orders earn at this rate; null without end.';
comment on column point_rate.valid_months is 'How long the points may be used, from the delivery on.';

create table point_channel (
    channel text    not null,
    earns   boolean not null,
    constraint point_channel_pk primary key (channel)
);
comment on table point_channel is 'Channels whose orders earn points or not; one that is not here earns.';
insert into point_channel (channel, earns) values ('EC_CUBE', false);

create table point_account (
    customer_number text   not null,
    balance         bigint not null default 0,
    constraint point_account_pk primary key (customer_number)
);
comment on table point_account is 'Points of customers. Whoever moves points locks the account.';
comment on column point_account.balance is 'The sum of the movements; negative where points came back that had been used already.';

create table point_lot (
    id              bigint generated always as identity,
    customer_number text   not null,
    order_number    text,
    per_mille       int,
    expires_on      date   not null,
    remaining       bigint not null default 0,
    constraint point_lot_pk primary key (id),
    constraint point_lot_account foreign key (customer_number) references point_account
);
create index point_lot_by_customer on point_lot (customer_number, expires_on, id) where remaining <> 0;
create index point_lot_by_order on point_lot (order_number) where order_number is not null;
create index point_lot_by_expiry on point_lot (expires_on) where remaining > 0;
comment on table point_lot is 'Points that were granted together and expire together.';
comment on column point_lot.order_number is 'The order that earned them; null for those given by hand.';
comment on column point_lot.per_mille is 'The rate at which the order earned them.';
comment on column point_lot.expires_on is 'The last day on which they may be used.';
comment on column point_lot.remaining is 'The sum of the movements; negative where more was taken back than was left.';

create table point_movement (
    id              bigint generated always as identity,
    lot_id          bigint      not null,
    customer_number text        not null,
    kind            text        not null,
    amount          bigint      not null,
    order_number    text,
    reason          text,
    actor           text        not null,
    at              timestamptz not null,
    constraint point_movement_pk primary key (id),
    constraint point_movement_lot foreign key (lot_id) references point_lot,
    constraint point_movement_kind check (kind in
        ('EARNED', 'USED', 'GIVEN_BACK', 'TAKEN_BACK', 'EXPIRED', 'ADJUSTED', 'SETTLED')),
    constraint point_movement_moves check (amount <> 0)
);
create index point_movement_by_customer on point_movement (customer_number, id);
create index point_movement_by_order on point_movement (order_number, kind) where order_number is not null;
create index point_movement_by_lot on point_movement (lot_id);
comment on table point_movement is 'Movements of points. Append-only.';
comment on column point_movement.kind is 'SETTLED moves points from one lot of a customer to another and changes no balance.';
comment on column point_movement.amount is 'One point is one yen; negative for what goes.';
create trigger point_movement_append_only before update or delete on point_movement
    for each row execute function refuse_change();

-- What is left of lots and accounts follows from the movements and from nothing else.
create function carry_point_movements() returns trigger language plpgsql as $$
begin
    update point_lot l set remaining = l.remaining + m.amount
      from (select lot_id, sum(amount) as amount from added group by lot_id) m where l.id = m.lot_id;
    update point_account a set balance = a.balance + m.amount
      from (select customer_number, sum(amount) as amount from added group by customer_number having sum(amount) <> 0) m
     where a.customer_number = m.customer_number;
    return null;
end $$;
create trigger point_movement_carried after insert on point_movement
    referencing new table as added for each statement execute function carry_point_movements();

create view loyalty_point_account_view as select customer_number, balance from point_account;
comment on view loyalty_point_account_view is 'Points of customers; one point is one yen.';
create view loyalty_order_points_view as
select order_number, -sum(amount) filter (where kind in ('USED', 'GIVEN_BACK')) as used,
       sum(amount) filter (where kind in ('EARNED', 'TAKEN_BACK')) as earned
  from point_movement where order_number is not null group by order_number;
comment on view loyalty_order_points_view is 'Points that orders use and have earned.';

-- Coupons.
create table coupon (
    id             bigint generated always as identity,
    code           text        not null,
    name           text        not null,
    valid_from     date        not null,
    valid_until    date        not null,
    kind           text        not null,
    value          int         not null,
    minimum        bigint      not null default 0,
    quota          int,
    per_customer   int,
    first_purchase boolean     not null default false,
    active         boolean     not null default true,
    used           int         not null default 0,
    created_at     timestamptz not null,
    constraint coupon_pk primary key (id),
    constraint coupon_code_once unique (code),
    constraint coupon_period check (valid_until >= valid_from),
    constraint coupon_kind check (kind in ('AMOUNT', 'PERCENT')),
    constraint coupon_value check (value > 0 and (kind = 'AMOUNT' or value <= 100)),
    constraint coupon_minimum check (minimum >= 0),
    constraint coupon_within_quota check (used >= 0 and (quota is null or used <= quota)),
    constraint coupon_per_customer check (per_customer > 0)
);
comment on table coupon is 'Coupons: what an order that names the code is reduced by.';
comment on column coupon.code is 'In capitals of half width.';
comment on column coupon.valid_until is 'The last day on which an order may use it.';
comment on column coupon.value is 'Yen or per cent of the goods, by kind.';
comment on column coupon.minimum is 'Goods, in yen, that an order needs for it.';
comment on column coupon.quota is 'How many orders may use it altogether; null for any number.';
comment on column coupon.per_customer is 'How many orders of one customer may use it; null for any number.';
comment on column coupon.used is 'Orders that use it, counted where there is a quota.';

create table coupon_product (
    coupon_id bigint not null,
    sku       text   not null,
    constraint coupon_product_pk primary key (coupon_id, sku),
    constraint coupon_product_coupon foreign key (coupon_id) references coupon
);
comment on table coupon_product is 'Products that a coupon reduces; a coupon without any reduces all.';

create table coupon_use (
    order_number    text        not null,
    coupon_id       bigint      not null,
    customer_number text        not null,
    discount        bigint      not null,
    sales           bigint      not null,
    used_at         timestamptz not null,
    returned_at     timestamptz,
    constraint coupon_use_pk primary key (order_number),
    constraint coupon_use_coupon foreign key (coupon_id) references coupon
);
create index coupon_use_by_coupon on coupon_use (coupon_id, customer_number) where returned_at is null;
comment on table coupon_use is 'Orders that use a coupon.';
comment on column coupon_use.sales is 'What the order comes to, in yen with tax.';
comment on column coupon_use.returned_at is 'When the order gave it up, so that it may be used again.';
