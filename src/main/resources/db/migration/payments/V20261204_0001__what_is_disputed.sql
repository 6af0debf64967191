-- What the card company or a person still decides about is not demanded of the customer meanwhile; whatever else is open of the same
-- order is.

create view payments_disputed_view as
select id, order_number, amount,
       case state when 'CONTESTED' then cast(decided_at at time zone 'Asia/Tokyo' as date) + 120
                  else cast(opened_at at time zone 'Asia/Tokyo' as date) + 7 end as until
  from chargeback
 where state in ('OPEN', 'CONTESTED');
comment on view payments_disputed_view is
    'Chargebacks that are not decided yet: what was taken back and is not demanded of the customer meanwhile. Amounts in yen.';
comment on column payments_disputed_view.until is 'The day from which it is demanded although nothing was decided.';

-- As before, but one chargeback that is contested no longer delays what is demanded for the others.
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
           select case when c.open > coalesce(sum(h.amount), 0) then coalesce(c.due_by + 1, date '1970-01-01')
                       else min(h.until) filter (where c.open > h.held_longer) end as from_day
             from chargeback k
             left join (select d.id, d.amount, d.until,
                               coalesce(sum(d.amount) over (partition by d.order_number order by d.until
                                        groups between 1 following and unbounded following), 0) as held_longer
                          from payments_disputed_view d where d.order_number = c.number) h on h.id = k.id
            where k.order_number = c.number and k.state <> 'WON' having count(*) > 0) b on true)
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
