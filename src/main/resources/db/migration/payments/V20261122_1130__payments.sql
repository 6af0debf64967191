create table payment (
    order_number   text primary key,
    version        bigint not null,
    method         text not null,
    shop_payment   text not null,
    status         text not null,
    charged        bigint not null,
    paid           bigint not null default 0,
    authorised     bigint not null default 0,
    card_token     text,
    transaction_no text,
    attempt        int not null default 0,
    unknown_since  timestamptz,
    due_by         date,
    constraint payment_paid_not_negative check (paid >= 0)
);
create index payment_by_transaction on payment (transaction_no);
create index payment_open on payment (due_by) where status in ('PENDING', 'PARTLY_PAID');

-- Double entry: the amounts of one posting sum to zero. Debit is positive.
create table ledger_entry (
    id           bigint generated always as identity primary key,
    posting      text not null,
    account      text not null constraint ledger_account check (account in
                 ('RECEIVABLE', 'SALES', 'BANK', 'CARD', 'SHOP', 'CARRIER', 'SUSPENSE', 'WRITE_OFF')),
    amount       bigint not null,
    order_number text,
    at           timestamptz not null,
    constraint ledger_posting_once unique (posting, account)
);
create index ledger_by_order on ledger_entry (order_number);
create index ledger_by_time on ledger_entry (at);
create trigger ledger_append_only before update or delete on ledger_entry
    for each row execute function refuse_change();

create table card_call (
    id             bigint generated always as identity primary key,
    order_number   text not null,
    kind           text not null,
    transaction_no text not null,
    amount         bigint not null,
    token          text,
    wanted         text not null,
    asked          int not null default 0,
    outcome        text,
    code           text,
    gateway_id     text,
    created_at     timestamptz not null,
    answered_at    timestamptz
);
create index card_call_by_transaction on card_call (transaction_no, id);
create unique index card_call_capture_once on card_call (transaction_no) where kind = 'CAPTURE' and asked = 0;

create table deposit (
    id              bigint generated always as identity primary key,
    bank_reference  text not null constraint deposit_once unique,
    source          text not null,
    record_no       int not null,
    posting_date    date not null,
    amount          bigint not null,
    remaining       bigint not null,
    remitter_kana   text not null,
    remitter_key    text not null,
    remitter_code   text,
    state           text not null constraint deposit_state check (state in ('UNMATCHED', 'PROPOSED', 'MATCHED', 'REVERSED')),
    received_at     timestamptz not null,
    constraint deposit_not_matched_beyond check (remaining between 0 and amount or amount < 0)
);
create index deposit_by_state on deposit (state, posting_date);

create table deposit_allocation (
    id           bigint generated always as identity primary key,
    deposit_id   bigint not null references deposit,
    order_number text not null,
    amount       bigint not null constraint deposit_allocation_positive check (amount > 0),
    by_whom      text not null,
    at           timestamptz not null
);
create index deposit_allocation_by_deposit on deposit_allocation (deposit_id);
create index deposit_allocation_by_order on deposit_allocation (order_number);
