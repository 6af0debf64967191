-- What collectors hold is asked with each of their transfers, and is few of the postings.
create index ledger_of_collectors on ledger_entry (account) include (amount)
    where account in ('DEBIT_AGENCY', 'CONVENIENCE_AGENCY', 'CARRIER');
