-- An order whose goods lie in several warehouses, travel at several temperatures or go to several destinations leaves in
-- several shipments, each on a day of its own. Orders that leave in one have only their own ship date.

create table planned_shipment (
    order_number text not null,
    dest_no      int  not null,
    warehouse    text not null,
    cool_service text not null,
    ship_date    date,
    constraint planned_shipment_pk primary key (order_number, dest_no, warehouse, cool_service),
    constraint planned_shipment_cool check (cool_service in ('NONE', 'CHILLED', 'FROZEN'))
);
create index planned_shipment_due on planned_shipment (ship_date);
comment on table planned_shipment is 'Shipments of orders that leave in several, until they are released; the goods are allocated.';
comment on column planned_shipment.dest_no is 'Destination of the order.';
comment on column planned_shipment.warehouse is 'Warehouse from which the goods leave.';
comment on column planned_shipment.cool_service is 'Temperature at which they travel.';
comment on column planned_shipment.ship_date is 'Planned ship date; none until it is planned, and while the requested delivery date cannot be met.';

-- A set whose articles leave in several shipments has shipped when all of them have, also those that are in none yet.

create table set_part (
    order_number    text not null,
    order_line_no   int  not null,
    sku             text not null,
    pieces_per_unit int  not null,
    constraint set_part_pk primary key (order_number, order_line_no, sku)
);
comment on table set_part is 'Articles of ordered sets whose articles leave in several shipments, as they were when these were planned.';
comment on column set_part.pieces_per_unit is 'Units of the article in one set.';
