-- Stock: what left has come in before, and the shelves are full.
insert into stock_movement (sku, kind, quantity, reference, at)
select sku, 'RECEIPT', sum(-quantity), 'generated:' || to_char(month, 'YYYY-MM'), month - interval '5 days'
  from (select sku, quantity, date_trunc('month', at) as month from stock_movement where kind = 'SHIPMENT') left_house
 group by sku, month having sum(-quantity) > 0;

insert into stock_movement (sku, kind, quantity, reference, at)
select sku, 'RECEIPT', 100000, 'generated:opening', started - interval '1100 days' from generating.product, generating.plan;

insert into stock_balance (sku, on_hand) select sku, sum(quantity) from stock_movement group by sku;

select setval('customer_number_seq', (select customers from generating.plan)),
       setval('order_number_seq', (select orders from generating.plan)),
       setval('shipment_number_seq', (select orders from generating.plan)),
       setval(pg_get_serial_sequence('deposit', 'id'), (select orders from generating.plan)),
       setval(pg_get_serial_sequence('deposit_allocation', 'id'), (select orders from generating.plan));
