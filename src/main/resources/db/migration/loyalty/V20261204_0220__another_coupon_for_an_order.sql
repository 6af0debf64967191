-- An order that gave up a coupon may use another one: uses are kept, and one of them at most is not returned.
alter table coupon_use
    drop constraint coupon_use_pk,
    add column id bigint generated always as identity,
    add constraint coupon_use_pk primary key (id);
create unique index coupon_use_one_at_a_time on coupon_use (order_number) where returned_at is null;
create index coupon_use_by_order on coupon_use (order_number);
comment on table coupon_use is 'Coupons that orders use or have given up; an order uses one at a time.';
