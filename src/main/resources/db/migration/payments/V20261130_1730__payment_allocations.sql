-- Money that settles what an order owes, and is taken back, is a row each time: what is paid is their sum.
create table deposit_batch (
    id     bigint generated always as identity,
    source text,
    day    date        not null,
    actor  text        not null,
    at     timestamptz not null,
    constraint deposit_batch_pk primary key (id),
    constraint deposit_batch_of_source_once unique (source, day)
);
comment on table deposit_batch is 'Deposits matched together: those of one file, or of one run over all that were open. They can be un-matched together.';
comment on column deposit_batch.source is 'File whose deposits were matched; null for a run over all that were open.';

create table payment_allocation (
    id           bigint generated always as identity,
    name         text        not null,
    order_number text        not null,
    reason       text        not null,
    account      text        not null,
    amount       bigint      not null,
    deposit_id   bigint,
    batch_id     bigint,
    undoes       bigint,
    actor        text        not null,
    at           timestamptz not null,
    constraint payment_allocation_pk primary key (id),
    constraint payment_allocation_once unique (name),
    constraint payment_allocation_undone_once unique (undoes),
    constraint payment_allocation_undoes foreign key (undoes) references payment_allocation,
    constraint payment_allocation_deposit foreign key (deposit_id) references deposit,
    constraint payment_allocation_batch foreign key (batch_id) references deposit_batch,
    constraint payment_allocation_of_something check (amount <> 0),
    constraint payment_allocation_reason check (reason in
        ('MATCHED', 'UNMATCHED', 'REVERSED', 'CAPTURED', 'PAID_AT_SHOP', 'COLLECTED', 'REFUNDED'))
);
comment on table payment_allocation is 'Money that settled what an order owes, and money that was taken back or given back: a row each, posted to the ledger by its name. Append-only.';
comment on column payment_allocation.name is 'Names the event, as its posting in the ledger: each is booked once.';
comment on column payment_allocation.account is 'Where the money came from or went to: the other side of its posting.';
comment on column payment_allocation.amount is 'Yen; negative when it is taken or given back.';
comment on column payment_allocation.deposit_id is 'The deposit that was matched or un-matched; null for money that came in another way.';
comment on column payment_allocation.batch_id is 'With which others it was matched by itself; null if a person matched it.';
comment on column payment_allocation.undoes is 'The match that is taken back.';

insert into payment_allocation (name, order_number, reason, account, amount, deposit_id, actor, at)
select e.posting, e.order_number,
       case when e.posting like 'match:%' then 'MATCHED'
            when e.posting like 'unmatch:%' then 'REVERSED'
            when e.posting like 'capture:%' then 'CAPTURED'
            when e.posting like 'shop-%' then 'PAID_AT_SHOP'
            when e.posting like 'collected:%' then 'COLLECTED'
            else 'REFUNDED' end,
       o.account, o.amount, a.deposit_id, coalesce(a.actor, 'system'), e.at
  from ledger_entry e
  join ledger_entry o on o.posting = e.posting and o.id <> e.id
  left join deposit_allocation a on e.posting = 'match:' || a.id
 where e.account = 'RECEIVABLE' and o.account not in ('SALES', 'RECEIVABLE') and e.order_number is not null
 order by e.id;

create index payment_allocation_by_order on payment_allocation (order_number);
create index payment_allocation_by_deposit on payment_allocation (deposit_id) where deposit_id is not null;
create index payment_allocation_by_batch on payment_allocation (batch_id) where batch_id is not null;
create trigger payment_allocation_append_only before update or delete on payment_allocation
    for each row execute function refuse_change();
drop table deposit_allocation;

-- Who was given back what then did not come after all owes it.
alter table payment drop constraint payment_paid_not_negative;
