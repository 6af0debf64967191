-- 預り金: what customers have with us, given back by refunds to their balance.
alter table ledger_entry drop constraint ledger_account, add constraint ledger_account check (account in
    ('RECEIVABLE', 'SALES', 'BANK', 'CARD', 'SHOP', 'CARRIER', 'DEBIT_AGENCY', 'SUSPENSE', 'FEES', 'WRITE_OFF', 'BALANCE'));
create index ledger_balances on ledger_entry (receivable) where account = 'BALANCE';
