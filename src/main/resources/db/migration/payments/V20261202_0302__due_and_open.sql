-- What is open and due has one meaning for all who ask for it: of an order on account each part by the statement on which it
-- stands, what is paid taken off the oldest, all else as a whole by its term.

create view payments_due_view as
select number as receivable, kind, customer_number, method, status, due_by, charged - paid as open, cast(null as text) as statement
  from receivable
 where charged > paid and not (kind = 'ORDER' and method = 'INVOICE')
union all
select r.number, r.kind, r.customer_number, r.method, r.status, p.due_by, cast(p.open as bigint), p.statement
  from receivable r
 cross join lateral (
       select greatest(c.due_date, r.due_by) as due_by, c.statement,
              greatest(least(r.charged, c.until) - r.paid, 0)
              - greatest(least(r.charged, lag(c.until, 1, 0::numeric) over (order by c.due_date)) - r.paid, 0) as open
         from (select i.due_date, i.statement, min(i.until) over (order by i.due_date desc) as until
                 from (select s.due_date, max(s.number) as statement, sum(sum(l.amount)) over (order by s.due_date) as until
                         from statement_line l join statement s on s.number = l.statement and s.state = 'ISSUED'
                        where l.receivable = r.number group by s.due_date) i) c) p
 where r.kind = 'ORDER' and r.method = 'INVOICE' and r.charged > r.paid and r.invoiced > r.paid and p.open > 0;
comment on view payments_due_view is
    'What is open by the day by which it is to be paid: an order on account has a row for each statement that is not paid. Amounts in yen.';
comment on column payments_due_view.due_by is 'Null if nobody was asked to pay by a day.';
comment on column payments_due_view.statement is 'On which it stands; null for what is not on account.';
comment on column payments_due_view.open is 'Of an order on account only what stands on statements; what came back later is not asked for.';

create or replace view payments_receivable_view as
select number, kind, customer_number, method, status, charged, paid, due_by,
       greatest(case when kind = 'ORDER' and method = 'INVOICE' then least(charged, invoiced) else charged end - paid, 0) as claimable,
       kind = 'ORDER' and (invoiced <> 0 or method = 'INVOICE'
         and exists (select 1 from credit_terms t where t.customer_number = receivable.customer_number)) as by_statement
  from receivable;
comment on column payments_receivable_view.by_statement is 'Whether the statement of a closing is its invoice, or will be.';

alter table direct_debit_claim add column decided_at timestamptz;
comment on column direct_debit_claim.decided_at is 'When a person decided about an answer that was not clear.';

-- As before, but an order on account is in trouble by the oldest statement that is not paid, and what was charged back is whatever was
-- booked since, also where nothing has left; and it tells when something besides the
-- ledger changed it, so that what was so before a moment is known.
create or replace view payments_trouble_view as
with claim as (
    select r.number, r.kind, r.customer_number, r.method, r.status, r.charged - r.paid as open, r.due_by, r.unknown_since,
           r.transaction_no,
           r.kind <> 'ORDER' or not exists (select 1 from orders_line_view l where l.order_number = r.number and l.open > 0) as sent,
           (select a.reason from payment_allocation a where a.receivable = r.number order by a.id desc limit 1) as last_reason
      from receivable r
     where r.status in ('PENDING', 'PARTLY_PAID', 'FAILED', 'UNKNOWN') and r.charged > r.paid
       and r.method not in ('CASH_ON_DELIVERY', 'DEFERRED') and not (r.kind = 'ORDER' and r.method = 'INVOICE')
       and (r.kind <> 'ORDER' or exists (select 1 from orders_line_view l where l.order_number = r.number and l.shipped > 0)
            or exists (select 1 from chargeback k where k.order_number = r.number and k.state <> 'WON')
               and not exists (select 1 from orders_line_view l where l.order_number = r.number and l.open > 0))
       and not exists (select 1 from direct_debit_claim d
                        where d.receivable = r.number and (d.state = 'OPEN' or d.state = 'HELD' and d.outcome = 'UNCLEAR'))
       and (r.kind = 'ORDER' and not r.by_mandate
            or not exists (select 1 from mandate m where m.customer_number = r.customer_number and m.state = 'ACTIVE')
            or exists (select 1 from direct_debit_claim d where d.receivable = r.number and d.state in ('FAILED', 'HELD')))
    union all
    select r.number, r.kind, r.customer_number, r.method, r.status, d.open, d.due_by, r.unknown_since, r.transaction_no,
           not exists (select 1 from orders_line_view l where l.order_number = r.number and l.open > 0),
           (select a.reason from payment_allocation a where a.receivable = r.number order by a.id desc limit 1)
      from receivable r
      join lateral (select cast(sum(v.open) as bigint) as open, min(v.due_by) as due_by from payments_due_view v
                     where v.receivable = r.number) d on d.open > 0
     where r.kind = 'ORDER' and r.method = 'INVOICE' and r.charged > r.paid and r.invoiced > r.paid
       and r.status in ('PENDING', 'PARTLY_PAID', 'FAILED', 'UNKNOWN')),
     caused as (
    select c.*, b.from_day,
           case
               when b.from_day is not null and c.sent then 'CHARGEBACK'
               when c.status = 'UNKNOWN' and c.sent then 'RESULT_UNKNOWN'
               when c.status = 'FAILED' and c.method = 'CREDIT_CARD' and c.sent then 'DECLINED_CAPTURE'
               when c.method = 'DIRECT_DEBIT'
                and exists (select 1 from direct_debit_claim d where d.receivable = c.number and d.state in ('FAILED', 'HELD'))
               then 'FAILED_DEBIT'
               when exists (select 1 from slip_receipt s where s.receivable = c.number and s.state = 'WITHDRAWN')
                and not exists (select 1 from slip_receipt s where s.receivable = c.number and s.state <> 'WITHDRAWN')
               then 'WITHDRAWN_SLIP'
               when c.last_reason = 'REVERSED' then 'REVERSED_DEPOSIT'
               else 'UNPAID' end as cause
      from claim c
      left join lateral (
           select max(case k.state when 'CONTESTED' then cast(k.decided_at at time zone 'Asia/Tokyo' as date) + 120
                                   when 'OPEN' then cast(k.opened_at at time zone 'Asia/Tokyo' as date) + 7
                                   else coalesce(c.due_by + 1, date '1970-01-01') end) as from_day
             from chargeback k where k.order_number = c.number and k.state <> 'WON') b on true)
select number as receivable, kind, customer_number, method, open, cause, due_by,
       case cause
           when 'CHARGEBACK' then from_day
           when 'RESULT_UNKNOWN' then cast(unknown_since at time zone 'Asia/Tokyo' as date) + 1
           when 'DECLINED_CAPTURE' then date '1970-01-01'
           when 'FAILED_DEBIT' then date '1970-01-01'
           when 'UNPAID' then due_by + 1
           else coalesce(due_by + 1, date '1970-01-01') end as trouble_from,
       (select max(e.id) from ledger_entry e where e.receivable = number) as last_entry,
       exists (select 1 from direct_debit_claim d where d.receivable = number)
        or exists (select 1 from mandate m where m.customer_number = caused.customer_number) as by_debit,
       case when cause = 'DECLINED_CAPTURE'
            then (select coalesce(k.code, k.outcome) from card_call k
                   where k.transaction_no = caused.transaction_no and k.outcome = 'DECLINED' order by k.id desc limit 1) end as declined,
       greatest((select max(greatest(d.booked_at, d.decided_at, b.created_at, b.sent_at, b.done_at)) from direct_debit_claim d
                   join direct_debit b on b.id = d.direct_debit_id where d.receivable = number),
                (select max(m.changed_at) from mandate m where m.customer_number = caused.customer_number),
                (select max(greatest(s.issued_at, s.cancelled_at)) from statement_line l join statement s on s.number = l.statement
                  where l.receivable = number),
                (select max(greatest(k.opened_at, k.decided_at)) from chargeback k where k.order_number = number)) as touched_at
  from caused;
comment on column payments_trouble_view.touched_at is
    'When a debit, a mandate, a statement or a chargeback last changed whether it is in trouble, without an entry of the ledger; null if none did.';
