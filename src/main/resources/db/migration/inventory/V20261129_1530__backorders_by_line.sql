-- What an order waits for, by line, so that an arrival is allocated to many orders by one statement, and in the order in
-- which they are served. Rows from before have line 0; their own process moves what they are allocated to its lines.

alter table backorder add column line_no int not null default 0;
alter table backorder drop constraint backorder_pk;
alter table backorder add constraint backorder_pk primary key (order_number, line_no, sku);
alter table backorder add constraint backorder_positive check (quantity > 0);
comment on column backorder.line_no is 'Line of the order that needs the pieces; 0 in rows from before lines were kept.';
comment on column backorder.since is 'When the order was placed: the older is served first.';

drop index backorder_by_sku;
create index backorder_by_priority on backorder (sku, since, order_number) include (quantity);
