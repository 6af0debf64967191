-- Slips by which customers pay at convenience stores, and what the collecting agency reports about them.

create sequence payment_slip_number minvalue 1 maxvalue 9999999999999999;

create table payment_slip (
    number      text        not null,
    receivable  text        not null,
    amount      bigint      not null,
    due_date    date        not null,
    barcode     text        not null,
    made_by     text        not null,
    made_at     timestamptz not null,
    printed_at  timestamptz,
    replaced_at timestamptz,
    constraint payment_slip_pk primary key (number),
    constraint payment_slip_number_form check (number ~ '^[0-9]{17}$'),
    constraint payment_slip_barcode_form check (barcode ~ '^91[0-9]{42}$'),
    constraint payment_slip_within_cap check (amount between 1 and 300000)
);
create unique index payment_slip_current on payment_slip (receivable) where replaced_at is null;
create index payment_slip_by_receivable on payment_slip (receivable);
create index payment_slip_to_print on payment_slip (due_date) where printed_at is null and replaced_at is null;
create index payment_slip_by_time on payment_slip (made_at);
comment on table payment_slip is 'コンビニ払込票: slips that customers pay at a convenience store. One that is replaced may still be paid.';
comment on column payment_slip.number is 'Sixteen digits of our own and one that counts the reissues, as in the bar code.';
comment on column payment_slip.receivable is 'Number of what it pays: an order, or what is owed without one.';
comment on column payment_slip.amount is 'Yen.';
comment on column payment_slip.due_date is 'Last day on which a store takes it.';
comment on column payment_slip.barcode is 'The 44 digits of the GS1-128 bar code.';
comment on column payment_slip.printed_at is 'When it was printed last; null if it has still to be printed and posted.';
comment on column payment_slip.replaced_at is 'When another was made in its place; null for the current one.';

create table slip_receipt (
    id          bigint generated always as identity,
    slip_number text        not null,
    paid_at     timestamptz not null,
    receivable  text,
    store       text        not null,
    state       text        not null,
    booked      bigint      not null default 0,
    bookings    int         not null default 0,
    transfer_on date,
    deposit_id  bigint,
    confirm_by  timestamptz not null,
    asked_at    timestamptz,
    constraint slip_receipt_pk primary key (id),
    constraint slip_receipt_once unique (slip_number, paid_at),
    constraint slip_receipt_deposit foreign key (deposit_id) references deposit,
    constraint slip_receipt_state check (state in ('PROVISIONAL', 'WITHDRAWN', 'CONFIRMED')),
    constraint slip_receipt_not_negative check (booked >= 0)
);
create index slip_receipt_by_receivable on slip_receipt (receivable);
create index slip_receipt_unconfirmed on slip_receipt (confirm_by) where state = 'PROVISIONAL' and asked_at is null;
comment on table slip_receipt is 'Each time that a slip was paid at a store, as far as the agency has reported it.';
comment on column slip_receipt.receivable is 'What the slip pays; null if no such slip was made: the money waits as a deposit.';
comment on column slip_receipt.store is 'Name of the chain of stores.';
comment on column slip_receipt.state is 'PROVISIONAL after 速報, WITHDRAWN after 速報取消, CONFIRMED after 確報.';
comment on column slip_receipt.booked is 'Yen that stand in the ledger for it now.';
comment on column slip_receipt.bookings is 'How many postings were made for it; each is named by its number.';
comment on column slip_receipt.transfer_on is 'When the agency transfers the money.';
comment on column slip_receipt.deposit_id is 'The deposit as which the money of an unknown slip waits.';
comment on column slip_receipt.confirm_by is 'When a person is asked, if no 確報 has come.';
comment on column slip_receipt.asked_at is 'When a person was asked.';

create table slip_notice (
    id          bigint generated always as identity,
    receipt_id  bigint      not null,
    kind        text        not null,
    amount      bigint      not null,
    transfer_on date,
    source      text        not null,
    record_no   int         not null,
    at          timestamptz not null,
    constraint slip_notice_pk primary key (id),
    constraint slip_notice_once unique (receipt_id, kind),
    constraint slip_notice_receipt foreign key (receipt_id) references slip_receipt,
    constraint slip_notice_positive check (amount > 0)
);
create trigger slip_notice_append_only before update or delete on slip_notice
    for each row execute function refuse_change();
comment on table slip_notice is 'What the agency has reported about payments at stores, each once. Append-only.';
comment on column slip_notice.kind is 'PRELIMINARY, REALTIME, WITHDRAWN, POSTAL, FINAL or POSTAL_CORRECTED.';
comment on column slip_notice.amount is 'Yen that were paid.';
comment on column slip_notice.source is 'File that reported it.';
comment on column slip_notice.record_no is 'Line of the file.';

alter table ledger_entry drop constraint ledger_account, add constraint ledger_account check (account in
    ('RECEIVABLE', 'SALES', 'BANK', 'CARD', 'SHOP', 'CARRIER', 'DEBIT_AGENCY', 'CONVENIENCE_AGENCY', 'SUSPENSE', 'FEES', 'WRITE_OFF',
     'BALANCE'));
