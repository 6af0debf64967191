create or replace view orders_order_view as
select order_number, version, channel, channel_order_id, customer_number, buyer_name, buyer_kana, buyer_phone, ordered_at, received_at,
       payment_method, progress, on_hold, status, status_since, total, planned_ship_date, goods, shipping, fee, discount, points
  from orders;

create or replace view orders_line_view as
select order_number, line_no, dest_no, sku, name, quantity, open, shipped, cancelled, unit_price, amount, returned, article_skus,
       article_units, tax_rate
  from order_line;
