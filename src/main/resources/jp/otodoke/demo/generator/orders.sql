-- Orders that have ended, with everything that the flow would have written: three years that grow, busiest towards each year's end.
-- Four of five come from a fifth of the customers. What would not have ended by now is left out: the open work is made by those who use it.
set local work_mem = '256MB';

create temp table part_order on commit drop as
with drawn as (
         select x, started, 1 + x * 5 % 7 as lines,
                1095 * (cast(x - 0.5 as float8) / orders) ^ 0.8 as steady,
                (array['WEB', 'WEB', 'WEB', 'WEB', 'WEB', 'WEB', 'PHONE', 'PHONE', 'FAX', 'POSTCARD'])[1 + floor(10 * generating.luck(x, 30))::int] as channel,
                case when generating.luck(x, 31) < 0.52 then 'CREDIT_CARD' when generating.luck(x, 31) < 0.84 then 'CASH_ON_DELIVERY'
                     else 'BANK_TRANSFER' end as method,
                case when generating.luck(x, 32) < 0.035 then 'CANCELLED'
                     when generating.luck(x, 32) < 0.065 and generating.luck(x, 31) between 0.52 and 0.84 then 'RETURNED' else 'COMPLETED' end as outcome,
                1 + (case when generating.luck(x, 33) < 0.8 then floor(0.2 * customers * generating.luck(x, 34) ^ 1.25)
                          else floor(0.2 * customers) + floor((customers - floor(0.2 * customers)) * generating.luck(x, 34)) end)::bigint
                    * 7368787 % customers as customer
           from generate_series($first::bigint, $last::bigint) x cross join generating.plan),
     dated as (
         select d.*, date_trunc('day', started) - interval '1095 days' + floor(day) * interval '1 day'
                     + interval '8 hours' + (day - floor(day)) * interval '14 hours' as ordered_at
           from drawn d cross join lateral (select steady - 12 * sin(steady * 2 * pi() / 365) as day) season),
     paid as (
         select d.*, case when method = 'BANK_TRANSFER'
                          then ordered_at + (1 + floor(3 * generating.luck(x, 35))) * interval '1 day' end as paid_at
           from dated d),
     ship as (
         select p.*, cast(coalesce(paid_at, ordered_at) as date) + 1
                     + case when extract(isodow from coalesce(paid_at, ordered_at)) = 6 then 1 else 0 end as ship_date
           from paid p),
     destination as (
         select s.*, c.number as customer_number, c.name, c.kana, c.phone_key as phone, c.email, c.postal_code, c.prefecture, c.city, c.line1,
                c.line2, c.address_key, c.media_code,
                cast(ship_date as timestamp) at time zone 'Asia/Tokyo' + interval '16 hours' as shipped_at,
                cast(ship_date + coalesce(l.days, 1) as timestamp) at time zone 'Asia/Tokyo'
                    + (9 + 9 * generating.luck(s.x, 36)) * interval '1 hour' as delivered_at
           from ship s
           join customers_customer_view c on c.number = 'C' || lpad(s.customer::text, 7, '0')
           left join fulfilment_lead_time_view l on l.prefecture = c.prefecture),
     ended as (
         select d.*, case outcome when 'CANCELLED' then ordered_at + interval '3 hours'
                                  when 'RETURNED' then delivered_at + interval '5 days'
                                  else delivered_at + case method when 'CASH_ON_DELIVERY' then interval '1 day' else interval '10 minutes' end
                     end as ended_at
           from destination d)
select x, 'A' || lpad(x::text, 8, '0') as order_number, 'S' || lpad(x::text, 8, '0') as shipment_number,
       lpad((44400000000 + x)::text, 11, '0') || (44400000000 + x) % 7 as tracking_number, lines, channel, method, outcome, customer_number,
       name, kana, phone, email, postal_code, prefecture, city, line1, line2, address_key, media_code, ordered_at, paid_at, ship_date, shipped_at,
       delivered_at, ended_at
  from ended where ended_at < started - interval '1 hour';
analyze part_order;

create temp table part_line on commit drop as
select o.x, o.order_number, j as line_no, p.sku, p.name, p.rate, p.price, quantity, p.price * quantity as amount
  from part_order o
  cross join lateral generate_series(1, o.lines::int) j
  cross join lateral (select 1 + floor(2.6 * generating.luck(o.x * 8 + j, 40) ^ 3)::int as quantity,
                             floor(1000 * generating.luck(o.x * 8 + j, 41) ^ 2.5)::bigint as choice) drawn
  join generating.product p on p.i = choice;
analyze part_line;

create temp table part_total on commit drop as
with goods as (
         select x, sum(amount) as goods, coalesce(sum(amount) filter (where rate = 8), 0) as at_8 from part_line group by x),
     shipping as (
         select g.*, o.order_number, o.method,
                case when goods >= (select f.goods from catalog_free_shipping_threshold_view f order by valid_from desc limit 1) then 0
                     else coalesce(own.amount, (select amount from catalog_shipping_fee_view f where f.prefecture = '')) end as shipping
           from goods g join part_order o on o.x = g.x left join catalog_shipping_fee_view own on own.prefecture = o.prefecture),
     fee as (
         select s.*, case when method = 'CASH_ON_DELIVERY'
                          then (select amount from catalog_cod_fee_view f where s.goods + s.shipping < f.below or f.below is null
                                 order by f.below nulls last limit 1) else 0 end as fee
           from shipping s)
select x, goods, shipping, fee, at_8, goods + shipping + fee as total,
       floor(at_8 * 8 / 108)::bigint + floor((goods - at_8 + shipping + fee) * 10 / 110)::bigint as tax
  from fee;
analyze part_total;

--> orders.orders (order_number, version, channel, channel_order_id, customer_number, buyer_name, buyer_kana, buyer_phone, buyer_email, ordered_at, received_at, media_code, payment_method, shop_payment, priced_by_shop, progress, status, status_since, check_passed, goods, shipping, fee, discount, points, tax, total, planned_ship_date, cancel_reason)
select order_number, 3, channel, case channel when 'WEB' then 'W-' || lpad(x::text, 8, '0') end, customer_number, name, kana, phone,
       email, ordered_at, ordered_at, media_code, method, 'NONE', false, outcome, outcome, ended_at, true,
       goods, shipping, fee, 0, 0, tax, total, case when outcome <> 'CANCELLED' then ship_date end,
       case when outcome = 'CANCELLED' then 'お客様のご都合' end
  from part_order join part_total using (x) order by x;

--> orders.destinations (order_number, dest_no, name, kana, phone, postal_code, prefecture, city, line1, line2, address_key)
select order_number, 1, name, kana, phone, postal_code, prefecture, city, line1, line2, address_key from part_order order by x;

--> orders.lines (order_number, line_no, dest_no, sku, name, quantity, open, shipped, cancelled, returned, unit_price, tax_rate, amount)
select l.order_number, line_no, 1, sku, l.name, quantity, 0, case outcome when 'CANCELLED' then 0 else quantity end,
       case outcome when 'CANCELLED' then quantity else 0 end, case outcome when 'RETURNED' then quantity else 0 end, price, rate, amount
  from part_line l join part_order o using (x) order by x, line_no;

--> payments.receivables (number, version, customer_number, method, shop_payment, status, charged, paid, authorised, transaction_no, attempt, due_by)
select order_number, 3, customer_number, method, 'NONE', case outcome when 'COMPLETED' then 'PAID' else 'PENDING' end,
       case outcome when 'COMPLETED' then total else 0 end, case outcome when 'COMPLETED' then total else 0 end,
       case when method = 'CREDIT_CARD' and outcome = 'COMPLETED' then total else 0 end,
       case method when 'CREDIT_CARD' then order_number || '-1' end, case method when 'CREDIT_CARD' then 1 else 0 end,
       case method when 'BANK_TRANSFER' then cast(ordered_at as date) + 7 end
  from part_order join part_total using (x) order by x;

--> payments.charges (receivable, amount, reason, at)
select order_number, sign * total, reason, at
  from part_order join part_total using (x)
  cross join lateral (values (1, 'CHARGED', ordered_at, true),
                             (-1, case outcome when 'CANCELLED' then 'CANCELLED' else 'RETURNED' end, ended_at, outcome <> 'COMPLETED'))
       charged(sign, reason, at, happened)
 where happened order by x;

--> payments.deposits (id, bank_reference, source, record_no, posting_date, amount, remaining, remitter_kana, remitter_key, state, received_at)
select x, 'GENERATED-' || x, 'generated', 1, cast(paid_at as date), total, 0, kana,
       translate(kana, 'ァィゥェォッャュョヮ ー-', 'アイウエオツヤユヨワ'), 'MATCHED', paid_at
  from part_order join part_total using (x) where method = 'BANK_TRANSFER' and outcome = 'COMPLETED' order by x;

--> payments.allocations (name, receivable, reason, account, amount, deposit_id, actor, at)
select case method when 'BANK_TRANSFER' then 'match:' || x when 'CREDIT_CARD' then 'capture:' || order_number || '-1'
            else 'collected:' || order_number || ':0' end,
       order_number,
       case method when 'BANK_TRANSFER' then 'MATCHED' when 'CREDIT_CARD' then 'CAPTURED' else 'COLLECTED' end,
       case method when 'BANK_TRANSFER' then 'SUSPENSE' when 'CREDIT_CARD' then 'CARD' else 'CARRIER' end,
       total, case method when 'BANK_TRANSFER' then x end, 'system',
       case method when 'BANK_TRANSFER' then paid_at when 'CREDIT_CARD' then shipped_at else ended_at end
  from part_order join part_total using (x) where outcome = 'COMPLETED' and total > 0 order by x;

--> payments.entries (posting, account, amount, receivable, tax_rate, at)
with earned as (select x, rate, amount - floor(amount * rate / (100 + rate))::bigint as sales, floor(amount * rate / (100 + rate))::bigint as tax
                  from part_total cross join lateral (values (8, at_8), (10, total - at_8)) by_rate(rate, amount))
select posting, side.account, side.sign * posted.amount, side.order_number, side.rate, posted.at
  from part_order o join part_total using (x)
  join (select x, sales, tax from earned where rate = 8) e8 using (x)
  join (select x, sales, tax from earned where rate = 10) e10 using (x)
  cross join lateral (values
       ('sales:' || order_number || ':8:0', 'RECEIVABLE', 'SALES', e8.sales, 8, shipped_at, outcome <> 'CANCELLED', true),
       ('output-tax:' || order_number || ':8:0', 'RECEIVABLE', 'OUTPUT_TAX', e8.tax, 8, shipped_at, outcome <> 'CANCELLED', true),
       ('sales:' || order_number || ':10:0', 'RECEIVABLE', 'SALES', e10.sales, 10, shipped_at, outcome <> 'CANCELLED', true),
       ('output-tax:' || order_number || ':10:0', 'RECEIVABLE', 'OUTPUT_TAX', e10.tax, 10, shipped_at, outcome <> 'CANCELLED', true),
       ('sales:' || order_number || ':8:1', 'SALES', 'RECEIVABLE', e8.sales, 8, ended_at, outcome = 'RETURNED', true),
       ('output-tax:' || order_number || ':8:1', 'OUTPUT_TAX', 'RECEIVABLE', e8.tax, 8, ended_at, outcome = 'RETURNED', true),
       ('sales:' || order_number || ':10:1', 'SALES', 'RECEIVABLE', e10.sales, 10, ended_at, outcome = 'RETURNED', true),
       ('output-tax:' || order_number || ':10:1', 'OUTPUT_TAX', 'RECEIVABLE', e10.tax, 10, ended_at, outcome = 'RETURNED', true),
       ('capture:' || order_number || '-1', 'CARD', 'RECEIVABLE', total, null, shipped_at, outcome = 'COMPLETED' and method = 'CREDIT_CARD', true),
       ('collected:' || order_number || ':0', 'CARRIER', 'RECEIVABLE', total, null, ended_at,
        outcome = 'COMPLETED' and method = 'CASH_ON_DELIVERY', true),
       ('deposit:' || x, 'BANK', 'SUSPENSE', total, null, paid_at, outcome = 'COMPLETED' and method = 'BANK_TRANSFER', false),
       ('match:' || x, 'SUSPENSE', 'RECEIVABLE', total, null, paid_at, outcome = 'COMPLETED' and method = 'BANK_TRANSFER', true))
       posted(posting, debit, credit, amount, rate, at, happened, named)
  cross join lateral (values (debit, 1), (credit, -1)) booked(account, sign)
  cross join lateral (select booked.account, booked.sign, case when named then o.order_number end as order_number,
                             case when booked.account in ('SALES', 'OUTPUT_TAX') then posted.rate end as rate) side
 where happened and posted.amount <> 0 order by x;

--> shipments.shipments (shipment_number, version, status, status_since, warehouse, carrier, service, cool_service, customer_number, name, kana, phone, postal_code, prefecture, city, line1, line2, ship_date, payment_kind, cod_amount, cod_tax, revision, tracking_number, shipped_at, delivered_at, delivery_exception, result_complete, created_at)
select shipment_number, 5, case outcome when 'RETURNED' then 'RETURNED' else 'DELIVERED' end,
       case outcome when 'RETURNED' then ended_at else delivered_at end, 'MAIN', 'YAMATO', 'TAKKYUBIN', coalesce(cool, 'NONE'),
       customer_number, name, kana, phone, postal_code, prefecture, city, line1, line2, ship_date,
       case method when 'CASH_ON_DELIVERY' then 'COD' else 'PREPAID' end,
       case method when 'CASH_ON_DELIVERY' then total else 0 end, case method when 'CASH_ON_DELIVERY' then tax else 0 end, 1,
       tracking_number, shipped_at, case outcome when 'COMPLETED' then delivered_at end,
       case outcome when 'RETURNED' then 'REFUSED' end, true,
       cast(ship_date as timestamp) at time zone 'Asia/Tokyo' + interval '9 hours'
  from part_order join part_total using (x)
  left join (select x, max(p.cool) as cool from part_line l join generating.product p on p.sku = l.sku and p.cool <> 'AMBIENT' group by x) c using (x)
 where outcome <> 'CANCELLED' order by x;

--> shipments.lines (shipment_number, line_no, kind, order_number, order_line_no, sku, quantity, pieces_per_unit, shipped, lot, expiry, insert_rule)
select shipment_number, line_no, 'GOODS', l.order_number, line_no, sku, quantity, 1, quantity, 'L' || to_char(ship_date - 90, 'YYMM'),
       case when rate = 8 then ship_date + 450 end, null
  from part_line l join part_order o using (x) where outcome <> 'CANCELLED'
union all
select shipment_number, lines + 1, 'INSERT', order_number, 0, 'INS-01', 1, 1, 1, null, null, 'すべてのお荷物に総合カタログ'
  from part_order where outcome <> 'CANCELLED' order by 1, 2;

--> shipments.parcels (tracking_number, shipment_number, carrier, state, state_at)
select tracking_number, shipment_number, 'YAMATO', case outcome when 'RETURNED' then 'RETURNED' else 'DELIVERED' end,
       case outcome when 'RETURNED' then ended_at else delivered_at end
  from part_order where outcome <> 'CANCELLED' order by x;

--> shipments.results (shipment_number, result_no, tracking_number, at)
select shipment_number, '1', tracking_number, shipped_at from part_order where outcome <> 'CANCELLED' order by x;

--> shipments.trackingEvents (tracking_number, event, at, office)
select tracking_number, e.event, e.at, e.office
  from part_order
  cross join lateral (values
       ('PICKED_UP', shipped_at + interval '90 minutes', '厚木営業所'),
       (case outcome when 'RETURNED' then 'REFUSED' else 'DELIVERED' end, delivered_at, city || '営業所'),
       ('RETURNED', case outcome when 'RETURNED' then ended_at end, '厚木営業所')) e(event, at, office)
 where outcome <> 'CANCELLED' and e.at is not null order by x;

--> stock.movements (sku, kind, quantity, reference, lot, expiry, at)
select sku, 'SHIPMENT', -quantity, shipment_number || '/1/' || tracking_number || '/' || line_no || '/0', 'L' || to_char(ship_date - 90, 'YYMM'),
       case when rate = 8 then ship_date + 450 end, shipped_at
  from part_line l join part_order o using (x) where outcome <> 'CANCELLED' order by x;

--> stock.movements (sku, kind, quantity, reference, lot, expiry, at)
select sku, 'RETURN', sum(quantity), shipment_number, null, null, min(ended_at)
  from part_line l join part_order o using (x) where outcome = 'RETURNED' group by sku, shipment_number;

--> orders.events (order_number, at, event, text, text_en, actor)
select order_number, e.at, e.event, e.text, e.text_en, e.actor
  from part_order
  cross join lateral (values
       (1, ordered_at, 'RECEIVED', '受注を受け付けました(' || channel || ')',
        'Order taken (' || channel || ')', 'system'),
       (2, case when outcome = 'CANCELLED' then ended_at end, 'CANCELLED', 'キャンセルしました: お客様のご都合',
        'Cancelled: at the customer''s request', 'operator'),
       (3, case when outcome <> 'CANCELLED' then paid_at end, 'PAID', '入金を消し込みました',
        'Deposit matched', 'system'),
       (4, case when outcome <> 'CANCELLED' then shipped_at - interval '7 hours' end, 'RELEASED', '出荷指示を作りました',
        'Shipping instruction made', 'system'),
       (5, case when outcome <> 'CANCELLED' then shipped_at end, 'SHIPPED', '出荷しました(YAMATO ' || tracking_number || ')',
        'Shipped (YAMATO ' || tracking_number || ')', 'warehouse'),
       (6, case when outcome = 'RETURNED' then ended_at end, 'RETURNED', '返品として処理しました(' || shipment_number || ')',
        'Treated as returned (' || shipment_number || ')', 'shipping'),
       (7, case when outcome = 'COMPLETED' then ended_at end, 'COMPLETED', '配達と精算が終わりました',
        'Delivered and settled', 'system')) e(step, at, event, text, text_en, actor)
 where e.at is not null order by x, e.step;
