-- Each simulated warehouse counts what lies with it.

alter table sim_stock add column warehouse text not null default 'MAIN';
alter table sim_stock drop constraint sim_stock_pk;
alter table sim_stock add constraint sim_stock_pk primary key (warehouse, item_code);

drop function sim_otherwise(text);
drop function sim_shipped(text);
create function sim_otherwise(place text, item text) returns bigint language sql stable as
$$ select coalesce(sum(quantity), 0)::bigint from inventory_movement_view
    where sku = item and warehouse = place and condition = 'GOOD' and kind <> 'SHIPMENT' $$;
create function sim_shipped(place text, item text) returns bigint language sql stable as
$$ select coalesce(-sum(quantity), 0)::bigint from inventory_movement_view
    where sku = item and warehouse = place and condition = 'GOOD' and kind = 'SHIPMENT' $$;

-- Parcels are known by the warehouse that was instructed.
alter table sim_parcel add column warehouse text not null default 'MAIN';
