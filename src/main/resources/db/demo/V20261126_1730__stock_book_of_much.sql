-- Summing up the movements of all articles takes seconds where millions have left: what left is summed up once, when the
-- warehouse begins to count an article, and what else came and went is little beside it.
drop view sim_ledger;
create index sim_movement_otherwise on stock_movement (sku) include (quantity) where kind <> 'SHIPMENT';
create function sim_otherwise(item text) returns bigint language sql stable as
$$ select coalesce(sum(quantity), 0)::bigint from stock_movement where sku = item and kind <> 'SHIPMENT' $$;
create function sim_shipped(item text) returns bigint language sql stable as
$$ select coalesce(-sum(quantity), 0)::bigint from stock_movement where sku = item and kind = 'SHIPMENT' $$;
