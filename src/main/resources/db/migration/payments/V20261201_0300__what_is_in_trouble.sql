-- What others may know of receivables, and which of them somebody has to be asked about.

create view payments_receivable_view as
select number, kind, customer_number, method, status, charged, paid, due_by from receivable;
comment on view payments_receivable_view is 'What somebody owes, for orders and without. Amounts in yen.';

-- Goods have left, or none are concerned, and money is missing that nobody will bring by himself. Cash on delivery is the
-- carrier's to bring, a 後払い service duns by itself, and an order that has still to leave waits for its money or is cancelled.
create view payments_trouble_view as
with claim as (
    select r.number, r.kind, r.customer_number, r.method, r.status, r.charged - r.paid as open, r.due_by, r.unknown_since,
           r.kind <> 'ORDER' or not exists (select 1 from orders_line_view l where l.order_number = r.number and l.open > 0) as sent,
           (select a.reason from payment_allocation a where a.receivable = r.number order by a.id desc limit 1) as last_reason
      from receivable r
     where r.status in ('PENDING', 'PARTLY_PAID', 'FAILED', 'UNKNOWN') and r.charged > r.paid
       and r.method not in ('CASH_ON_DELIVERY', 'DEFERRED')
       and (r.kind <> 'ORDER' or exists (select 1 from orders_line_view l where l.order_number = r.number and l.shipped > 0))),
     caused as (
    select c.*, case
               when c.status = 'UNKNOWN' and c.sent then 'RESULT_UNKNOWN'
               when c.status = 'FAILED' and c.method = 'CREDIT_CARD' and c.sent then 'DECLINED_CAPTURE'
               when c.method = 'DIRECT_DEBIT'
                and exists (select 1 from direct_debit_claim d where d.receivable = c.number and d.state in ('FAILED', 'HELD'))
                and not exists (select 1 from direct_debit_claim d where d.receivable = c.number and d.state = 'OPEN')
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
       (select max(e.id) from ledger_entry e where e.receivable = number) as last_entry
  from caused;
comment on view payments_trouble_view is
    'What is owed for goods that have left, or without goods, and is due or has failed. Amounts in yen.';
comment on column payments_trouble_view.cause is
    'RESULT_UNKNOWN, DECLINED_CAPTURE, FAILED_DEBIT, WITHDRAWN_SLIP, REVERSED_DEPOSIT or UNPAID.';
comment on column payments_trouble_view.trouble_from is 'The day from which it is in trouble; null if it has no term.';
comment on column payments_trouble_view.last_entry is 'The last entry of the ledger about it.';

create view payments_ledger_mark_view as select coalesce(max(id), 0) as mark from ledger_entry;
comment on view payments_ledger_mark_view is 'How far the ledger has come.';
