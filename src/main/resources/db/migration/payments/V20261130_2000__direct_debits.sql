-- 口座振替: the mandates of customers, the cycles in which an agency collects from their accounts, and each claim of a cycle.

create table mandate (
    id              bigint generated always as identity,
    customer_number text        not null,
    bank_code       text        not null,
    branch_code     text        not null,
    account_type    text        not null,
    account_number  text        not null,
    account_end     text        not null,
    holder_kana     text        not null,
    state           text        not null,
    debited         boolean     not null default false,
    since           timestamptz not null,
    changed_at      timestamptz not null,
    actor           text        not null,
    constraint mandate_pk primary key (id),
    constraint mandate_state check (state in ('ACTIVE', 'SUSPENDED', 'INVALID', 'REPLACED')),
    constraint mandate_account_type check (account_type in ('1', '2', '3', '9'))
);
create unique index mandate_active_once on mandate (customer_number) where state = 'ACTIVE';
create index mandate_by_customer on mandate (customer_number, id);
comment on table mandate is 'Agreements of customers that we collect from their accounts (預金口座振替依頼書). At most one of a customer is active.';
comment on column mandate.account_type is 'As in 全銀: 1 普通, 2 当座, 3 納税準備, 9 その他.';
comment on column mandate.account_number is 'Seven digits, encrypted.';
comment on column mandate.account_end is 'Its last three digits, which tell accounts apart.';
comment on column mandate.holder_kana is 'Who holds the account, in half-width kana as banks write it.';
comment on column mandate.state is 'ACTIVE; SUSPENDED while the customer is asked; INVALID when the bank does not know it; REPLACED by a newer one.';
comment on column mandate.debited is 'Whether a request with a claim on it was handed over: the first one is marked by 新規コード 1.';

create table direct_debit (
    id           bigint generated always as identity,
    debit_date   date        not null,
    state        text        not null,
    agency       text,
    request_file text,
    created_at   timestamptz not null,
    created_by   text        not null,
    sent_at      timestamptz,
    done_at      timestamptz,
    constraint direct_debit_pk primary key (id),
    constraint direct_debit_state check (state in ('COLLECTED', 'SENT', 'DONE')),
    constraint direct_debit_frozen check ((state = 'COLLECTED') = (request_file is null))
);
comment on table direct_debit is 'Cycles of direct debits: what is collected on one day by one request file.';
comment on column direct_debit.debit_date is 'Day of the debit, a business day of the banks.';
comment on column direct_debit.agency is 'Profile by which the request was written and the result is read; null until it is sent.';
comment on column direct_debit.request_file is 'The request as it was handed over, without line breaks, Base64, encrypted; null until it is sent.';

create table direct_debit_claim (
    id              bigint generated always as identity,
    direct_debit_id bigint  not null,
    receivable      text    not null,
    mandate_id      bigint  not null,
    amount          bigint  not null,
    first           boolean not null default false,
    state           text    not null,
    result_code     text,
    outcome         text,
    booked_at       timestamptz,
    constraint direct_debit_claim_pk primary key (id),
    constraint direct_debit_claim_cycle foreign key (direct_debit_id) references direct_debit,
    constraint direct_debit_claim_mandate foreign key (mandate_id) references mandate,
    constraint direct_debit_claim_of_something check (amount > 0),
    constraint direct_debit_claim_state check (state in ('OPEN', 'PAID', 'FAILED', 'HELD', 'WITHDRAWN')),
    constraint direct_debit_claim_outcome check (outcome in
        ('COLLECTED', 'NO_FUNDS', 'NO_ACCOUNT', 'PAYER_STOPPED', 'NO_MANDATE', 'OWN_STOP', 'UNCLEAR'))
);
create index direct_debit_claim_by_cycle on direct_debit_claim (direct_debit_id, id);
create index direct_debit_claim_by_receivable on direct_debit_claim (receivable);
create index direct_debit_claim_by_mandate on direct_debit_claim (mandate_id);
-- Nothing is collected twice at a time.
create unique index direct_debit_claim_open_once on direct_debit_claim (receivable) where state in ('OPEN', 'HELD');
comment on table direct_debit_claim is 'What a cycle collects: one row of its request file each. Amounts in yen.';
comment on column direct_debit_claim.id is 'Also its 顧客番号 in the files, by which a result is matched.';
comment on column direct_debit_claim.receivable is 'Number of what it collects.';
comment on column direct_debit_claim.first is 'Whether it is the first debit of its mandate (新規コード 1).';
comment on column direct_debit_claim.state is 'OPEN; PAID; FAILED, free for the next cycle; HELD until a person decides; WITHDRAWN when it was settled before the request was sent.';
comment on column direct_debit_claim.result_code is 'What the bank reported, as it stands in its file.';
comment on column direct_debit_claim.outcome is 'What the code means at this agency.';

create table direct_debit_result (
    direct_debit_id bigint      not null,
    sha256          text        not null,
    file_name       text        not null,
    taken_at        timestamptz not null,
    taken_by        text        not null,
    constraint direct_debit_result_pk primary key (direct_debit_id, sha256),
    constraint direct_debit_result_cycle foreign key (direct_debit_id) references direct_debit
);
comment on table direct_debit_result is 'Result files that were taken in, by their fingerprint.';

alter table receivable add column by_mandate boolean not null default false;
comment on column receivable.by_mandate is 'Whether an active mandate secures it: the goods of such an order leave before the money comes.';
create index receivable_by_debit on receivable (customer_number) where kind = 'ORDER' and method = 'DIRECT_DEBIT' and charged > paid;

alter table ledger_entry drop constraint ledger_account, add constraint ledger_account check (account in
    ('RECEIVABLE', 'SALES', 'BANK', 'CARD', 'SHOP', 'CARRIER', 'DEBIT_AGENCY', 'SUSPENSE', 'FEES', 'WRITE_OFF'));
