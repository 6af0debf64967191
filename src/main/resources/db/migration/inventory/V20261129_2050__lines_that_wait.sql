-- What waits for stock leaves from the warehouse in which it waits, line by line.

create or replace view inventory_backorder_view as
select order_number, sku, quantity, since, warehouse, line_no from backorder;
