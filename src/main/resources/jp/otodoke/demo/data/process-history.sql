-- The cases behind what has ended, so that the trends of the processes have a past.
--> cases.ended (id, process, business_key, started_at, ended_at)
select 'demo-' || order_number, 'order', order_number, ordered_at, greatest(status_since, ordered_at)
  from orders_order_view where status in ('COMPLETED', 'CANCELLED', 'RETURNED')
union all
select 'demo-' || shipment_number, 'shipment', shipment_number, created_at, greatest(delivered_at, created_at)
  from fulfilment_shipment_view where delivered_at is not null;
