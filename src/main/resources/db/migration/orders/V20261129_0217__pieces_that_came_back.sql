-- How many of the shipped pieces came back.

alter table order_line add column returned int not null default 0;
update order_line l set returned = l.shipped from orders o where o.order_number = l.order_number and o.status = 'RETURNED';
alter table order_line add constraint order_line_returned check (returned between 0 and shipped);
comment on column order_line.returned is 'Of the shipped pieces, those that came back and are not sent again.';

create or replace view orders_line_view as
select order_number, line_no, dest_no, sku, name, quantity, open, shipped, cancelled, unit_price, amount, returned from order_line;
