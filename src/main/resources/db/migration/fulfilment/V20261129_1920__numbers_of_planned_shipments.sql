-- A shipment has its number from when it is planned, and of those that never leave it stays known why.

alter table planned_shipment add column shipment_number text;
update planned_shipment p set shipment_number = n.number
  from (select order_number, dest_no, warehouse, cool_service,
               'S' || lpad(nextval('shipment_number_seq')::text, 8, '0') as number from planned_shipment) n
 where n.order_number = p.order_number and n.dest_no = p.dest_no and n.warehouse = p.warehouse and n.cool_service = p.cool_service;
alter table planned_shipment drop constraint planned_shipment_pk;
alter table planned_shipment add constraint planned_shipment_pk primary key (shipment_number);
alter table planned_shipment add constraint planned_shipment_once unique (order_number, dest_no, warehouse, cool_service);
comment on table planned_shipment is 'Shipments of orders until they are released.';
comment on column planned_shipment.shipment_number is 'The number that it keeps, unless it is merged into an older one for the same destination.';
comment on column planned_shipment.ship_date is
    'Planned ship date; none while the goods are awaited, and while the requested delivery date cannot be met.';

create table cancelled_plan (
    shipment_number text        not null,
    order_number    text        not null,
    dest_no         int         not null,
    warehouse       text        not null,
    cool_service    text        not null,
    reason          text        not null,
    merged_into     text,
    cancelled_at    timestamptz not null,
    constraint cancelled_plan_pk primary key (shipment_number),
    constraint cancelled_plan_reason check (reason in ('MERGED', 'REPLANNED', 'ORDER_CANCELLED')),
    constraint cancelled_plan_merged check ((reason = 'MERGED') = (merged_into is not null))
);
create index cancelled_plan_order on cancelled_plan (order_number);
comment on table cancelled_plan is 'Planned shipments that were never released under their number.';
comment on column cancelled_plan.dest_no is 'Destination of the order.';
comment on column cancelled_plan.merged_into is 'The shipment in which the goods left.';
