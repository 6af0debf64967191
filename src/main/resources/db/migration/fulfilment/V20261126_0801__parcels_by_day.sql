-- The list of parcels begins with those that leave last; the day's figures count by day.
create index shipment_by_ship_date on shipment (ship_date, shipment_number) include (status, shipped_at);
create index shipment_to_deliver on shipment (delivery_date) where delivered_at is null;
create index parcel_by_tracking_prefix on parcel (tracking_number text_pattern_ops);
