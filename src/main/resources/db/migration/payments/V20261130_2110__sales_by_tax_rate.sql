-- How what is owed came about. Until now each change of it was booked as a sale when it was charged.
create table receivable_charge (
    id         bigint generated always as identity,
    receivable text        not null,
    amount     bigint      not null,
    reason     text        not null,
    at         timestamptz not null,
    constraint receivable_charge_pk primary key (id),
    constraint receivable_charge_reason check (reason in ('CHARGED', 'CHANGED', 'CANCELLED', 'RETURNED'))
);
create index receivable_charge_by_receivable on receivable_charge (receivable);
comment on table receivable_charge is 'Changes of what is owed. Append-only.';
comment on column receivable_charge.amount is 'By how much more is owed, in yen with tax; negative if it is less.';

insert into receivable_charge (receivable, amount, reason, at)
select receivable, -amount,
       case when posting like 'recharge:%' then 'CHANGED' when posting like 'uncharge:%' then 'CANCELLED'
            when posting like 'return:%' then 'RETURNED' else 'CHARGED' end, at
  from ledger_entry where account = 'SALES' and receivable is not null order by id;
create trigger receivable_charge_append_only before update or delete on receivable_charge
    for each row execute function refuse_change();

-- Closed months: nothing is posted into them any more.
create table ledger_closing (
    month     text        not null,
    ended_at  timestamptz not null,
    closed_at timestamptz not null,
    closed_by text        not null,
    constraint ledger_closing_pk primary key (month)
);
create unique index ledger_closing_by_end on ledger_closing (ended_at desc);
comment on table ledger_closing is 'Closed months of the ledger.';
comment on column ledger_closing.month is 'As 2026-12.';
comment on column ledger_closing.ended_at is 'The first moment after it: what is posted later is dated then or after.';

create table ledger_closing_balance (
    id       bigint generated always as identity,
    month    text   not null,
    account  text   not null,
    tax_rate int,
    debit    bigint not null,
    credit   bigint not null,
    constraint ledger_closing_balance_pk primary key (id),
    constraint ledger_closing_balance_closing foreign key (month) references ledger_closing
);
create index ledger_closing_balance_by_month on ledger_closing_balance (month);
comment on table ledger_closing_balance is 'The trial balance at the end of each closed month.';
comment on column ledger_closing_balance.debit is 'Yen posted from the beginning to the end of the month.';

-- Sales without their tax, by rate, when goods leave.
alter table ledger_entry add column tax_rate int;
comment on column ledger_entry.tax_rate is 'Per cent; of sales and their tax only. Null for sales that were booked before they were told by rate.';
create index ledger_by_tax_rate on ledger_entry (receivable) include (tax_rate, account, amount) where tax_rate is not null;

alter table ledger_entry drop constraint ledger_account, add constraint ledger_account check (account in
    ('BANK', 'CARD', 'SHOP', 'CARRIER', 'DEBIT_AGENCY', 'CONVENIENCE_AGENCY', 'RECEIVABLE', 'SUSPENSE', 'BALANCE', 'OUTPUT_TAX',
     'SALES', 'FEES', 'WRITE_OFF'));

-- What shipped and kept pieces earn, by order and tax rate, and what stands without an order: worked out from the source rows.
-- Shipping and fee are earned with the first piece, discount and points in proportion to the goods; never more than is charged.
create view payments_earned_view as
with goods as (select order_number, tax_rate, sum(unit_price * (shipped - returned)) as amount
                 from orders_line_view where shipped > returned group by order_number, tax_rate),
     sent as (select order_number, sum(amount) as amount from goods group by order_number),
     standing as (select o.order_number, o.shipping + o.fee as charges, r.charged,
                         case when o.goods = 0 then o.discount + o.points
                              else ceil(o.discount::numeric * s.amount / o.goods) + ceil(o.points::numeric * s.amount / o.goods) end as less,
                         (select t.percent from catalog_tax_rate_view t
                           where t.tax_class = 'STANDARD' and t.valid_from <= cast(o.ordered_at at time zone 'Asia/Tokyo' as date)
                           order by t.valid_from desc limit 1) as rate
                    from sent s
                    join orders_order_view o on o.order_number = s.order_number
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
comment on view payments_earned_view is 'Sales by tax rate as they follow from what was shipped. Amounts in yen with tax.';

-- What was booked when it was charged is taken back, and what has been shipped since is booked by its rate.
insert into ledger_entry (posting, account, amount, receivable, at)
select 'charge-taken-back:' || c.receivable, side.account, side.sign * c.amount, c.receivable, c.at
  from (select receivable, -sum(amount) as amount, (select max(at) from ledger_entry) as at
          from ledger_entry where account = 'SALES' and receivable is not null group by receivable having sum(amount) <> 0) c
 cross join lateral (values ('SALES', 1), ('RECEIVABLE', -1)) side(account, sign);
insert into ledger_entry (posting, account, amount, receivable, tax_rate, at)
select e.posting || e.receivable || ':' || e.tax_rate || ':0', side.account, side.sign * e.amount, e.receivable, side.rate, e.at
  from (select p.posting, p.account, p.amount, v.receivable, v.tax_rate, (select max(at) from ledger_entry) as at
          from payments_earned_view v
         cross join lateral (values ('sales:', 'SALES', v.amount - v.tax), ('output-tax:', 'OUTPUT_TAX', v.tax)) p(posting, account, amount)
         where p.amount <> 0) e
 cross join lateral (values ('RECEIVABLE', 1, null::int), (e.account, -1, e.tax_rate)) side(account, sign, rate);
