-- 口座振替の契約: on which days of a month the agency collects, until when it needs the file, and what is done by itself.
create table debit_contract (
    id           bigint generated always as identity,
    name         text    not null,
    day_of_month integer not null,
    file_days    integer not null,
    preview_days integer not null,
    retry_day    integer,
    automatic    boolean not null,
    active       boolean not null,
    changed_at   timestamptz not null,
    changed_by   text    not null,
    constraint debit_contract_pk primary key (id),
    constraint debit_contract_name unique (name),
    constraint debit_contract_days check (day_of_month between 1 and 31 and retry_day between 1 and 31
        and file_days between 0 and 20 and preview_days between 0 and 20)
);
comment on table debit_contract is 'Contracts by which direct debits are collected each month by themselves.';
comment on column debit_contract.day_of_month is
    'Day of the debit, the last of a shorter month; on a day without banking, the next business day.';
comment on column debit_contract.file_days is 'How many business days of the banks before the debit the agency needs the file.';
comment on column debit_contract.preview_days is 'How many business days before that the claims are collected, to be looked at.';
comment on column debit_contract.retry_day is
    'Day on which what had no funds is collected again in a cycle of its own; null: the next month takes it.';
comment on column debit_contract.automatic is 'Whether the file goes on its last day by itself; else somebody approves it.';

alter table direct_debit
    add column contract_id  bigint,
    add column retry_of     bigint,
    add column file_due     date,
    add column approved_at  timestamptz,
    add column approved_by  text,
    add column by_itself    boolean not null default false,
    add column delivered_at timestamptz,
    add constraint direct_debit_contract foreign key (contract_id) references debit_contract,
    add constraint direct_debit_retry foreign key (retry_of) references direct_debit;
create unique index direct_debit_of_contract on direct_debit (contract_id, debit_date, (retry_of is null))
    where contract_id is not null;
create index direct_debit_to_deliver on direct_debit (id) where by_itself and delivered_at is null;
comment on column direct_debit.contract_id is 'The contract for which it was collected by itself; null if somebody collected it.';
comment on column direct_debit.retry_of is 'The cycle whose claims without funds it collects again.';
comment on column direct_debit.file_due is 'The last day for its file.';
comment on column direct_debit.by_itself is 'Whether the application places the file into the folder of the agency.';
comment on column direct_debit.delivered_at is 'When the application has placed it there.';
