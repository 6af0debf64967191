-- Stock: a ledger of movements, balances that follow from it, allocations to orders, and unmet demand.

create table stock_movement (
    id        bigint generated always as identity,
    sku       text        not null,
    kind      text        not null,
    quantity  int         not null,
    reference text        not null,
    lot       text,
    expiry    date,
    at        timestamptz not null,
    constraint stock_movement_pk primary key (id),
    constraint stock_movement_once unique (sku, kind, reference),
    constraint stock_movement_kind check (kind in ('RECEIPT', 'SHIPMENT', 'RETURN', 'ADJUSTMENT'))
);
create index stock_movement_by_time on stock_movement (sku, at);
-- What came and went otherwise is little beside what was shipped.
create index stock_movement_other on stock_movement (sku) include (quantity) where kind <> 'SHIPMENT';
create trigger stock_movement_append_only before update or delete on stock_movement
    for each row execute function refuse_change();
comment on table stock_movement is 'Ledger of goods that came and went. Append-only.';
comment on column stock_movement.quantity is 'Pieces; negative when goods left.';
comment on column stock_movement.reference is 'What the movement was for, such as a shipment and its line: each is booked once.';
comment on column stock_movement.expiry is 'Best-before date of the lot.';

create table stock_balance (
    sku       text   not null,
    on_hand   bigint not null default 0,
    allocated bigint not null default 0,
    constraint stock_balance_pk primary key (sku),
    constraint stock_on_hand_not_negative check (on_hand >= 0),
    constraint stock_allocated_not_negative check (allocated >= 0),
    constraint stock_allocated_within_on_hand check (allocated <= on_hand)
);
comment on table stock_balance is 'Sums of the ledger and of the allocations, kept with every booking.';
comment on column stock_balance.on_hand is 'Pieces in the warehouse.';
comment on column stock_balance.allocated is 'Pieces of them that are allocated to orders.';

create table stock_allocation (
    order_number text not null,
    line_no      int  not null,
    sku          text not null,
    quantity     int  not null,
    constraint stock_allocation_pk primary key (order_number, line_no, sku),
    constraint stock_allocation_positive check (quantity > 0)
);
create index stock_allocation_by_sku on stock_allocation (sku);
comment on table stock_allocation is 'Pieces allocated to order lines. A row ends when the goods leave or are released.';

create table backorder (
    order_number text        not null,
    sku          text        not null,
    quantity     bigint      not null,
    since        timestamptz not null,
    constraint backorder_pk primary key (order_number, sku)
);
create index backorder_by_sku on backorder (sku, since);
comment on table backorder is 'Orders that found too little stock; the oldest is served first.';
comment on column backorder.quantity is 'Pieces needed.';

create table stock_incoming (
    sku      text   not null,
    quantity bigint not null,
    constraint stock_incoming_pk primary key (sku)
);
comment on table stock_incoming is 'Pieces that the warehouse expects.';

create table stock_snapshot (
    id        bigint generated always as identity,
    warehouse text        not null,
    as_of     timestamptz not null,
    rows      int         not null,
    differing int         not null,
    constraint stock_snapshot_pk primary key (id),
    constraint stock_snapshot_once unique (warehouse, as_of)
);
comment on table stock_snapshot is 'Counts of stock reported by the warehouse.';
comment on column stock_snapshot.as_of is 'Moment of the count.';
comment on column stock_snapshot.rows is 'Products reported.';
comment on column stock_snapshot.differing is 'Products whose count differed from our ledger.';

-- Published views: what other modules may read.

create view inventory_balance_view as
select sku, on_hand, allocated from stock_balance;
comment on view inventory_balance_view is 'Pieces on hand and pieces of them that are allocated.';

create view inventory_allocation_view as
select order_number, line_no, sku, quantity from stock_allocation;
comment on view inventory_allocation_view is 'Pieces allocated to order lines.';

create view inventory_backorder_view as
select order_number, sku, quantity, since from backorder;
comment on view inventory_backorder_view is 'Orders that wait for stock.';

create view inventory_movement_view as
select sku, kind, quantity, reference, at from stock_movement;
comment on view inventory_movement_view is 'Ledger of goods that came and went; negative quantities left.';
