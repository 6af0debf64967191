-- Stock lies in warehouses and is of some condition; only good pieces are allocated. What there was lies in the main
-- warehouse and is good. Needs of an order that are served together form a group; so far all of an order are one.

alter table stock_movement add column warehouse text not null default 'MAIN';
alter table stock_movement add column condition text not null default 'GOOD';
alter table stock_movement add constraint stock_movement_condition check (condition in ('GOOD', 'OPENED', 'DAMAGED'));
alter table stock_movement drop constraint stock_movement_once;
alter table stock_movement add constraint stock_movement_once unique (sku, warehouse, condition, kind, reference);
drop index stock_movement_other;
create index stock_movement_other on stock_movement (sku, warehouse) include (condition, quantity) where kind <> 'SHIPMENT';
comment on column stock_movement.warehouse is 'Warehouse in which the pieces came or left.';
comment on column stock_movement.condition is 'GOOD pieces are sold; OPENED and DAMAGED ones only lie there.';

alter table stock_balance add column warehouse text not null default 'MAIN';
alter table stock_balance add column condition text not null default 'GOOD';
alter table stock_balance add constraint stock_balance_condition check (condition in ('GOOD', 'OPENED', 'DAMAGED'));
alter table stock_balance add constraint stock_only_good_allocated check (condition = 'GOOD' or allocated = 0);
alter table stock_balance drop constraint stock_balance_pk;
alter table stock_balance add constraint stock_balance_pk primary key (sku, warehouse, condition);
comment on column stock_balance.warehouse is 'Warehouse in which the pieces lie.';
comment on column stock_balance.condition is 'GOOD pieces are sold; OPENED and DAMAGED ones only lie there.';
comment on column stock_balance.on_hand is 'Pieces in the warehouse, of this condition.';

alter table stock_allocation add column warehouse text not null default 'MAIN';
alter table stock_allocation drop constraint stock_allocation_pk;
alter table stock_allocation add constraint stock_allocation_pk primary key (order_number, line_no, sku, warehouse);
drop index stock_allocation_by_sku;
create index stock_allocation_by_sku on stock_allocation (sku, warehouse);
comment on column stock_allocation.warehouse is 'Warehouse whose good pieces these are.';

alter table backorder add column warehouse text not null default 'MAIN';
alter table backorder add column allocation_group text not null default '';
alter table backorder drop constraint backorder_pk;
alter table backorder add constraint backorder_pk primary key (order_number, line_no, sku, warehouse);
drop index backorder_by_priority;
create index backorder_by_priority on backorder (sku, warehouse, since, order_number, allocation_group) include (quantity);
comment on column backorder.warehouse is 'Warehouse from which the pieces are to come.';
comment on column backorder.allocation_group is 'Needs of one order with the same group are served together or not at all.';

alter table stock_incoming add column warehouse text not null default 'MAIN';
alter table stock_incoming drop constraint stock_incoming_pk;
alter table stock_incoming add constraint stock_incoming_pk primary key (sku, warehouse);
comment on column stock_incoming.warehouse is 'Warehouse that expects them.';

update stock_snapshot set warehouse = 'MAIN' where warehouse = 'warehouse';

create table stock_snapshot_difference (
    snapshot_id bigint not null,
    sku         text   not null,
    condition   text   not null,
    on_hand     bigint not null,
    counted     bigint not null,
    constraint stock_snapshot_difference_pk primary key (snapshot_id, sku, condition),
    constraint stock_snapshot_difference_of foreign key (snapshot_id) references stock_snapshot (id)
);
comment on table stock_snapshot_difference is 'Products whose count by the warehouse differed from the ledger.';
comment on column stock_snapshot_difference.on_hand is 'Pieces by the ledger when the count came.';
comment on column stock_snapshot_difference.counted is 'Pieces that the warehouse counted.';

create or replace view inventory_balance_view as
select sku, on_hand, allocated, warehouse, condition from stock_balance;
comment on view inventory_balance_view is
    'Pieces on hand by warehouse and condition, and pieces of them that are allocated.';

create or replace view inventory_allocation_view as
select order_number, line_no, sku, quantity, warehouse from stock_allocation;

create or replace view inventory_backorder_view as
select order_number, sku, quantity, since, warehouse from backorder;

create or replace view inventory_movement_view as
select sku, kind, quantity, reference, at, warehouse, condition from stock_movement;
