-- Deposits are found by any part of the remitter, like customers by theirs.
create index deposit_by_remitter on deposit using gin (customer_grams(remitter_key, ''));
