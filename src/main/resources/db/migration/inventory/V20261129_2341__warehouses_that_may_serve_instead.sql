-- What waits for stock in one warehouse leaves from another if that one has it first.

alter table backorder add column alternatives text[] not null default '{}';
update backorder b set alternatives = array(
    select distinct s.warehouse from stock_balance s where s.warehouse <> b.warehouse order by 1);
create index backorder_elsewhere on backorder (sku, since, order_number, allocation_group) include (quantity, warehouse, alternatives)
 where alternatives <> '{}';
comment on column backorder.alternatives is 'Other warehouses from which the pieces may leave, the preferred one first.';

create or replace view inventory_backorder_view as
select order_number, sku, quantity, since, warehouse, line_no, allocation_group from backorder;
