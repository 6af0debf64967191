-- Points that customers have are a debt; what they cost is booked when they are granted.
alter table ledger_entry drop constraint ledger_account, add constraint ledger_account check (account in
    ('BANK', 'CARD', 'SHOP', 'CARRIER', 'DEBIT_AGENCY', 'CONVENIENCE_AGENCY', 'RECEIVABLE', 'SUSPENSE', 'BALANCE', 'OUTPUT_TAX',
     'SALES', 'FEES', 'WRITE_OFF', 'DEFERRED_AGENCY', 'POINTS', 'POINT_COSTS'));
insert into journal_account (account, tax_rate, name, sub_account, tax_class) values
    ('POINTS', null, '契約負債', 'ポイント', '対象外'), ('POINT_COSTS', null, '販売促進費', 'ポイント', '対象外')
    on conflict do nothing;

-- As before, except that points never make more than the rest of an order free.
create or replace view payments_earned_view as
with goods as (select order_number, tax_rate, sum(unit_price * (shipped - returned)) as amount
                 from orders_line_view where shipped > returned group by order_number, tax_rate),
     sent as (select order_number, sum(amount) as amount from goods group by order_number),
     standing as (select o.order_number, o.shipping + o.fee as charges, r.charged,
                         less.discount + least(less.points, greatest(s.amount + o.shipping + o.fee - less.discount, 0)) as less,
                         (select t.percent from catalog_tax_rate_view t
                           where t.tax_class = 'STANDARD' and t.valid_from <= cast(o.ordered_at at time zone 'Asia/Tokyo' as date)
                           order by t.valid_from desc limit 1) as rate
                    from sent s
                    join orders_order_view o on o.order_number = s.order_number
                   cross join lateral (select case when o.goods = 0 then o.discount
                                                   else ceil(o.discount::numeric * s.amount / o.goods) end as discount,
                                              case when o.goods = 0 then o.points
                                                   else ceil(o.points::numeric * s.amount / o.goods) end as points) less
                    join receivable r on r.number = s.order_number and r.kind = 'ORDER'),
     gross as (select order_number, tax_rate, sum(amount) as amount
                 from (select g.order_number, g.tax_rate, g.amount from goods g
                       union all select order_number, rate, charges from standing) part group by order_number, tax_rate),
     share as (select g.order_number, g.tax_rate, s.charged, s.less, g.amount,
                      sum(g.amount) over (partition by g.order_number) as all_rates,
                      row_number() over (partition by g.order_number order by g.tax_rate) as no,
                      count(*) over (partition by g.order_number) as rates
                 from gross g join standing s on s.order_number = g.order_number),
     parted as (select *, case when all_rates = 0 then case when no = 1 then less else 0 end
                               when no < rates then floor(less * amount / all_rates) end as part
                  from share),
     net as (select order_number, tax_rate, charged, no, rates,
                    amount - coalesce(part, less - coalesce(sum(part) over (partition by order_number), 0)) as amount
               from parted),
     total as (select *, sum(amount) over (partition by order_number) as sum from net),
     limited as (select *, case when sum <= charged then amount when no < rates then floor(amount * charged / sum) end as kept
                   from total),
     earned as (select order_number, tax_rate,
                       coalesce(kept, charged - coalesce(sum(kept) over (partition by order_number), 0)) as amount
                  from limited)
select order_number as receivable, tax_rate, amount::bigint as amount, floor(amount * tax_rate / (100 + tax_rate))::bigint as tax
  from earned
union all
select number, tax_rate, charged, floor(charged::numeric * tax_rate / (100 + tax_rate))::bigint from receivable where kind <> 'ORDER';
