-- A rejection after the acceptance is another matter than a rejection at once.

alter table shipment add column accepted_at timestamptz;
update shipment set accepted_at = status_since where status = 'ACCEPTED';
comment on column shipment.accepted_at is 'When the warehouse last accepted an instruction; null if it never did.';
