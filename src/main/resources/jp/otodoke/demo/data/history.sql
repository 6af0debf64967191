-- Half a year of orders that have ended: everything that the flow would have written, a statement for each table.
create temp table demo_buyer on commit drop as
select row_number() over (order by pg_temp.luck('buyer' || n)) - 1 as i, n from demo_person where not dormant;

create temp table demo_draft on commit drop as
select x as n, b.n as customer,
       (array['WEB', 'WEB', 'WEB', 'WEB', 'WEB', 'WEB', 'PHONE', 'PHONE', 'FAX', 'POSTCARD'])[1 + floor(10 * pg_temp.luck('channel' || x))::int] as channel,
       case when pg_temp.luck('method' || x) < 0.52 then 'CREDIT_CARD' when pg_temp.luck('method' || x) < 0.84 then 'CASH_ON_DELIVERY'
            else 'BANK_TRANSFER' end as method,
       case when pg_temp.luck('end' || x) < 0.035 then 'CANCELLED'
            when pg_temp.luck('end' || x) < 0.065 and pg_temp.luck('method' || x) between 0.52 and 0.84 then 'RETURNED'
            else 'COMPLETED' end as outcome,
       d.midnight + interval '8 hours' + (d.day - floor(d.day)) * interval '14 hours' as ordered_at
  from generate_series(1, 7600) x
  cross join lateral (
       select 181 * (cast(x - 0.5 as float8) / 7600) ^ 0.9 as day,
              date_trunc('day', c.started) - interval '181 days'
                  + floor(181 * (cast(x - 0.5 as float8) / 7600) ^ 0.9) * interval '1 day' as midnight from demo_clock c) d
  join demo_buyer b on b.i = floor((select count(*) from demo_buyer) * pg_temp.luck('who' || x) ^ 1.7);

-- Numbers are given to what has come to its end by now; later orders are the open work.
create temp table demo_order on commit drop as
with paid as (
         select o.*, case when method = 'BANK_TRANSFER'
                          then ordered_at + (1 + floor(3 * pg_temp.luck('paid' || n))) * interval '1 day' end as paid_at
           from demo_draft o),
     ship as (
         select p.*, cast(coalesce(paid_at, ordered_at) as date) + 1
                     + case when extract(isodow from coalesce(paid_at, ordered_at)) = 6 then 1 else 0 end as ship_date
           from paid p),
     destination as (
         select s.*, pe.number as customer_number, pe.name, pe.kana, replace(pe.phone, '-', '') as phone, pe.email, pe.zip,
                pe.prefecture, pe.city, pe.line1, pe.line2, pe.media_code,
                cast(ship_date as timestamp) at time zone 'Asia/Tokyo' + interval '16 hours' as shipped_at,
                cast(ship_date + coalesce((select days from fulfilment_lead_time_view l where l.prefecture = pe.prefecture), 1) as timestamp)
                    at time zone 'Asia/Tokyo' + (9 + 9 * pg_temp.luck('bell' || s.n)) * interval '1 hour' as delivered_at
           from ship s join demo_person pe on pe.n = s.customer),
     ended as (
         select d.*, case outcome when 'CANCELLED' then ordered_at + interval '3 hours'
                                  when 'RETURNED' then delivered_at + interval '5 days'
                                  else delivered_at + case method when 'CASH_ON_DELIVERY' then interval '1 day' else interval '10 minutes' end
                     end as ended_at
           from destination d)
select row_number() over (order by ordered_at, n) as no,
       'A' || lpad(row_number() over (order by ordered_at, n)::text, 8, '0') as order_number,
       'S' || lpad(row_number() over (order by ordered_at, n)::text, 8, '0') as shipment_number,
       lpad((44400000000 + n)::text, 11, '0') || ((44400000000 + n) % 7) as tracking_number,
       outcome <> 'CANCELLED'
           and row_number() over (partition by customer, outcome = 'CANCELLED' order by ordered_at, n) = 1 as first_parcel, e.*
  from ended e, demo_clock c
 where e.ended_at < c.started - interval '1 hour';
create index on demo_order (order_number);
analyze demo_order;

create temp table demo_choice on commit drop as
select sku, name, price, case tax_class when 'REDUCED' then 8 else 10 end as rate,
       sum(choice) over (order by sku) - choice as low, sum(choice) over (order by sku) as high,
       sum(choice) over () as all_choices
  from demo_product where choice > 0;

create temp table demo_line on commit drop as
select order_number, (row_number() over (partition by order_number order by first))::int as line_no, sku, name, quantity, price, rate,
       price * quantity as amount
  from (select o.order_number, c.sku, c.name, c.price, c.rate, min(j) as first,
               max(1 + floor(2.6 * pg_temp.luck('pieces' || o.n || '.' || j) ^ 3))::int as quantity
          from demo_order o
          cross join lateral generate_series(1, 1 + floor(3.5 * pg_temp.luck('lines' || o.n) ^ 2)::int) j
          join demo_choice c
            on c.all_choices * pg_temp.luck('line' || o.n || '.' || j) >= c.low
           and c.all_choices * pg_temp.luck('line' || o.n || '.' || j) < c.high
         group by o.order_number, c.sku, c.name, c.price, c.rate) chosen;
create index on demo_line (order_number);
analyze demo_line;

create temp table demo_total on commit drop as
with goods as (
         select l.order_number, sum(amount) as goods, coalesce(sum(amount) filter (where rate = 8), 0) as at_8
           from demo_line l group by l.order_number),
     shipping as (
         select g.*, o.method, case when goods >= (select f.goods from catalog_free_shipping_threshold_view f order by valid_from desc limit 1) then 0
                     else coalesce((select amount from catalog_shipping_fee_view f where f.prefecture = o.prefecture),
                                   (select amount from catalog_shipping_fee_view f where f.prefecture = '')) end as shipping
           from goods g join demo_order o on o.order_number = g.order_number),
     fee as (
         select s.*, case when method = 'CASH_ON_DELIVERY'
                          then (select amount from catalog_cod_fee_view f where s.goods + s.shipping < f.below or f.below is null
                                 order by f.below nulls last limit 1) else 0 end as fee
           from shipping s)
select order_number, goods, shipping, fee, at_8, goods + shipping + fee as total,
       floor(at_8 * 8 / 108)::bigint + floor((goods - at_8 + shipping + fee) * 10 / 110)::bigint as tax
  from fee;
create index on demo_total (order_number);
analyze demo_total;

--> orders.orders (order_number, version, channel, channel_order_id, customer_number, buyer_name, buyer_kana, buyer_phone, buyer_email, ordered_at, received_at, media_code, payment_method, shop_payment, priced_by_shop, progress, status, status_since, check_passed, goods, shipping, fee, discount, points, tax, total, planned_ship_date, cancel_reason)
select o.order_number, 3, channel, case channel when 'WEB' then 'W-' || lpad(no::text, 8, '0') end, customer_number, name, kana, phone,
       email, ordered_at, ordered_at, media_code, method, 'NONE', false, outcome, outcome, ended_at, true,
       goods, shipping, fee, 0, 0, tax, total, case when outcome <> 'CANCELLED' then ship_date end,
       case when outcome = 'CANCELLED' then 'お客様のご都合' end
  from demo_order o join demo_total t on t.order_number = o.order_number
 order by o.no;

--> orders.destinations (order_number, dest_no, name, kana, phone, postal_code, prefecture, city, line1, line2, address_key)
select o.order_number, 1, o.name, o.kana, o.phone, zip, o.prefecture, o.city, o.line1, o.line2, c.address_key
  from demo_order o join customers_customer_view c on c.number = o.customer_number;

--> orders.lines (order_number, line_no, dest_no, sku, name, quantity, open, shipped, cancelled, returned, unit_price, tax_rate, amount, article_skus, article_units)
select l.order_number, line_no, 1, sku, l.name, quantity, 0, case outcome when 'CANCELLED' then 0 else quantity end,
       case outcome when 'CANCELLED' then quantity else 0 end, case outcome when 'RETURNED' then quantity else 0 end, price, rate, amount,
       (select array_agg(c.component_sku order by c.component_sku) from catalog_set_component_view c where c.set_sku = l.sku),
       (select array_agg(c.quantity order by c.component_sku) from catalog_set_component_view c where c.set_sku = l.sku)
  from demo_line l join demo_order o on o.order_number = l.order_number;

-- Money
--> payments.receivables (number, version, customer_number, method, shop_payment, status, charged, paid, authorised, transaction_no, attempt, due_by)
select o.order_number, 3, o.customer_number, method, 'NONE', case outcome when 'COMPLETED' then 'PAID' else 'PENDING' end,
       case outcome when 'COMPLETED' then total else 0 end, case outcome when 'COMPLETED' then total else 0 end,
       case when method = 'CREDIT_CARD' and outcome = 'COMPLETED' then total else 0 end,
       case method when 'CREDIT_CARD' then o.order_number || '-1' end,
       case method when 'CREDIT_CARD' then 1 else 0 end,
       case method when 'BANK_TRANSFER' then cast(ordered_at as date) + 7 end
  from demo_order o join demo_total t on t.order_number = o.order_number;

--> payments.charges (receivable, amount, reason, at)
select o.order_number, sign * total, reason, at
  from demo_order o join demo_total t on t.order_number = o.order_number
  cross join lateral (values (1, 'CHARGED', ordered_at, true),
                             (-1, case outcome when 'CANCELLED' then 'CANCELLED' else 'RETURNED' end, ended_at, outcome <> 'COMPLETED'))
       charged(sign, reason, at, happened)
 where happened order by at;

-- What came back was refused on delivery before it was paid for: only cash on delivery does so here.
create temp table demo_deposit on commit drop as
select o.*, t.total from demo_order o join demo_total t on t.order_number = o.order_number
 where method = 'BANK_TRANSFER' and outcome = 'COMPLETED';

--> payments.deposits (id, bank_reference, source, record_no, posting_date, amount, remaining, remitter_kana, remitter_key, state, received_at)
select no, 'DEMO-' || no, 'demo', no, cast(paid_at as date), total, 0, kana,
       translate(regexp_replace(kana, '[\s　ー\-]', '', 'g'), 'ァィゥェォッャュョヮ', 'アイウエオツヤユヨワ'), 'MATCHED', paid_at
  from demo_deposit d order by d.paid_at;

--> payments.allocations (name, receivable, reason, account, amount, deposit_id, actor, at)
select 'match:' || no, order_number, 'MATCHED', 'SUSPENSE', total, no, 'system', paid_at from demo_deposit
union all
select case method when 'CREDIT_CARD' then 'capture:' || o.order_number || '-1' else 'collected:' || o.order_number || ':0' end,
       o.order_number, case method when 'CREDIT_CARD' then 'CAPTURED' else 'COLLECTED' end,
       case method when 'CREDIT_CARD' then 'CARD' else 'CARRIER' end, total, null, 'system',
       case method when 'CREDIT_CARD' then shipped_at else ended_at end
  from demo_order o join demo_total t on t.order_number = o.order_number
 where outcome = 'COMPLETED' and method <> 'BANK_TRANSFER';

--> payments.entries (posting, account, amount, receivable, tax_rate, at)
with earned as (
         select o.order_number, outcome, shipped_at, ended_at, rate, amount, floor(amount * rate / (100 + rate))::bigint as tax
           from demo_order o join demo_total t on t.order_number = o.order_number
          cross join lateral (values (8, at_8), (10, total - at_8)) by_rate(rate, amount)
          where outcome <> 'CANCELLED'),
     sales as (
         select 'sales:' as name, 'SALES' as account, amount - tax as booked, e.* from earned e
         union all
         select 'output-tax:', 'OUTPUT_TAX', tax, e.* from earned e),
     posted as (
         select name || order_number || ':' || rate || ':0' as posting, 'RECEIVABLE' as debit, account as credit, booked as amount,
                order_number, rate, shipped_at as at
           from sales
         union all
         select name || order_number || ':' || rate || ':1', account, 'RECEIVABLE', booked, order_number, rate, ended_at
           from sales where outcome = 'RETURNED'
         union all
         select case method when 'CREDIT_CARD' then 'capture:' || o.order_number || '-1' else 'collected:' || o.order_number || ':0' end,
                case method when 'CREDIT_CARD' then 'CARD' else 'CARRIER' end, 'RECEIVABLE', total, o.order_number, null,
                case method when 'CREDIT_CARD' then shipped_at else ended_at end
           from demo_order o join demo_total t on t.order_number = o.order_number
          where outcome = 'COMPLETED' and method <> 'BANK_TRANSFER'
         union all
         select 'deposit:' || no, 'BANK', 'SUSPENSE', total, null, null, paid_at from demo_deposit
         union all
         select 'match:' || no, 'SUSPENSE', 'RECEIVABLE', total, order_number, null, paid_at from demo_deposit)
select posting, side.account, side.sign * amount, order_number,
       case when side.account in ('SALES', 'OUTPUT_TAX') then rate end, at
  from posted cross join lateral (values (debit, 1), (credit, -1)) side(account, sign)
 where amount <> 0
 order by at;

-- Parcels
--> shipments.shipments (shipment_number, version, status, status_since, warehouse, carrier, service, cool_service, customer_number, name, kana, phone, postal_code, prefecture, city, line1, line2, ship_date, payment_kind, cod_amount, cod_tax, revision, tracking_number, shipped_at, delivered_at, delivery_exception, result_complete, created_at)
select shipment_number, 5, case outcome when 'RETURNED' then 'RETURNED' else 'DELIVERED' end,
       case outcome when 'RETURNED' then ended_at else delivered_at end, 'MAIN', 'YAMATO', 'TAKKYUBIN',
       coalesce((select max(p.temperature) from demo_line l join demo_product p on p.sku = l.sku
                  where l.order_number = o.order_number and p.temperature <> 'AMBIENT'), 'NONE'),
       customer_number, name, kana, phone, zip, prefecture, city, line1, line2, ship_date,
       case method when 'CASH_ON_DELIVERY' then 'COD' else 'PREPAID' end,
       case method when 'CASH_ON_DELIVERY' then total else 0 end, case method when 'CASH_ON_DELIVERY' then tax else 0 end, 1,
       tracking_number, shipped_at, case outcome when 'COMPLETED' then delivered_at end,
       case outcome when 'RETURNED' then 'REFUSED' end, true,
       cast(ship_date as timestamp) at time zone 'Asia/Tokyo' + interval '9 hours'
  from demo_order o join demo_total t on t.order_number = o.order_number
 where outcome <> 'CANCELLED';

create temp table demo_packed on commit drop as
select shipment_number, row_number() over (partition by shipment_number order by kind, order_line_no, sku) as line_no, kind, order_number,
       order_line_no, sku, quantity, pieces_per_unit,
       case kind when 'GOODS' then 'L' || to_char(ship_date - 90, 'YYMM') end as lot,
       case when kind = 'GOODS' and sku ~ '^(HF|CH|FZ)' then date_trunc('month', ship_date)::date + 540 end as expiry, rule
  from (select o.shipment_number, o.ship_date, 'GOODS' as kind, o.order_number, l.line_no as order_line_no, coalesce(c.component_sku, l.sku) as sku,
               l.quantity * coalesce(c.quantity, 1) as quantity, coalesce(c.quantity, 1) as pieces_per_unit, null as rule
          from demo_order o join demo_line l on l.order_number = o.order_number left join catalog_set_component_view c on c.set_sku = l.sku
         where outcome <> 'CANCELLED'
        union all
        select o.shipment_number, o.ship_date, 'INSERT', o.order_number, 0, r.sku, 1, 1, r.name
          from demo_order o
          join demo_total t on t.order_number = o.order_number
          join inserts_rule_view r on r.active
           and (r.applies_to = 'EVERY_PARCEL' or (r.applies_to = 'GOODS_FROM' and t.goods >= r.goods_from)
                or (r.applies_to = 'FIRST_ORDER' and o.first_parcel))
         where outcome <> 'CANCELLED') packed;
create index on demo_packed (shipment_number);
analyze demo_packed;

--> shipments.lines (shipment_number, line_no, kind, order_number, order_line_no, sku, quantity, pieces_per_unit, shipped, lot, expiry, insert_rule)
select shipment_number, line_no, kind, order_number, order_line_no, sku, quantity, pieces_per_unit, quantity, lot, expiry, rule from demo_packed;

--> shipments.parcels (tracking_number, shipment_number, carrier, state, state_at)
select tracking_number, shipment_number, 'YAMATO', case outcome when 'RETURNED' then 'RETURNED' else 'DELIVERED' end,
       case outcome when 'RETURNED' then ended_at else delivered_at end
  from demo_order where outcome <> 'CANCELLED';

--> shipments.results (shipment_number, result_no, tracking_number, at)
select shipment_number, '1', tracking_number, shipped_at from demo_order where outcome <> 'CANCELLED';

--> shipments.trackingEvents (tracking_number, event, at, office)
select tracking_number, e.event, e.at, e.office
  from demo_order o
  cross join lateral (values
       ('PICKED_UP', shipped_at + interval '90 minutes', '厚木営業所'),
       ('OUT_FOR_DELIVERY', date_trunc('day', delivered_at) + interval '8 hours', city || '営業所'),
       (case outcome when 'RETURNED' then 'REFUSED' else 'DELIVERED' end, delivered_at, city || '営業所'),
       ('RETURNED', case outcome when 'RETURNED' then ended_at end, '厚木営業所')) e(event, at, office)
 where outcome <> 'CANCELLED' and e.at is not null;

-- Stock: every piece that left, and every month what would leave in it; today's stock on top of that.
--> stock.movements (sku, kind, quantity, reference, lot, expiry, at)
select s.sku, 'RECEIPT', s.quantity, 'demo:' || to_char(month, 'YYYY-MM'), null, null, month
  from (select p.sku, d.month, coalesce(sum(l.quantity), 0)
                 + case when d.month = min(d.month) over () then p.pieces else 0 end as quantity
          from demo_product p
          cross join (select distinct date_trunc('month', shipped_at) - interval '2 days' as month from demo_order
                       where outcome <> 'CANCELLED') d
          left join (demo_packed l join demo_order h on h.shipment_number = l.shipment_number)
            on l.sku = p.sku and l.kind = 'GOODS' and date_trunc('month', h.shipped_at) - interval '2 days' = d.month
         where p.pieces is not null
         group by p.sku, p.pieces, d.month) s
 where s.quantity > 0
 order by month;

--> stock.movements (sku, kind, quantity, reference, lot, expiry, at)
select l.sku, 'SHIPMENT', -l.quantity, l.shipment_number || '/1/' || h.tracking_number || '/' || l.line_no || '/0', l.lot, l.expiry, h.shipped_at
  from demo_packed l join demo_order h on h.shipment_number = l.shipment_number
 where l.kind = 'GOODS'
 order by h.shipped_at;

--> stock.movements (sku, kind, quantity, reference, lot, expiry, at)
select l.sku, 'RETURN', sum(l.quantity), l.shipment_number, min(l.lot), min(l.expiry), h.ended_at
  from demo_packed l join demo_order h on h.shipment_number = l.shipment_number
 where l.kind = 'GOODS' and h.outcome = 'RETURNED'
 group by l.sku, l.shipment_number, h.ended_at;

--> stock.incoming (sku, quantity)
values ('HF-018', 300), ('HF-001', 600);

-- What people can read of it
--> orders.events (order_number, at, event, text, text_en, actor)
select o.order_number, e.at, e.event, e.text, e.text_en, e.actor
  from demo_order o
  join demo_total t on t.order_number = o.order_number
  cross join lateral (values
       (1, ordered_at, 'RECEIVED', '受注を受け付けました(' || case channel when 'PHONE' then '電話' when 'WEB' then 'Web' when 'POSTCARD' then 'はがき' else channel end || ')',
        'Order taken (' || case channel when 'PHONE' then 'Phone' when 'WEB' then 'Web' when 'POSTCARD' then 'Postcard' when 'FAX' then 'Fax' else channel end || ')', 'system'),
       (2, case method when 'BANK_TRANSFER' then ordered_at end, 'PAYMENT_REQUESTED',
        'お支払いのご案内をメールで送りました(¥' || to_char(total, 'FM999,999,999') || '、期限 ' || to_char(ordered_at + interval '7 days', 'YYYY/MM/DD') || ')',
        'Asked for payment by mail (¥' || to_char(total, 'FM999,999,999') || ', due ' || to_char(ordered_at + interval '7 days', 'YYYY/MM/DD') || ')', 'system'),
       (3, case when outcome = 'CANCELLED' then ended_at end, 'CANCELLED', 'キャンセルしました: お客様のご都合',
        'Cancelled: at the customer''s request', 'operator'),
       (4, case when outcome <> 'CANCELLED' then paid_at end, 'PAID', '入金 ' || to_char(total, 'FM999,999,999') || '円 を消し込みました',
        'Deposit of ¥' || to_char(total, 'FM999,999,999') || ' matched', 'system'),
       (5, case when outcome <> 'CANCELLED' then date_trunc('day', shipped_at) + interval '9 hours' end, 'RELEASED', '出荷指示を作りました',
        'Shipping instruction made', 'system'),
       (6, case when outcome <> 'CANCELLED' then shipped_at end, 'SHIPPED', '出荷しました(ヤマト運輸 ' || tracking_number || ')',
        'Shipped (Yamato ' || tracking_number || ')', 'warehouse'),
       (7, case when outcome = 'RETURNED' then ended_at end, 'RETURNED', '返品として処理しました(' || shipment_number || ')',
        'Treated as returned (' || shipment_number || ')', 'shipping'),
       (8, case when outcome = 'COMPLETED' then ended_at end, 'COMPLETED', '配達と精算が終わりました',
        'Delivered and settled', 'system')) e(step, at, event, text, text_en, actor)
 where e.at is not null
 order by e.at, o.no, e.step;

-- Nobody has ordered before we knew them.
--> customers.registeredAt (number, registered_at)
select c.number, f.at - interval '1 minute'
  from (select customer_number, min(ordered_at) as at from demo_order group by customer_number) f
  join customers_customer_view c on c.number = f.customer_number
 where pg_temp.luck('new' || c.number) < 0.35 or c.registered_at > f.at;
