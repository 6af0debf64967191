-- Deposits are matched by joins: what a claim can be found by stands on the claim, indexed with what is open of it.

alter table receivable
    add column payer_kana text,
    add column payer_key text,
    add column shop_number text,
    add column virtual_account text;
comment on column receivable.payer_kana is 'Reading of whoever is expected to pay; null until it is needed first.';
comment on column receivable.payer_key is 'The reading as it is compared with remitters: without digits, blanks, legal forms and voiced marks, small kana as large ones; null until it is needed first.';
comment on column receivable.shop_number is 'The order''s number at its shop, if it is one of digits that a remitter may write.';
comment on column receivable.virtual_account is 'Branch and number of the virtual account that it is paid to; null if it has none.';

update receivable r
   set payer_kana = o.buyer_kana, shop_number = case when o.channel_order_id ~ '^[0-9]{4,}$' then o.channel_order_id end
  from orders_order_view o where o.order_number = r.number;

create index receivable_by_payer on receivable (payer_key text_pattern_ops, (charged - paid))
    where status in ('PENDING', 'PARTLY_PAID') and charged > paid and payer_key <> '';
create index receivable_by_head on receivable ((charged - paid), left(payer_key, 4))
    where status in ('PENDING', 'PARTLY_PAID') and charged > paid and payer_key <> '';
create index receivable_by_tail on receivable ((charged - paid), right(payer_key, 3))
    where status in ('PENDING', 'PARTLY_PAID') and charged > paid and payer_key <> '';
create index receivable_open_by_customer on receivable (customer_number)
    where status in ('PENDING', 'PARTLY_PAID') and charged > paid;
create index receivable_by_virtual_account on receivable (virtual_account) where virtual_account is not null;
create index receivable_by_shop_number on receivable (shop_number) where shop_number is not null;
create index receivable_without_key on receivable (number)
    where status in ('PENDING', 'PARTLY_PAID') and charged > paid and payer_key is null;

alter table deposit add column rule text, add column virtual_account text;
comment on column deposit.rule is 'By which rule it was matched by itself, as the reasons of proposals; null if a person matched it.';
comment on column deposit.virtual_account is 'Branch and number of the virtual account that it was paid to.';
create index deposit_by_hand on deposit (bank_reference) where bank_reference like 'by-hand:%';
create index deposit_reversals on deposit (inquiry_number) where amount < 0;
-- The workbench reads what is left, oldest first, however much there is.
create index deposit_open on deposit (id) where state in ('UNMATCHED', 'PROPOSED');

alter table deposit_proposal
    drop constraint deposit_proposal_pk,
    drop constraint deposit_proposal_reason,
    add column fee bigint not null default 0,
    add constraint deposit_proposal_pk primary key (deposit_id, receivable),
    add constraint deposit_proposal_fee check (fee >= 0),
    add constraint deposit_proposal_reason check (reason in
        ('VIRTUAL_ACCOUNT', 'NUMBER', 'NAME', 'ALIAS', 'SIMILAR_NAME', 'SUM', 'FEE_DIFFERENCE', 'OTHER_AMOUNT', 'PART'));
comment on table deposit_proposal is 'What a deposit in state PROPOSED probably pays, one row for each claim; a person confirms all of them together.';
comment on column deposit_proposal.fee is 'Yen of the bank''s fee that are missing and would be written off.';
comment on column deposit_proposal.reason is 'The rule that found it, such as SIMILAR_NAME: the exact amount, and a name that is almost the payer''s; OTHER_AMOUNT: its number, but another amount.';
create index deposit_proposal_by_confidence on deposit_proposal (confidence desc, deposit_id);

create table remitter_alias (
    remitter_key    text        not null,
    customer_number text        not null,
    remitter_kana   text        not null,
    deposit_id      bigint      not null,
    learned_at      timestamptz not null,
    learned_by      text        not null,
    constraint remitter_alias_pk primary key (remitter_key, customer_number),
    constraint remitter_alias_deposit foreign key (deposit_id) references deposit
);
create index remitter_alias_by_deposit on remitter_alias (deposit_id);
create index remitter_alias_by_time on remitter_alias (learned_at desc, remitter_key);
comment on table remitter_alias is '名義違い: for whom remitters under another name have paid, as people confirmed it.';
comment on column remitter_alias.remitter_key is 'Remitter as deposits are compared.';
comment on column remitter_alias.remitter_kana is 'Remitter as the bank wrote it.';
comment on column remitter_alias.deposit_id is 'The deposit by which it was learned; undoing its match forgets it.';

create table virtual_account_use (
    number     text        not null,
    since      timestamptz not null,
    until      timestamptz,
    receivable text        not null,
    constraint virtual_account_use_pk primary key (number, since),
    constraint virtual_account_use_number check (number ~ '^[0-9]{10}$')
);
create unique index virtual_account_use_now on virtual_account_use (number) where until is null;
create index virtual_account_use_by_receivable on virtual_account_use (receivable);
comment on table virtual_account_use is 'バーチャル口座: which claim has or had which account number of the range that the bank has lent.';
comment on column virtual_account_use.number is 'Branch of three digits and account of seven.';
comment on column virtual_account_use.until is 'When the number was given to another claim; null for its latest.';

-- Most allocations undo nothing.
alter table payment_allocation drop constraint payment_allocation_undone_once;
create unique index payment_allocation_undone_once on payment_allocation (undoes) where undoes is not null;
