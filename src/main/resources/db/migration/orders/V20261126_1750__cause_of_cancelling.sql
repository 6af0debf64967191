-- What a customer may be told of why an order ended; what staff wrote stays in cancel_reason.
alter table orders add column cancel_cause text;
