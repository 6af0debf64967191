-- 後払い: a provider checks each order, buys the claim when the shipping is reported, and collects from the customer by itself.
create table deferred_transaction (
    own_id       text        not null,
    order_number text        not null,
    state        text        not null,
    provider_id  text,
    amount       bigint      not null,
    content      text,
    codes        text        not null default '',
    created_at   timestamptz not null,
    answered_at  timestamptz,
    reported_at  timestamptz,
    carrier      text,
    slip_no      text,
    confirmation text,
    replaces     text,
    constraint deferred_transaction_pk primary key (own_id),
    constraint deferred_transaction_provider_id unique (provider_id),
    constraint deferred_transaction_replaces foreign key (replaces) references deferred_transaction,
    constraint deferred_transaction_state check (state in
        ('ASKED', 'REVIEW', 'HOLD', 'REFUSED', 'SECURED', 'REPORTED', 'REPLACED', 'CANCELLED')),
    constraint deferred_transaction_reported check (state <> 'REPORTED' or reported_at is not null),
    constraint deferred_transaction_confirmation check (confirmation is null or confirmation in ('CONFIRMED', 'FAILED'))
);
create index deferred_transaction_by_order on deferred_transaction (order_number, created_at);
create index deferred_transaction_by_replaced on deferred_transaction (replaces) where replaces is not null;
comment on table deferred_transaction is 'Attempts to pay an order by 後払い, as the provider knows them. One that is replaced by a reduced one stays.';
comment on column deferred_transaction.own_id is 'Our number of the transaction, by which the provider is asked for one whose answer was lost.';
comment on column deferred_transaction.state is 'ASKED, REVIEW (審査中), HOLD (保留), REFUSED (NG), SECURED (OK), REPORTED (出荷報告済み), REPLACED or CANCELLED.';
comment on column deferred_transaction.provider_id is 'The provider''s number; null until it has answered.';
comment on column deferred_transaction.amount is 'Yen that the provider bills.';
comment on column deferred_transaction.content is 'Fingerprint of what was sent for the check, to notice that the order has changed since.';
comment on column deferred_transaction.codes is 'Why it is on hold or refused, in the provider''s codes.';
comment on column deferred_transaction.confirmation is 'Whether the provider has found that the reported parcel arrived (着荷確認).';
comment on column deferred_transaction.replaces is 'The transaction that it took the place of, with a lower amount.';

create table deferred_call (
    id          bigint generated always as identity,
    own_id      text        not null,
    kind        text        not null,
    wanted      text        not null,
    amount      bigint      not null,
    carrier     text,
    slip_no     text,
    new_id      text,
    refund_id   bigint,
    asked       int         not null default 0,
    outcome     text,
    codes       text        not null default '',
    created_at  timestamptz not null,
    answered_at timestamptz,
    constraint deferred_call_pk primary key (id),
    constraint deferred_call_transaction foreign key (own_id) references deferred_transaction,
    constraint deferred_call_refund foreign key (refund_id) references refund,
    constraint deferred_call_kind check (kind in ('REGISTER', 'UPDATE', 'CANCEL', 'REPORT', 'REDUCE', 'FIND')),
    constraint deferred_call_wanted check (wanted in ('REGISTER', 'UPDATE', 'CANCEL', 'REPORT', 'REDUCE', 'CONFIRM'))
);
create index deferred_call_by_transaction on deferred_call (own_id, id);
create index deferred_call_by_refund on deferred_call (refund_id) where refund_id is not null;
-- At most one call about a transaction is under way; asking whether a parcel arrived is beside them.
create unique index deferred_call_one_at_a_time on deferred_call (own_id) where outcome is null and wanted <> 'CONFIRM';
comment on table deferred_call is 'Calls to the provider of 後払い, made and to be made.';
comment on column deferred_call.kind is 'What is sent; FIND asks what became of another call.';
comment on column deferred_call.wanted is 'What is really wanted: differs from the kind when that is FIND.';
comment on column deferred_call.new_id is 'Our number of the transaction that takes the place of a reduced one.';
comment on column deferred_call.refund_id is 'The refund that is carried out by reducing or cancelling the transaction.';
comment on column deferred_call.asked is 'How many times the provider has been asked for the same.';
comment on column deferred_call.outcome is 'Null while there is no answer; UNKNOWN when none came.';

create table deferred_parcel (
    id              bigint generated always as identity,
    order_number    text        not null,
    carrier         text        not null,
    tracking_number text        not null,
    left_at         timestamptz not null,
    constraint deferred_parcel_pk primary key (id),
    constraint deferred_parcel_once unique (order_number, carrier, tracking_number)
);
comment on table deferred_parcel is 'Parcels that have left with goods of orders paid by 後払い; the last one is reported.';

create table deferred_settlement (
    provider_id text        not null,
    paid_on     date        not null,
    own_id      text        not null,
    amount      bigint      not null,
    fee         bigint      not null,
    recorded_at timestamptz not null,
    constraint deferred_settlement_pk primary key (provider_id, paid_on),
    constraint deferred_settlement_transaction foreign key (own_id) references deferred_transaction
);
create index deferred_settlement_by_transaction on deferred_settlement (own_id);
comment on table deferred_settlement is '立替払い: what the provider has paid out for each transaction, by its statements. Append-only.';
comment on column deferred_settlement.amount is 'Yen before the fee; negative where a reduction is taken back.';
create trigger deferred_settlement_append_only before update or delete on deferred_settlement
    for each row execute function refuse_change();

alter table deposit add column from_deferred boolean not null default false;
comment on column deposit.from_deferred is 'Whether it is what the provider of 後払い pays out, and so pays nothing by itself; from_agency is true, too.';

alter table refund drop constraint refund_route,
    add constraint refund_route check (route in ('CARD', 'TRANSFER', 'SHOP', 'BALANCE', 'AGENCY'));
comment on column refund.route is 'CARD, TRANSFER, SHOP (who collected it gives it back), BALANCE (the customer''s balance) or AGENCY (the provider of 後払い bills less).';

alter table ledger_entry drop constraint ledger_account, add constraint ledger_account check (account in
    ('BANK', 'CARD', 'SHOP', 'CARRIER', 'DEBIT_AGENCY', 'CONVENIENCE_AGENCY', 'RECEIVABLE', 'SUSPENSE', 'BALANCE', 'OUTPUT_TAX',
     'SALES', 'FEES', 'WRITE_OFF', 'DEFERRED_AGENCY', 'POINTS', 'POINT_COSTS'));
insert into journal_account (account, tax_rate, name, sub_account, tax_class) values
    ('DEFERRED_AGENCY', null, '未収入金', '後払い', '対象外');
