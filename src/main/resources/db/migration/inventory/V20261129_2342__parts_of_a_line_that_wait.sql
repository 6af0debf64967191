-- Of one article of an order line pieces may wait in several shipments.

alter table backorder drop constraint backorder_pk;
alter table backorder add constraint backorder_pk primary key (order_number, line_no, sku, warehouse, allocation_group);
