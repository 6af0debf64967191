-- Money goes back by card, by transfer, through the shop or to the customer's balance, and each time as a refund that somebody
-- asked for, somebody may have to approve, and that ends once.

create table transfer_file (
    id             bigint generated always as identity,
    transfer_date  date        not null,
    state          text        not null,
    count          int         not null,
    total          bigint      not null,
    content        text        not null,
    created_by     text        not null,
    created_at     timestamptz not null,
    handed_over_by text,
    handed_over_at timestamptz,
    ended_at       timestamptz,
    constraint transfer_file_pk primary key (id),
    constraint transfer_file_state check (state in ('COLLECTED', 'SENT', 'DONE', 'DISCARDED')),
    constraint transfer_file_of_something check (count > 0 and total > 0)
);
create index transfer_file_sent on transfer_file (transfer_date) where state = 'SENT';
comment on table transfer_file is '総合振込: a file by which the bank transfers refunds. Its content never changes.';
comment on column transfer_file.transfer_date is 'Business day of banks on which the transfers are made.';
comment on column transfer_file.state is 'COLLECTED, SENT once somebody has fetched it for the bank, DONE when its day is over, DISCARDED if it was never sent.';
comment on column transfer_file.count is 'Number of transfers.';
comment on column transfer_file.total is 'Yen.';
comment on column transfer_file.content is 'Its records without line breaks, encrypted.';

alter table refund
    drop constraint refund_state,
    alter column transaction_no drop not null,
    alter column gateway_key drop not null,
    add column route text,
    add column reason text,
    add column requested_by text,
    add column approved_by text,
    add column approved_at timestamptz,
    add column sent_at timestamptz,
    add column failure text,
    add column note text,
    add column transfer_file_id bigint,
    add column payee_bank_code text,
    add column payee_branch_code text,
    add column payee_account_type text,
    add column payee_account_number text,
    add column payee_name text;

-- Until now only cards were refunded here, and nobody had to approve.
update refund
   set route = 'CARD', reason = 'OVERPAID', requested_by = 'system', approved_by = 'system', approved_at = requested_at, sent_at = requested_at,
       state = case state when 'REQUESTED' then 'SENT' else state end,
       failure = case state when 'FAILED' then 'DECLINED' end;

-- What people have given back by hand, or had the shop give back.
insert into refund (order_number, amount, state, requested_at, ended_at, route, reason, requested_by, approved_by, approved_at, sent_at)
select receivable, -amount, 'DONE', at, at, case account when 'SHOP' then 'SHOP' else 'TRANSFER' end, 'OVERPAID', 'system', actor, at, at
  from payment_allocation where reason = 'REFUNDED' and account <> 'CARD';

-- What is to be given back and has not been asked of the gateway.
insert into refund (order_number, amount, state, requested_at, route, reason, requested_by)
select d.number, part.amount, 'PROPOSED', now(), part.route, 'OVERPAID', 'system'
  from (select p.number, p.paid - p.charged as excess, p.paid, p.paid - p.charged - coalesce(sum(r.amount), 0) as due,
               coalesce((select greatest(sum(e.amount), 0) from ledger_entry e
                          where e.receivable = p.number and e.account = 'SHOP'), 0) as collected
          from receivable p left join refund r on r.order_number = p.number and r.state = 'SENT'
         where p.kind = 'ORDER' and p.paid > p.charged group by p.number, p.paid, p.charged) d
 cross join lateral (select least(d.due, d.collected, greatest(d.excess - (d.paid - d.collected), 0)) as shop) s
 cross join lateral (values ('TRANSFER', d.due - s.shop), ('SHOP', s.shop)) part(route, amount)
 where d.due > 0 and part.amount > 0;

alter table refund
    alter column route set not null,
    alter column reason set not null,
    alter column requested_by set not null,
    add constraint refund_state check (state in ('PROPOSED', 'APPROVED', 'SENT', 'DONE', 'FAILED')),
    add constraint refund_route check (route in ('CARD', 'TRANSFER', 'SHOP', 'BALANCE')),
    add constraint refund_failure check (failure is null or failure in ('DECLINED', 'REJECTED', 'WITHDRAWN', 'RETURNED')),
    add constraint refund_failed_somehow check ((state = 'FAILED') = (failure is not null)),
    add constraint refund_to_a_card check (route <> 'CARD' or state in ('PROPOSED', 'APPROVED', 'FAILED') or gateway_key is not null),
    add constraint refund_approved check (state in ('PROPOSED', 'FAILED') or approved_by is not null),
    add constraint refund_payee check (payee_account_number is null
        or payee_bank_code is not null and payee_branch_code is not null and payee_account_type is not null and payee_name is not null),
    add constraint refund_transfer_file foreign key (transfer_file_id) references transfer_file;
create index refund_open on refund (state, id) where state in ('PROPOSED', 'APPROVED', 'SENT');
create index refund_by_transfer_file on refund (transfer_file_id) where transfer_file_id is not null;

comment on table refund is 'What is given back of an order''s money, each refund once.';
comment on column refund.transaction_no is 'To a card: the attempt to pay whose captured money goes back.';
comment on column refund.gateway_key is 'To a card: by which the gateway knows the refund, in calls and in what it reports.';
comment on column refund.state is 'PROPOSED until it is approved; SENT once the gateway or the bank has it; DONE when it was given back; FAILED if it came to nothing.';
comment on column refund.route is 'CARD, TRANSFER, SHOP (who collected it gives it back) or BALANCE (the customer''s balance).';
comment on column refund.reason is 'Why, in the words of who asked for it; OVERPAID if the rules propose it.';
comment on column refund.requested_by is 'User name; system if the rules propose it.';
comment on column refund.approved_by is 'User name; system where the rules need nobody.';
comment on column refund.failure is 'DECLINED by the card, REJECTED by a person, WITHDRAWN as it was no longer due, RETURNED by the bank (組戻し).';
comment on column refund.note is 'Why it was rejected, or what the bank said.';
comment on column refund.transfer_file_id is 'The file by which the bank is told to transfer it.';
comment on column refund.payee_account_number is 'Seven digits, encrypted.';
comment on column refund.payee_name is 'Holder of the account in kana, as the customer wrote it.';
