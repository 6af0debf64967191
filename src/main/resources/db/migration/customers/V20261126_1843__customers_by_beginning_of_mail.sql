-- The beginning of a mail address is found in any collation; equality is served by the same index.
create index customer_email_prefix on customer (email_key varchar_pattern_ops) where email_key <> '';
drop index customer_email;
