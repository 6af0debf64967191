create table refund (
    id             bigint generated always as identity,
    order_number   text        not null,
    transaction_no text        not null,
    gateway_key    text        not null,
    amount         bigint      not null,
    state          text        not null,
    requested_at   timestamptz not null,
    ended_at       timestamptz,
    constraint refund_pk primary key (id),
    constraint refund_key_once unique (gateway_key),
    constraint refund_positive check (amount > 0),
    constraint refund_state check (state in ('REQUESTED', 'DONE', 'FAILED'))
);
create index refund_by_order on refund (order_number);
create index refund_by_transaction on refund (transaction_no);
comment on table refund is 'What is given back to a card, each refund once: asked of the gateway by its own key, however often.';
comment on column refund.transaction_no is 'The attempt to pay whose captured money goes back.';
comment on column refund.gateway_key is 'By which the gateway knows the refund, in calls and in what it reports.';
comment on column refund.amount is 'Yen.';
comment on column refund.state is 'REQUESTED until the gateway has said what became of it, then DONE or FAILED.';

alter table card_call add column refund_id bigint;
alter table card_call add constraint card_call_refund foreign key (refund_id) references refund;
create index card_call_by_refund on card_call (refund_id) where refund_id is not null;
comment on column card_call.refund_id is 'The refund that the call is about.';

-- What was given back already.
insert into refund (order_number, transaction_no, gateway_key, amount, state, requested_at, ended_at)
select order_number, split_part(posting, ':', 2), 'posted:' || posting, -amount, 'DONE', at, at
  from ledger_entry
 where account = 'CARD' and posting like 'refund:%' and amount < 0 and order_number is not null;

-- What the gateway has not answered keeps the key by which it was asked first.
insert into refund (order_number, transaction_no, gateway_key, amount, state, requested_at)
select c.order_number, c.transaction_no, c.transaction_no || ':REFUND:' || min(c.id), max(c.amount), 'REQUESTED', min(c.created_at)
  from card_call c
 where c.kind = 'REFUND' and c.outcome is null
    or c.kind = 'REFUND' and c.outcome = 'UNKNOWN'
       and exists (select 1 from card_call s
                    where s.transaction_no = c.transaction_no and s.wanted = 'REFUND' and s.outcome is null)
 group by c.order_number, c.transaction_no;
update card_call c set refund_id = r.id from refund r
 where r.state = 'REQUESTED' and r.transaction_no = c.transaction_no and c.wanted = 'REFUND'
   and (c.outcome is null or c.outcome = 'UNKNOWN');
