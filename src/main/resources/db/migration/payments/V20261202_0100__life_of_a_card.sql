-- Attempts that are put off, cards that are not to be charged again by themselves, authorisations that are renewed before they end, and
-- money that card companies take back.

alter table card_call add column not_before timestamptz;
comment on column card_call.not_before is 'When it was to be made at the earliest; null for calls of before this was kept.';
create index card_call_by_order on card_call (order_number);

alter table receivable
    add column card_barred boolean not null default false,
    add column renewal_no text,
    add column capture_when_granted boolean not null default false;
comment on column receivable.card_barred is 'Whether its card is not charged again before a person, or another card, allows it.';
comment on column receivable.renewal_no is 'The transaction that is to take the place of the authorisation it has; null if none is asked for.';
comment on column receivable.capture_when_granted is 'Whether goods have left whose authorisation had ended: the next one is captured at once.';
create index receivable_authorised on receivable (number)
    where kind = 'ORDER' and method = 'CREDIT_CARD' and shop_payment = 'NONE' and status = 'AUTHORIZED';

create table chargeback (
    id             text        not null,
    transaction_no text        not null,
    order_number   text        not null,
    amount         bigint      not null,
    reason         text,
    state          text        not null,
    opened_at      timestamptz not null,
    decided_at     timestamptz,
    decided_by     text,
    ended_at       timestamptz,
    constraint chargeback_pk primary key (id),
    constraint chargeback_something check (amount > 0),
    constraint chargeback_state check (state in ('OPEN', 'CONTESTED', 'ACCEPTED', 'WON', 'LOST'))
);
create index chargeback_by_order on chargeback (order_number);
create index chargeback_by_transaction on chargeback (transaction_no);
create index chargeback_by_opening on chargeback (opened_at);
comment on table chargeback is 'Money that a card company has taken back (チャージバック).';
comment on column chargeback.id is 'The gateway''s id of it.';
comment on column chargeback.transaction_no is 'The transaction that had captured the money.';
comment on column chargeback.amount is 'Yen.';
comment on column chargeback.reason is 'The card company''s, as reported.';
comment on column chargeback.state is
    'OPEN until somebody decides; CONTESTED until the card company has; ACCEPTED; WON, and the money is back; LOST.';

-- As before, but: a card that was charged back is a cause of its own. While it is contested nothing is demanded, but not for ever; while
-- nobody has decided, a week. And the code is told by which a card was refused.
create or replace view payments_trouble_view as
with claim as (
    select r.number, r.kind, r.customer_number, r.method, r.status,
           case when r.kind = 'ORDER' and r.method = 'INVOICE' then least(r.charged, r.invoiced) else r.charged end - r.paid as open,
           r.due_by, r.unknown_since, r.transaction_no,
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
    select c.*, b.from_day,
           case
               when b.from_day is not null and c.last_reason = 'REVERSED' and c.sent then 'CHARGEBACK'
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
                   where k.transaction_no = caused.transaction_no and k.outcome = 'DECLINED' order by k.id desc limit 1) end as declined
  from caused;
comment on view payments_trouble_view is
    'What is owed for goods that have left, or without goods, and is due or has failed. Amounts in yen.';
comment on column payments_trouble_view.open is 'What may be demanded.';
comment on column payments_trouble_view.cause is
    'CHARGEBACK, RESULT_UNKNOWN, DECLINED_CAPTURE, FAILED_DEBIT, WITHDRAWN_SLIP, REVERSED_DEPOSIT or UNPAID.';
comment on column payments_trouble_view.trouble_from is 'The day from which it is in trouble; null if it has no term.';
comment on column payments_trouble_view.last_entry is 'The last entry of the ledger about it.';
comment on column payments_trouble_view.by_debit is
    'Whether direct debits have to do with it: what they leave comes into trouble without an entry of the ledger.';
comment on column payments_trouble_view.declined is 'The gateway''s code of the card that was refused; null if none was.';

create table card_renewal_run (
    day      date        not null,
    ended_at timestamptz not null,
    renewed  int         not null,
    constraint card_renewal_run_pk primary key (day)
);
comment on table card_renewal_run is 'Each night in which authorisations that were about to end have been renewed.';
