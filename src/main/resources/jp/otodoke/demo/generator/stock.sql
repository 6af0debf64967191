-- Stock: what left has come in before, and the shelves are full.
--> stock.movements (sku, kind, quantity, reference, at)
select sku, 'RECEIPT', sum(-quantity), 'generated:' || to_char(month, 'YYYY-MM'), month - interval '5 days'
  from (select sku, quantity, date_trunc('month', at) as month from inventory_movement_view where kind = 'SHIPMENT') left_house
 group by sku, month having sum(-quantity) > 0;

--> stock.movements (sku, kind, quantity, reference, at)
select sku, 'RECEIPT', 100000, 'generated:opening', started - interval '1100 days' from generating.product, generating.plan;
