-- By how much each open order is older than its case, and each shipment than its own: the last thing that happened to a
-- shipment is what its present step began with.
create temp table demo_age on commit drop as
select o.order_number as key, 'order' as process, o.received_at - o.ordered_at as age
  from orders_order_view o where o.status not in ('COMPLETED', 'CANCELLED', 'RETURNED') and o.received_at > o.ordered_at
union all
select s.shipment_number, 'shipment', s.status_since - coalesce(
           (select max(e.at) from fulfilment_parcel_view p join fulfilment_tracking_event_view e on e.tracking_number = p.tracking_key
             where p.shipment_number = s.shipment_number and s.delivery_exception is not null), s.shipped_at)
  from fulfilment_shipment_view s where s.shipped_at is not null and s.delivered_at is null and s.shipped_at < s.status_since;
analyze demo_age;

--> cases.age (process, business_key, age)
select process, key, age from demo_age;

--> tasks.age (process, business_key, age)
select process, key, age from demo_age;

--> orders.age (order_number, age)
select key, age from demo_age where process = 'order';

--> shipments.age (shipment_number, age)
select key, age from demo_age where process = 'shipment';
