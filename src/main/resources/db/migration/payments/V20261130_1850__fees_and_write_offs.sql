alter table ledger_entry drop constraint ledger_account, add constraint ledger_account check (account in
    ('RECEIVABLE', 'SALES', 'BANK', 'CARD', 'SHOP', 'CARRIER', 'SUSPENSE', 'FEES', 'WRITE_OFF'));
alter table payment_allocation drop constraint payment_allocation_reason, add constraint payment_allocation_reason check (reason in
    ('MATCHED', 'UNMATCHED', 'REVERSED', 'CAPTURED', 'PAID_AT_SHOP', 'COLLECTED', 'REFUNDED', 'WRITTEN_OFF'));
