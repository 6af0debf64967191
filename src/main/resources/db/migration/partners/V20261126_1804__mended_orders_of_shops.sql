-- What a person made of an order that could not be taken as the shop wrote it: neither form is a change when it comes again.
alter table shop_order add column mended_hash text;
