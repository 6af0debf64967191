create index deposit_by_posting_date on deposit (posting_date) include (amount);
