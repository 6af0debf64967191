-- Rows of the ledger stand in the order of their time, and those of a batch beside each other: an index that knows of each part of
-- the table from when to when it reaches finds them as well, and costs nearly nothing when rows are written.

drop index ledger_by_time;
create index ledger_by_time on ledger_entry using brin (at) with (pages_per_range = 32, autosummarize = on);
drop index payment_allocation_by_batch;
create index payment_allocation_by_batch on payment_allocation using brin (batch_id) with (pages_per_range = 32, autosummarize = on);
