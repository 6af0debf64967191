-- What may be demanded now: of an order on account only what stands on statements, and nothing that a direct debit will bring.

create or replace view payments_receivable_view as
select number, kind, customer_number, method, status, charged, paid, due_by,
       greatest(case when kind = 'ORDER' and method = 'INVOICE' then least(charged, invoiced) else charged end - paid, 0) as claimable
  from receivable;
comment on column payments_receivable_view.claimable is
    'What is open and may be demanded: of an order on account only what stands on statements.';

-- As before, but: an order on account is in trouble with what stands on statements; and what waits for the result of a direct
-- debit, or for the next cycle of an active mandate, is not in trouble until a debit of it has failed.
create or replace view payments_trouble_view as
with claim as (
    select r.number, r.kind, r.customer_number, r.method, r.status,
           case when r.kind = 'ORDER' and r.method = 'INVOICE' then least(r.charged, r.invoiced) else r.charged end - r.paid as open,
           r.due_by, r.unknown_since,
           r.kind <> 'ORDER' or not exists (select 1 from orders_line_view l where l.order_number = r.number and l.open > 0) as sent,
           (select a.reason from payment_allocation a where a.receivable = r.number order by a.id desc limit 1) as last_reason
      from receivable r
     where r.status in ('PENDING', 'PARTLY_PAID', 'FAILED', 'UNKNOWN') and r.charged > r.paid
       and r.method not in ('CASH_ON_DELIVERY', 'DEFERRED')
       and (r.kind <> 'ORDER' or r.method <> 'INVOICE' or r.invoiced > r.paid and r.due_by is not null)
       and (r.kind <> 'ORDER' or exists (select 1 from orders_line_view l where l.order_number = r.number and l.shipped > 0))
       and not exists (select 1 from direct_debit_claim d
                        where d.receivable = r.number and (d.state = 'OPEN' or d.state = 'HELD' and d.outcome = 'UNCLEAR'))
       and (r.kind = 'ORDER' and not r.by_mandate
            or not exists (select 1 from mandate m where m.customer_number = r.customer_number and m.state = 'ACTIVE')
            or exists (select 1 from direct_debit_claim d where d.receivable = r.number and d.state in ('FAILED', 'HELD')))),
     caused as (
    select c.*, case
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
      from claim c)
select number as receivable, kind, customer_number, method, open, cause, due_by,
       case cause
           when 'RESULT_UNKNOWN' then cast(unknown_since at time zone 'Asia/Tokyo' as date) + 1
           when 'DECLINED_CAPTURE' then date '1970-01-01'
           when 'FAILED_DEBIT' then date '1970-01-01'
           when 'UNPAID' then due_by + 1
           else coalesce(due_by + 1, date '1970-01-01') end as trouble_from,
       (select max(e.id) from ledger_entry e where e.receivable = number) as last_entry,
       exists (select 1 from direct_debit_claim d where d.receivable = number)
        or exists (select 1 from mandate m where m.customer_number = caused.customer_number) as by_debit
  from caused;
comment on view payments_trouble_view is
    'What is owed for goods that have left, or without goods, and is due or has failed. Amounts in yen.';
comment on column payments_trouble_view.open is 'What may be demanded.';
comment on column payments_trouble_view.cause is
    'RESULT_UNKNOWN, DECLINED_CAPTURE, FAILED_DEBIT, WITHDRAWN_SLIP, REVERSED_DEPOSIT or UNPAID.';
comment on column payments_trouble_view.trouble_from is 'The day from which it is in trouble; null if it has no term.';
comment on column payments_trouble_view.last_entry is 'The last entry of the ledger about it.';
comment on column payments_trouble_view.by_debit is
    'Whether direct debits have to do with it: what they leave comes into trouble without an entry of the ledger.';
