-- Operators type the last digits of the number that calls.
create index customer_phone_end on customer (reverse(phone_key) varchar_pattern_ops) where phone_key <> '';
