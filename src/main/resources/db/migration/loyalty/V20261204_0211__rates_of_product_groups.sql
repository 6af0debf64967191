-- Rates of points for one group of products, and by which rate each product of an order has earned.
alter table point_rate add column product_group text;
comment on table point_rate is
    'How many points goods earn. The rate of a product''s group counts before that for all; periods of the same group do not overlap.';
comment on column point_rate.product_group is 'The group of products that earn at this rate; null for all goods.';

create table point_order_rate (
    order_number text   not null,
    sku          text   not null,
    rate_id      bigint not null,
    constraint point_order_rate_pk primary key (order_number, sku),
    constraint point_order_rate_rate foreign key (rate_id) references point_rate
);
create index point_order_rate_by_rate on point_order_rate (rate_id);
comment on table point_order_rate is
    'At which rate the goods of an order earn, from the first grant on: groups and rates may change, what a return takes back does not.';

alter table point_lot
    add column rate_id bigint,
    add constraint point_lot_rate foreign key (rate_id) references point_rate;
comment on column point_lot.rate_id is 'The rate by which the order earned them; null for those given by hand, and for orders that earned at one rate for all.';
