create table journal_account (
    id          bigint generated always as identity,
    account     text not null,
    tax_rate    int,
    name        text not null,
    sub_account text not null default '',
    tax_class   text not null default '対象外',
    constraint journal_account_pk primary key (id)
);
create unique index journal_account_once on journal_account (account, coalesce(tax_rate, -1));
comment on table journal_account is 'How the accounts of the ledger are called in the accounting software.';
comment on column journal_account.tax_rate is 'Per cent; null for all rates without a row of their own.';
comment on column journal_account.tax_class is 'Tax class of the accounting software, as it is written there.';
insert into journal_account (account, tax_rate, name, sub_account, tax_class) values
    ('BANK', null, '普通預金', '', '対象外'), ('CARD', null, '未収入金', 'カード会社', '対象外'),
    ('SHOP', null, '未収入金', 'ショップ', '対象外'), ('CARRIER', null, '未収入金', '代引', '対象外'),
    ('DEBIT_AGENCY', null, '未収入金', '口座振替', '対象外'), ('CONVENIENCE_AGENCY', null, '未収入金', 'コンビニ収納', '対象外'),
    ('BALANCE', null, '預り金', '通販', '対象外'),
    ('RECEIVABLE', null, '売掛金', '通販', '対象外'), ('ADVANCES', null, '前受金', '通販', '対象外'),
    ('SUSPENSE', null, '仮受金', '', '対象外'), ('OUTPUT_TAX', null, '仮受消費税', '', '対象外'),
    ('SALES', null, '売上高', '', '対象外'), ('SALES', 10, '売上高', '', '課税売上内10%'), ('SALES', 8, '売上高', '', '課税売上内軽減8%'),
    ('FEES', null, '支払手数料', '', '課対仕入内10%適格'), ('WRITE_OFF', null, '貸倒損失', '', '対象外');

create table journal_export (
    id          bigint generated always as identity,
    month       text        not null,
    format      text        not null,
    lines       int         not null,
    amount      bigint      not null,
    exported_at timestamptz not null,
    exported_by text        not null,
    constraint journal_export_pk primary key (id)
);
create index journal_export_by_month on journal_export (month, id desc);
comment on table journal_export is 'Journals that were handed over to the accounting software.';
comment on column journal_export.month is 'As 2026-12.';
comment on column journal_export.amount is 'Yen, of all lines together.';
