-- Why an order was cancelled, for staff who read English; null where it was cancelled before.
alter table orders add column cancel_reason_en text;
