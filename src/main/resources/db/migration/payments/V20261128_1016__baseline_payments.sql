-- What orders cost and what was paid: the payment of each order, the ledger, calls to the card gateway and deposits.

create table payment (
    order_number   text   not null,
    version        bigint not null,
    method         text   not null,
    shop_payment   text   not null,
    status         text   not null,
    charged        bigint not null,
    paid           bigint not null default 0,
    authorised     bigint not null default 0,
    card_token     text,
    transaction_no text,
    attempt        int    not null default 0,
    unknown_since  timestamptz,
    due_by         date,
    constraint payment_pk primary key (order_number),
    constraint payment_paid_not_negative check (paid >= 0)
);
create index payment_by_transaction on payment (transaction_no);
create index payment_open on payment (due_by) where status in ('PENDING', 'PARTLY_PAID');
-- Open claims by method, and those beyond their due day, are counted four times a minute.
create index payment_open_by_method on payment (method, due_by) where status in ('PENDING', 'PARTLY_PAID');
-- Each line of a bank's file asks for the open claims of its amount.
create index payment_open_by_rest on payment ((charged - paid), method) where status in ('PENDING', 'PARTLY_PAID');
comment on table payment is 'The payment of each order. Amounts in yen.';
comment on column payment.version is 'Optimistic lock.';
comment on column payment.method is 'How the customer pays.';
comment on column payment.shop_payment is 'What the shop''s own payment service has done: NONE, AUTHORISED or PAID.';
comment on column payment.charged is 'What the customer owes in all.';
comment on column payment.paid is 'What has been received, less refunds.';
comment on column payment.authorised is 'What the card gateway has reserved.';
comment on column payment.card_token is 'Token of the card, encrypted; null once it is no longer needed.';
comment on column payment.transaction_no is 'Our number of the latest attempt to pay by card.';
comment on column payment.attempt is 'Number of attempts to pay by card.';
comment on column payment.unknown_since is 'Since when the gateway has not said what became of a call.';
comment on column payment.due_by is 'Last day to pay.';

create table ledger_entry (
    id           bigint generated always as identity,
    posting      text        not null,
    account      text        not null,
    amount       bigint      not null,
    order_number text,
    at           timestamptz not null,
    constraint ledger_entry_pk primary key (id),
    constraint ledger_posting_once unique (posting, account),
    constraint ledger_account check (account in
        ('RECEIVABLE', 'SALES', 'BANK', 'CARD', 'SHOP', 'CARRIER', 'SUSPENSE', 'WRITE_OFF'))
);
create index ledger_by_order on ledger_entry (order_number);
create index ledger_by_time on ledger_entry (at);
create trigger ledger_append_only before update or delete on ledger_entry
    for each row execute function refuse_change();
comment on table ledger_entry is 'Double entry: the amounts of one posting sum to zero. Append-only.';
comment on column ledger_entry.posting is 'Names the event that was posted; each is posted once.';
comment on column ledger_entry.amount is 'Yen; debit is positive.';

create table card_call (
    id             bigint generated always as identity,
    order_number   text        not null,
    kind           text        not null,
    transaction_no text        not null,
    amount         bigint      not null,
    token          text,
    wanted         text        not null,
    asked          int         not null default 0,
    outcome        text,
    code           text,
    gateway_id     text,
    created_at     timestamptz not null,
    answered_at    timestamptz,
    constraint card_call_pk primary key (id)
);
create index card_call_by_transaction on card_call (transaction_no, id);
create unique index card_call_capture_once on card_call (transaction_no) where kind = 'CAPTURE' and asked = 0;
comment on table card_call is 'Calls to the card gateway, made and to be made. The id is the idempotency key of the call.';
comment on column card_call.kind is 'AUTHORISE, CAPTURE, VOID, REFUND, or SEARCH, which asks what became of another call.';
comment on column card_call.transaction_no is 'Names one attempt to pay for good.';
comment on column card_call.amount is 'Yen.';
comment on column card_call.token is 'Token of the card, encrypted, for AUTHORISE.';
comment on column card_call.wanted is 'What is really wanted: differs from the kind when that is SEARCH.';
comment on column card_call.asked is 'How many times the gateway has been asked for the same operation.';
comment on column card_call.outcome is 'Null while there is no answer; UNKNOWN when none came.';
comment on column card_call.code is 'Result code of the gateway.';
comment on column card_call.gateway_id is 'The gateway''s id of the transaction.';

create table deposit (
    id             bigint generated always as identity,
    bank_reference text        not null,
    source         text        not null,
    record_no      int         not null,
    posting_date   date        not null,
    amount         bigint      not null,
    remaining      bigint      not null,
    remitter_kana  text        not null,
    remitter_key   text        not null,
    remitter_code  text,
    state          text        not null,
    received_at    timestamptz not null,
    constraint deposit_pk primary key (id),
    constraint deposit_once unique (bank_reference),
    constraint deposit_state check (state in ('UNMATCHED', 'PROPOSED', 'MATCHED', 'REVERSED')),
    constraint deposit_not_matched_beyond check (remaining between 0 and amount or amount < 0)
);
create index deposit_by_state on deposit (state, posting_date);
create index deposit_by_posting_date on deposit (posting_date) include (amount);
-- Deposits are found by any part of the remitter, like customers by their names.
create index deposit_by_remitter on deposit using gin (name_grams(remitter_key, ''));
comment on table deposit is 'Deposits that the bank reported.';
comment on column deposit.bank_reference is 'The bank''s reference: each deposit is booked once.';
comment on column deposit.source is 'File that reported it.';
comment on column deposit.record_no is 'Record in the file.';
comment on column deposit.amount is 'Yen; negative for reversals.';
comment on column deposit.remaining is 'Yen not yet allocated to orders.';
comment on column deposit.remitter_kana is 'Remitter as the bank writes it.';
comment on column deposit.remitter_key is 'Remitter as it is compared.';
comment on column deposit.remitter_code is 'Code of the remitter at the bank.';

create table deposit_allocation (
    id           bigint generated always as identity,
    deposit_id   bigint      not null,
    order_number text        not null,
    amount       bigint      not null,
    actor        text        not null,
    at           timestamptz not null,
    constraint deposit_allocation_pk primary key (id),
    constraint deposit_allocation_deposit foreign key (deposit_id) references deposit,
    constraint deposit_allocation_positive check (amount > 0)
);
create index deposit_allocation_by_deposit on deposit_allocation (deposit_id);
create index deposit_allocation_by_order on deposit_allocation (order_number);
comment on table deposit_allocation is 'Which deposits paid which orders.';
comment on column deposit_allocation.amount is 'Yen.';

-- Published views: what other modules may read.

create view payments_payment_view as
select order_number, method, status, charged, paid, due_by from payment;
comment on view payments_payment_view is 'The payment of each order. Amounts in yen.';

create view payments_deposit_view as
select id, posting_date, amount, remaining, state, received_at from deposit;
comment on view payments_deposit_view is 'Deposits that the bank reported. Amounts in yen.';
