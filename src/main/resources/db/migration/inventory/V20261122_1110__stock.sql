create table stock_movement (
    id         bigint generated always as identity primary key,
    sku        text not null,
    kind       text not null constraint stock_movement_kind check (kind in ('RECEIPT', 'SHIPMENT', 'RETURN', 'ADJUSTMENT')),
    quantity   int not null,
    reference  text not null,
    lot        text,
    expiry     date,
    at         timestamptz not null,
    constraint stock_movement_once unique (sku, kind, reference)
);
create index stock_movement_by_time on stock_movement (sku, at);

create table stock_balance (
    sku       text primary key,
    on_hand   bigint not null default 0 constraint stock_on_hand_not_negative check (on_hand >= 0),
    allocated bigint not null default 0 constraint stock_allocated_not_negative check (allocated >= 0),
    constraint stock_allocated_within_on_hand check (allocated <= on_hand)
);

-- What is kept for whom. A row ends when the goods leave or are given back.
create table stock_allocation (
    order_number text not null,
    line_no      int not null,
    sku          text not null,
    quantity     int not null constraint stock_allocation_positive check (quantity > 0),
    primary key (order_number, line_no, sku)
);
create index stock_allocation_by_sku on stock_allocation (sku);

-- Lines that found too little stock; the oldest is served first.
create table stock_demand (
    order_number text not null,
    sku          text not null,
    quantity     bigint not null,
    since        timestamptz not null,
    primary key (order_number, sku)
);
create index stock_demand_by_sku on stock_demand (sku, since);

create table stock_incoming (
    sku      text primary key,
    quantity bigint not null
);

create table stock_snapshot (
    id        bigint generated always as identity primary key,
    warehouse text not null,
    as_of     timestamptz not null,
    rows      int not null,
    differing int not null,
    constraint stock_snapshot_once unique (warehouse, as_of)
);

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are append-only', tg_table_name;
end $$;
create trigger stock_movement_append_only before update or delete on stock_movement
    for each row execute function refuse_change();
