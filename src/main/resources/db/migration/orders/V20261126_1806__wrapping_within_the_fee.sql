-- The part of the fee that is for wrapping.
alter table orders
    add column wrapping bigint not null default 0,
    add constraint order_wrapping_is_part_of_the_fee check (wrapping between 0 and fee);
